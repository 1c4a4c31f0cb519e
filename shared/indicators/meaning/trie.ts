import { FlatMap } from './flat-map.ts'

/** Steps are kept under node and code unit in one number: a node has at most this many. */
const CODES = 1 << 16

/** A vocabulary as a tree of characters: from a place in a text, all words that begin there in one walk. */
export class Trie<Word> {
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

  /** Calls `found` for each word that begins at `from` and ends by `end`, the shortest first. */
  eachAt(text: string, from: number, end: number, found: (end: number, word: Word) => void): void {
    let node = this.first[text.charCodeAt(from)]!
    for (let at = from + 1; node !== 0; at++) {
      const word = this.ends[node]
      if (word !== undefined) found(at, word)
      if (at >= end) return
      node = this.steps.get(node * CODES + text.charCodeAt(at))
    }
  }
}
