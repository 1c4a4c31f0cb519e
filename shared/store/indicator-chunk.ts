import * as v from 'valibot'
import { Refusal } from '../report/refusal.ts'
import type { Indicator, Level } from '../report/report.ts'

/** SQS takes 256 KB a message with its attributes; the rest is room for what queues and logs add. */
const MAX_CHUNK_BYTES = 200_000

/** Digits that `chunk` and `chunks` may come to take beyond the one each has in an empty envelope. */
const COUNTER_BYTES = 20

/** The fullest reports have some 400 figures; a file made of numbers alone would have half a million, a write each. */
const MAX_INDICATORS = 20_000

/** Facts of the report that each of its rows repeats, so that a row can be read and compared by itself. */
export interface RowFacts {
  readonly regionCode: string | null
  readonly year: number | null
  readonly issuer: string | null
  readonly level: Level | null
}

/** A message of the indicator queue: a part of one run's indicators. Every run has at least one chunk, be it empty. */
export interface IndicatorChunk {
  readonly documentId: string
  readonly run: number
  /** From 0. */
  readonly chunk: number
  readonly chunks: number
  /** Of the whole run. */
  readonly indicatorCount: number
  readonly facts: RowFacts
  readonly indicators: readonly Indicator[]
}

/**
 * Cuts a run's indicators into messages under `MAX_CHUNK_BYTES`, always in the same places.
 * @throws {Refusal} `too_complex` where there are more than `MAX_INDICATORS`, or a single one fits no message
 */
export function chunksOf(
  { documentId, run, facts }: Pick<IndicatorChunk, 'documentId' | 'run' | 'facts'>,
  indicators: readonly Indicator[],
): IndicatorChunk[] {
  if (indicators.length > MAX_INDICATORS)
    throw new Refusal('too_complex', `The text has ${indicators.length} figures; no report has ${MAX_INDICATORS}.`)
  const envelope = { documentId, run, chunk: 0, chunks: 0, indicatorCount: indicators.length, facts }
  const room = MAX_CHUNK_BYTES - bytesOf({ ...envelope, indicators: [] }) - COUNTER_BYTES
  const parts: Indicator[][] = [[]]
  let used = 0
  for (const indicator of indicators) {
    const bytes = bytesOf(indicator) + 1
    if (bytes > room)
      throw new Refusal('too_complex', `Figure ${indicator.ordinal} takes ${bytes} bytes; a message holds ${room}.`)
    if (used + bytes > room) {
      parts.push([])
      used = 0
    }
    parts.at(-1)!.push(indicator)
    used += bytes
  }
  return parts.map((part, chunk) => ({ ...envelope, chunk, chunks: parts.length, indicators: part }))
}

/** What the writer relies on; the figures themselves are the parser's, which sent them, and are kept as they are. */
const Chunk = v.looseObject({
  documentId: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  run: v.pipe(v.number(), v.integer(), v.minValue(1)),
  chunk: v.pipe(v.number(), v.integer(), v.minValue(0)),
  chunks: v.pipe(v.number(), v.integer(), v.minValue(1)),
  indicatorCount: v.pipe(v.number(), v.integer(), v.minValue(0)),
  facts: v.looseObject({ regionCode: v.nullable(v.string()), year: v.nullable(v.number()) }),
  indicators: v.array(v.looseObject({ ordinal: v.number(), code: v.nullable(v.string()) })),
})

/** Null where a message is no chunk: no retry will make it one. */
export function readChunk(body: string): IndicatorChunk | null {
  try {
    return v.parse(Chunk, JSON.parse(body)) as unknown as IndicatorChunk
  } catch {
    return null
  }
}

function bytesOf(value: object): number {
  return Buffer.byteLength(JSON.stringify(value))
}
