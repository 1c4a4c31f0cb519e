import { characterSet } from '../../text/character-set.ts'
import type { Span } from '../../text/span.ts'

/** Longer stretches without a full stop are cut: no figure leans on words so far away, and work per sentence stays small. */
const MAX_SENTENCE = 2000

const FULL_STOPS = characterSet('。!?\n')

/**
 * The sentences of a reading, gapless and in order.
 * @param breaks where one ends without a full stop: behind a heading; in order
 */
export function* sentences(text: string, breaks: readonly number[] = []): Generator<Span> {
  let start = 0
  let next = 0
  for (let at = 0; at < text.length; at++) {
    while (breaks[next]! <= at) next++
    if (FULL_STOPS[text.charCodeAt(at)] === 0 && at - start < MAX_SENTENCE && at + 1 !== breaks[next]) continue
    yield { start, end: at + 1 }
    start = at + 1
  }
  if (start < text.length) yield { start, end: text.length }
}
