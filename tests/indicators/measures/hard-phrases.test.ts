import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { measure } from '../../../shared/indicators/measures/measure.ts'
import type { Measurement } from '../../../shared/indicators/measures/measurement.ts'
import { hardPhrases } from './hard-phrases.ts'

const phrases = hardPhrases(readFileSync(new URL('hard-phrases.md', import.meta.url), 'utf8'))

describe('the table of hard phrases', () => {
  it('has a hundred rows and more', () => {
    expect(phrases.length).toBeGreaterThan(100)
  })

  it.each(phrases)('$heading: $phrase', ({ phrase, gives, role }) => {
    const found = measure(phrase, [{ start: 0, end: phrase.length, level: 1, role, heading: null, topic: null }])
    expect(found.map(written).join('; ') || '-').toBe(gives)
  })
})

function written({ value, unit, bound, role }: Measurement): string {
  return [value, unit, bound === 'exact' ? '' : bound, role === 'level' ? '' : role]
    .filter((word) => word !== '')
    .join(' ')
}
