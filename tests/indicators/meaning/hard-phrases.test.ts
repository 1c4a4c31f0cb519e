import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CATALOGUE } from '../../../shared/catalogue/catalogue.ts'
import { explainPhrases } from './marked-phrase.ts'

const TABLE = new URL('hard-phrases.tsv', import.meta.url)
const NONE = '-'

/** A phrase with its figures marked, and for each figure the codes that are right. */
function rows(): [string, string[][]][] {
  return readFileSync(TABLE, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [phrase, codes] = line.split('\t')
      return [phrase!, codes!.split(' ').map((alternatives) => alternatives.split('/'))]
    })
}

test.each(rows())('%s', (phrase, expected) => {
  const codes = explainPhrases(phrase).map(({ code }) => code ?? NONE)
  expect(codes).toHaveLength(expected.length)
  for (const [i, code] of codes.entries()) expect(expected[i], `figure ${i + 1} is ${code}`).toContain(code)
})

test('every code of the table is one of the catalogue', () => {
  const known = new Set([...CATALOGUE.map(({ code }) => code), NONE])
  for (const code of rows().flatMap(([, codes]) => codes.flat())) expect(known).toContain(code)
})
