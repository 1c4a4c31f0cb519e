import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { measure } from '../../../shared/indicators/measures/measure.ts'
import type { Measurement } from '../../../shared/indicators/measures/measurement.ts'
import { hardPhrases } from './hard-phrases.ts'

const phrases = hardPhrases(readFileSync(new URL('hard-phrases.md', import.meta.url), 'utf8'))

describe('the table of hard phrases', () => {
  it.each(phrases)('$heading: $text ($purpose)', ({ text, figures, gives, role }) => {
    const found = measure(text, [{ start: 0, end: text.length, role }], null)
    const expected = figures.map(({ raw, start, end }, index) => ({ raw, start, end, gives: gives[index] }))
    expect(found.map((one) => ({ raw: one.raw, start: one.start, end: one.end, gives: written(one) }))).toEqual(
      expected,
    )
  })

  it('has no phrase twice', () => {
    expect(new Set(phrases.map(({ text }) => text)).size).toBe(phrases.length)
  })
})

function written({ value, unit, bound, role }: Measurement): string {
  return [value, unit, bound === 'exact' ? '' : bound, role === 'level' ? '' : role]
    .filter((word) => word !== '')
    .join(' ')
}
