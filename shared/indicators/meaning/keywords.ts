import type { Span } from '../../report/report.ts'

/** One word found: `group` is the index of the list it came from. */
export interface Hit extends Span {
  readonly group: number
}

interface Node {
  readonly next: Map<number, Node>
  groups: number[]
}

/** Quotation marks that a report may put inside a word: 法治“体检”, “一件事”主题. */
const SKIPPED = new Set([...' "\'“”‘’「」『』'].map((sign) => sign.charCodeAt(0)))
/** How many of them in a row a word may hold; bounds the walk from one position. */
const MAX_SKIPPED = 2

/**
 * Finds words of many lists in one pass over a text: from each position a walk down a tree of characters, no longer than
 * the longest word.
 */
export class Keywords {
  private readonly root: Node = { next: new Map(), groups: [] }

  /** @param lists each a list of words parted by `|`, or a list of words */
  constructor(lists: readonly string[]) {
    for (const [group, words] of lists.entries())
      for (const word of words.split('|')) if (word !== '') this.add(word, group)
  }

  private add(word: string, group: number): void {
    let node = this.root
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i)
      let next = node.next.get(code)
      if (next === undefined) {
        next = { next: new Map(), groups: [] }
        node.next.set(code, next)
      }
      node = next
    }
    if (!node.groups.includes(group)) node.groups.push(group)
  }

  /** Every word of the span, in the order of their starts; words may overlap. */
  scan(text: string, { start, end }: Span): Hit[] {
    const hits: Hit[] = []
    for (let from = start; from < end; from++) {
      let node = this.root.next.get(text.charCodeAt(from))
      for (let at = from + 1; node !== undefined; at++) {
        for (const group of node.groups) hits.push({ start: from, end: at, group })
        if (node.next.size === 0) break
        for (let skipped = 0; at < end && skipped < MAX_SKIPPED && SKIPPED.has(text.charCodeAt(at)); skipped++) at++
        node = at < end ? node.next.get(text.charCodeAt(at)) : undefined
      }
    }
    return hits
  }
}

/** Index of the first hit that starts at or after the offset. */
function firstFrom(hits: readonly Hit[], offset: number): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (hits[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The hits that lie wholly inside the span. */
export function hitsWithin(hits: readonly Hit[], { start, end }: Span): Hit[] {
  const inside: Hit[] = []
  for (let i = firstFrom(hits, start); i < hits.length && hits[i]!.start < end; i++)
    if (hits[i]!.end <= end) inside.push(hits[i]!)
  return inside
}
