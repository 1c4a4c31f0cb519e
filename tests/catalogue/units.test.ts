import { expect, test } from 'vitest'
import { isOfKind, measureWords } from '../../shared/catalogue/units.ts'

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
  ['', 'item', false],
] as const)('%s counts a %s: %s', (word, kind, isCounted) => {
  expect(isOfKind(word, kind)).toBe(isCounted)
})
