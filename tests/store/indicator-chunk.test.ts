import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunksOf, readChunk } from '../../shared/store/indicator-chunk.ts'
import { messageBody } from '../../shared/store/message-body.ts'
import { chunkOf, indicatorOf } from './records.ts'

const { documentId, run, facts } = chunkOf()
const envelope = { documentId, run, facts }
const indicatorsOf = (subjects: readonly string[]) =>
  subjects.map((subject, index) => indicatorOf({ ordinal: index + 1, subject }))

/** Up to 190 kB in a message, with characters of every width in JSON's escapes. */
const subject = fc
  .tuple(fc.constantFrom('a', '案', '𠮷', '"', '\n'), fc.nat(15_000))
  .map(([char, times]) => char.repeat(times))

describe('chunks of a run', () => {
  it('hold all figures in order, each chunk under the limit of a message', () => {
    fc.assert(
      fc.property(fc.array(subject, { maxLength: 12 }), (subjects) => {
        const indicators = indicatorsOf(subjects)
        const chunks = chunksOf(envelope, indicators)
        expect(chunks.flatMap((chunk) => chunk.indicators)).toEqual(indicators)
        for (const [index, chunk] of chunks.entries()) {
          expect(messageBody(chunk).length).toBeLessThanOrEqual(200_000)
          expect(chunk).toMatchObject({ chunk: index, chunks: chunks.length, indicatorCount: indicators.length })
          expect(readChunk(messageBody(chunk))).toEqual(chunk)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('are one, empty, for a report without figures', () => {
    expect(chunksOf(envelope, [])).toMatchObject([{ chunk: 0, chunks: 1, indicators: [] }])
  })

  it('refuse a file that is all numbers', () => {
    const many = Array.from({ length: 20_001 }, () => indicatorOf())
    expect(() => chunksOf(envelope, many)).toThrow(
      expect.objectContaining({ name: 'RefusalError', reason: 'too_complex' }),
    )
    expect(chunksOf(envelope, many.slice(1)).flatMap((chunk) => chunk.indicators)).toHaveLength(20_000)
  })

  it('refuse a figure that fits no message', () => {
    expect(() => chunksOf(envelope, indicatorsOf(['案'.repeat(34_000)]))).toThrow(
      expect.objectContaining({ name: 'RefusalError', reason: 'too_complex' }),
    )
  })
})
