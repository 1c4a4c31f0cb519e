import type { Span } from '../../text/span.ts'
import { LEXICON, type Word } from './lexicon.ts'

/** What a character that no word covers costs, and what a word costs: few unknown characters first, then few words. */
const UNKNOWN = 10
const WORD = 3

/** A word of the lexicon, or a run of characters that no word covers. */
export interface Piece extends Span {
  readonly word: Word | null
}

/** By offset from the stretch's end: the best cost from there, and the word that it begins with. */
let costs = new Float64Array(256)
let ends = new Int32Array(256)
let begun: (Word | null)[] = []

/** Cuts a stretch of Chinese characters into words so that as few characters as can be stay unknown. Linear in its length. */
export function segment(text: string, { start, end }: Span): Piece[] {
  const length = end - start
  if (costs.length <= length) {
    costs = new Float64Array(length * 2)
    ends = new Int32Array(length * 2)
    begun = []
  }
  costs[length] = 0
  for (let at = length - 1; at >= 0; at--) {
    let cost = UNKNOWN + costs[at + 1]!
    let to = at + 1
    let first: Word | null = null
    let node = LEXICON.begin(text.charCodeAt(start + at))
    for (let next = at + 1; node !== 0; next++) {
      const word = LEXICON.wordAt(node)
      if (word !== undefined) {
        const total = WORD + costs[next]!
        if (total <= cost) {
          cost = total
          to = next
          first = word
        }
      }
      if (next >= length) break
      node = LEXICON.step(node, text.charCodeAt(start + next))
    }
    costs[at] = cost
    ends[at] = to
    begun[at] = first
  }
  const pieces: Piece[] = []
  for (let at = 0; at < length; ) {
    const from = at
    const word = begun[at] ?? null
    at = ends[at]!
    if (word === null) while (at < length && begun[at] === null) at = ends[at]!
    pieces.push({ start: start + from, end: start + at, word })
  }
  return pieces
}
