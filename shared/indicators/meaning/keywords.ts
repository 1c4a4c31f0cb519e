import { characterSet } from '../../text/character-set.ts'
import type { Span } from '../../text/span.ts'
import { FlatMap } from './flat-map.ts'

/** One word found, with what the vocabulary says of it. */
export interface Found<Word> extends Span {
  readonly word: Word
}

/** Steps are kept under node and code unit in one number: a node has at most this many. */
const CODES = 1 << 16
/** Quotation marks that a report may put inside a word: 法治“体检”, “一件事”主题. */
const SKIPPED = characterSet(' "\'“”‘’「」『』')
/** How many of them in a row a word may hold; bounds the walk from one position. */
const MAX_SKIPPED = 2

/**
 * Finds the words of a vocabulary in one pass over a text: from each position a walk down a tree of characters, no longer
 * than the longest word.
 */
export class Keywords<Word> {
  /** First steps by code unit, 0 where no word begins so. */
  private readonly first = new Int32Array(CODES)
  private readonly steps: FlatMap
  /** By node: the word that ends there. */
  private readonly ends: (Word | undefined)[] = [undefined]

  constructor(words: Iterable<readonly [string, Word]>) {
    const steps = new Map<number, number>()
    for (const [word, meaning] of words) if (word !== '') this.ends[this.nodeFor(word, steps)] = meaning
    this.steps = new FlatMap(steps)
  }

  private nodeFor(word: string, steps: Map<number, number>): number {
    let node = this.first[word.charCodeAt(0)]!
    if (node === 0) {
      node = this.ends.push(undefined) - 1
      this.first[word.charCodeAt(0)] = node
    }
    for (let at = 1; at < word.length; at++) {
      const step = node * CODES + word.charCodeAt(at)
      node = steps.get(step) ?? this.ends.push(undefined) - 1
      steps.set(step, node)
    }
    return node
  }

  /** Every word of the span, in the order of their starts; words may overlap. */
  scan(text: string, { start, end }: Span): Found<Word>[] {
    const found: Found<Word>[] = []
    for (let from = start; from < end; from++) {
      let node = this.first[text.charCodeAt(from)]!
      for (let at = from + 1; node !== 0; at++) {
        const word = this.ends[node]
        if (word !== undefined) found.push({ start: from, end: at, word })
        if (at >= end) break
        let code = text.charCodeAt(at)
        for (let skipped = 0; skipped < MAX_SKIPPED && SKIPPED[code] === 1 && at + 1 < end; skipped++)
          code = text.charCodeAt(++at)
        node = this.steps.get(node * CODES + code)
      }
    }
    return found
  }
}

/** What lies wholly inside the span, of what is ordered by its starts. */
export function inside<T extends Span>(all: readonly T[], { start, end }: Span): T[] {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (all[middle]!.start < start) low = middle + 1
    else high = middle
  }
  let next = low
  let overhangs = false
  for (; next < all.length && all[next]!.start < end; next++) if (all[next]!.end > end) overhangs = true
  const within = all.slice(low, next)
  return overhangs ? within.filter((one) => one.end <= end) : within
}
