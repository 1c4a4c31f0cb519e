import * as v from 'valibot'
import { count, documentId, listOf, ordinal } from '../report/attributes.ts'
import { RefusalError } from '../report/refusal.ts'
import type { Indicator } from '../report/report.ts'
import { indicatorAttributes, rowFacts } from '../report/report-attributes.ts'
import { messageBody } from './message-body.ts'

/** SQS takes 256 KB a message with its attributes; the rest is room for what queues and logs add. */
const MAX_CHUNK_BYTES = 200_000

/** Digits that `chunk` and `chunks` may come to take beyond the one each has in an empty envelope. */
const COUNTER_BYTES = 20

/** The fullest reports have some 400 figures; a file made of numbers alone would have half a million, a write each. */
const MAX_INDICATORS = 20_000

/** A message of the indicator queue: a part of one run's indicators. Every run has at least one chunk, be it empty. */
const indicatorChunk = v.pipe(
  v.object({
    documentId,
    run: ordinal,
    /** From 0. */
    chunk: count,
    chunks: ordinal,
    /** Of the whole run. */
    indicatorCount: count,
    facts: v.pipe(v.object(rowFacts), v.readonly()),
    indicators: listOf(v.object(indicatorAttributes)),
  }),
  v.readonly(),
)

export type IndicatorChunk = v.InferOutput<typeof indicatorChunk>
export type RowFacts = IndicatorChunk['facts']

/**
 * Cuts a run's indicators into messages whose bodies are under `MAX_CHUNK_BYTES`, always in the same places.
 * @throws {RefusalError} `too_complex` if there are more than `MAX_INDICATORS`, or a single one fits no message
 */
export function chunksOf(
  { documentId, run, facts }: Pick<IndicatorChunk, 'documentId' | 'run' | 'facts'>,
  indicators: readonly Indicator[],
): IndicatorChunk[] {
  if (indicators.length > MAX_INDICATORS)
    throw new RefusalError('too_complex', `The text has ${indicators.length} figures; no report has ${MAX_INDICATORS}.`)
  const envelope = { documentId, run, chunk: 0, chunks: 0, indicatorCount: indicators.length, facts }
  const room = MAX_CHUNK_BYTES - bytesOf({ ...envelope, indicators: [] }) - COUNTER_BYTES
  const parts: Indicator[][] = [[]]
  let used = 0
  for (const indicator of indicators) {
    const bytes = bytesOf(indicator) + 1
    if (bytes > room)
      throw new RefusalError(
        'too_complex',
        `Figure ${indicator.ordinal} takes ${bytes} bytes; a message holds ${room}.`,
      )
    if (used + bytes > room) {
      parts.push([])
      used = 0
    }
    parts.at(-1)!.push(indicator)
    used += bytes
  }
  return parts.map((part, chunk) => ({ ...envelope, chunk, chunks: parts.length, indicators: part }))
}

/** Null if a message is no chunk: no retry will make it one. */
export function readChunk(body: string): IndicatorChunk | null {
  try {
    return v.parse(indicatorChunk, JSON.parse(body))
  } catch {
    return null
  }
}

function bytesOf(value: object): number {
  return messageBody(value).length
}
