import { expect, it } from 'vitest'
import { fixture, mutations, survive } from './survive.ts'

const MUTATIONS = mutations(0.14)
/** The share that is still read as a report, measured: fewer would mean that files are refused without need. */
const STILL_READ = 0.32
const WORD = ['libreoffice.doc', 'wps.wps']
const PDF = ['reportlab.pdf', 'libreoffice.pdf', 'encrypted.pdf']

it('reads or refuses every damaged PDF, Word and WPS file', async () => {
  // A PDF file takes twenty times as long as a Word file, so there are fewer of them.
  const names = [...WORD, ...WORD, ...WORD, ...PDF]
  const bases = names.map((name) => ({ name, bytes: fixture(name) }))

  const { failures, tally } = await survive(bases, MUTATIONS)

  expect(failures).toEqual([])
  expect(tally.rule_of_law_annual_report! / MUTATIONS).toBeGreaterThanOrEqual(STILL_READ)
})
