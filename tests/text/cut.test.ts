import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstOf, lastOf } from '../../shared/text/cut.ts'

describe('a text that is cut', () => {
  it.each([
    ['甲𠮷乙', 2, '甲', '乙'],
    ['甲𠮷乙', 3, '甲𠮷', '𠮷乙'],
    ['甲𠮷乙', 9, '甲𠮷乙', '甲𠮷乙'],
    ['甲乙', 0, '', ''],
  ])('%s to %i code units keeps its characters whole', (text, length, first, last) => {
    expect(firstOf(text, length)).toBe(first)
    expect(lastOf(text, length)).toBe(last)
  })

  it('is as long as it may be, but for one unit where a character would be parted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, length) => {
        for (const cut of [firstOf(text, length), lastOf(text, length)]) {
          expect(cut.isWellFormed()).toBe(true)
          expect(cut.length).toBeLessThanOrEqual(length)
          expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, length) - 1)
        }
        expect(text.startsWith(firstOf(text, length)) && text.endsWith(lastOf(text, length))).toBe(true)
      }),
    )
  })
})
