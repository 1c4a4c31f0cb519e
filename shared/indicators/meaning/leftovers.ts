import type { Span } from '../../text/span.ts'
import type { Hit } from './vocabulary.ts'

const HAN_FIRST = 0x4e00
const HAN_LAST = 0x9fff

/** The stretches of a span that neither the words given nor fillers cover, in order. */
export function leftovers(text: string, span: Span, words: readonly Span[], hits: readonly Hit[]): Span[] {
  const length = span.end - span.start
  const covered: boolean[] = Array(length).fill(false)
  const cover = ({ start, end }: Span) => {
    for (let at = Math.max(start, span.start); at < Math.min(end, span.end); at++) covered[at - span.start] = true
  }
  for (const word of words) cover(word)
  for (const hit of hits) if (hit.word.filler) cover(hit)
  const rest: Span[] = []
  let from = -1
  for (let at = 0; at <= length; at++) {
    const open = at < length && !covered[at] && isHan(text.charCodeAt(span.start + at))
    if (open && from < 0) from = at
    if (!open && from >= 0) {
      rest.push({ start: span.start + from, end: span.start + at })
      from = -1
    }
  }
  return rest
}

function isHan(code: number): boolean {
  return code >= HAN_FIRST && code <= HAN_LAST
}
