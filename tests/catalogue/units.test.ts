import { expect, test } from 'vitest'
import { kindsOf, measureWords } from '../../shared/catalogue/units.ts'

test('the list has each measure word once', () => {
  const words = [...measureWords(), ...measureWords('made')]
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
})

test.each([
  ['件', 'case', true],
  ['件', 'document', true],
  ['人/次', 'person', true],
  ['人次', 'case', false],
  ['公里', 'item', false],
  ['', 'case', true],
  ['家次', 'visit', true],
  ['家次', 'object', false],
  ['埭', 'item', true],
] as const)('%s counts a %s: %s', (word, kind, isCounted) => {
  expect(kindsOf(word).has(kind)).toBe(isCounted)
})
