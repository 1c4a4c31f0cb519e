import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../shared/text/fold.ts'

test('Traditional characters and full-width signs are matched as their Simplified, half-width forms', () => {
  expect(fold('辦結行政復議案件２５件，佔９８％')).toBe('办结行政复议案件25件,占98%')
})

test('an offset into the folded text is an offset into the text, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(fold(text)).toHaveLength(text.length)
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

test('texts longer than a block keep every code unit', () => {
  const text = '復議案件'.repeat(40_000)
  expect(fold(text)).toBe('复议案件'.repeat(40_000))
})
