import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../shared/catalogue/catalogue.ts'
import { whyOf } from './marked-phrase.ts'
import { faultsIn, phraseTable } from './phrase-table.ts'

const HARD = [...phraseTable('opposites.tsv'), ...phraseTable('hard-phrases.tsv')]
const MISREAD = phraseTable('known-misreadings.tsv')

test.each(HARD)('$phrase', (row) => {
  const faults = faultsIn(row)
  expect(faults, faults.length === 0 ? '' : whyOf(row.phrase)).toEqual([])
})

describe('a known misreading is still one, else its row has to move', () => {
  test.each(MISREAD)('$phrase', (row) => {
    expect(faultsIn(row)).not.toEqual([])
  })
})

test('every code of the tables is one of the catalogue, and no phrase is there twice', () => {
  const rows = [...HARD, ...MISREAD]
  const known = new Set<string>([...CATALOGUE.map(({ code }) => code), '-'])
  for (const code of rows.flatMap(({ codes }) => codes.flat())) expect(known).toContain(code)
  const phrases = rows.map(({ phrase }) => phrase)
  expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([])
})
