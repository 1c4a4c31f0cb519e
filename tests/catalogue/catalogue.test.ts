import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../shared/catalogue/catalogue.ts'
import { isOfKind } from '../../shared/catalogue/units.ts'
import { explainPhrase } from '../indicators/meaning/marked-phrase.ts'

test('every entry has a code of its own, both definitions and at least one example', () => {
  expect(new Set(CATALOGUE.map(({ code }) => code)).size).toBe(CATALOGUE.length)
  for (const entry of CATALOGUE) {
    expect(entry.definition.zh, entry.code).not.toBe('')
    expect(entry.definition.en, entry.code).not.toBe('')
    expect(entry.examples.length, entry.code).toBeGreaterThan(0)
    expect(entry.rules.length, entry.code).toBeGreaterThan(0)
  }
})

test('an entry lists no unit twice: what its kind already has is not listed again', () => {
  for (const { code, unit, alsoUnits = '' } of CATALOGUE)
    for (const also of alsoUnits.split('|')) expect(isOfKind(also, unit), `${code} lists ${also}`).toBe(false)
})

test('the page on the catalogue has a row for every entry, in order', () => {
  const page = readFileSync(new URL('../../docs/catalogue.md', import.meta.url), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| `') && line.includes('.'))
  const expected = CATALOGUE.map(
    ({ code, unit, zh, definition }) => `| \`${code}\` | ${unit} | ${zh} | ${definition.zh} | ${definition.en} |`,
  )
  expect(rows.slice(-expected.length)).toEqual(expected)
})

describe.each(CATALOGUE)('$code', ({ code, topic, examples, nearMisses = [] }) => {
  test.each(examples)('is what %s measures', (phrase) => {
    expect(explainPhrase(phrase)).toMatchObject({ code, topic })
  })

  test.each(nearMisses)('is not what %s measures', (phrase) => {
    expect(explainPhrase(phrase).code).not.toBe(code)
  })
})
