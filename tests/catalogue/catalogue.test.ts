import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../shared/catalogue/catalogue.ts'
import type { Entry } from '../../shared/catalogue/entry.ts'
import { UNIT_KINDS } from '../../shared/catalogue/units.ts'
import { CATALOGUE_VERSION } from '../../shared/catalogue/version.ts'
import { explainPhrase } from '../indicators/meaning/marked-phrase.ts'
import { phraseTable } from '../indicators/meaning/phrase-table.ts'

test('every entry has a code of its own, definitions in both languages, known units, examples and near misses', () => {
  expect(new Set(CATALOGUE.map(({ code }) => code)).size).toBe(CATALOGUE.length)
  const known = new Set<string>(UNIT_KINDS)
  for (const entry of CATALOGUE as readonly Entry[]) {
    expect(entry.definition.zh, entry.code).toMatch(/\p{Script=Han}/u)
    expect(entry.definition.en, entry.code).toMatch(/[a-z]/)
    expect(
      entry.units.split(' ').filter((unit) => !known.has(unit)),
      entry.code,
    ).toEqual([])
    expect(entry.examples.length, entry.code).toBeGreaterThan(0)
    expect(entry.nearMisses?.length ?? 0, entry.code).toBeGreaterThan(0)
    expect(entry.rows.length, entry.code).toBeGreaterThan(0)
  }
})

test('the page on the catalogue has a row for every entry, in order', () => {
  const page = readFileSync(new URL('../../docs/catalogue.md', import.meta.url), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| `') && line.includes('.'))
  const expected = CATALOGUE.map(
    ({ code, units, zh, definition }) => `| \`${code}\` | ${units} | ${zh} | ${definition.zh} | ${definition.en} |`,
  )
  expect(rows.slice(-expected.length)).toEqual(expected)
})

test('the page on the catalogue says what its version changed', () => {
  const page = readFileSync(new URL('../../docs/catalogue.md', import.meta.url), 'utf8')
  const [, versions = ''] = page.split('\n## Version and changes\n')
  expect(versions).toContain(`\n| ${CATALOGUE_VERSION} | `)
  expect(versions).not.toContain(`\n| ${CATALOGUE_VERSION + 1} | `)
})

/** Phrases that are misread for now are tried in `hard-phrases.test.ts`. */
const MISREAD = new Set(phraseTable('known-misreadings.tsv').map(({ phrase }) => phrase))
const isTried = (phrase: string) => !MISREAD.has(phrase)

describe.each(CATALOGUE)('$code', ({ code, topic, examples, ...entry }) => {
  test.each(examples.filter(isTried))('is what %s measures', (phrase) => {
    expect(explainPhrase(phrase)).toMatchObject({ code, topic })
  })

  const nearMisses: readonly string[] = 'nearMisses' in entry ? entry.nearMisses : []
  test.each(nearMisses.filter(isTried))('is not what %s measures', (phrase) => {
    expect(explainPhrase(phrase).code).not.toBe(code)
  })
})
