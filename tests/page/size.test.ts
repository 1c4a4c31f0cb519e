import { expect, it } from 'vitest'
import { compressedBytes } from './compressed-bytes.ts'

/** Of everything that a browser gets before it asks the API: a slow line has it in a second. */
const MOST_BYTES = 40_000

it('the page has less than 40 kB, compressed', () => {
  const bytes = compressedBytes()
  expect(bytes.map(([name]) => name)).toContain('page.js')
  expect(bytes.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(MOST_BYTES)
})
