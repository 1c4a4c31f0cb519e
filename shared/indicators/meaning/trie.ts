import { FlatMap } from './flat-map.ts'

/** Code units of a text. */
const CODES = 1 << 16
/** Steps are kept under node and code unit in one number of 32 bits. */
const MAX_NODES = 1 << 16
/** A state is the node, shifted, and what is worth knowing of it before memory is read for it. */
const SHIFT = 2
const ENDS_WORD = 1
const GOES_ON = 2

interface Node<Word> {
  readonly steps: Map<number, Node<Word>>
  word: Word | undefined
}

/** A vocabulary as a tree of characters: a walk along a text meets all words that begin where it began. */
export class Trie<Word> {
  /** First states by code unit, 0 where no word begins so. */
  private readonly first = new Int32Array(CODES)
  private readonly steps: FlatMap
  /** By node: the word that ends there. */
  private readonly ends: (Word | undefined)[] = [undefined]

  constructor(words: Iterable<readonly [string, Word]>) {
    const root: Node<Word> = { steps: new Map(), word: undefined }
    for (const [text, word] of words) if (text !== '') nodeFor(root, text).word = word
    const steps = new Map<number, number>()
    for (const [code, node] of root.steps) this.first[code] = this.place(node, steps)
    this.steps = new FlatMap(steps)
  }

  /** Numbers a node and those behind it, and gives its state. */
  private place({ steps: nodes, word }: Node<Word>, steps: Map<number, number>): number {
    const number = this.ends.push(word) - 1
    if (number >= MAX_NODES)
      throw new Error(`The lexicon has more than ${MAX_NODES} beginnings of words: keys need more bits.`)
    for (const [code, node] of nodes) steps.set(keyOf(number, code), this.place(node, steps))
    return (number << SHIFT) | (word === undefined ? 0 : ENDS_WORD) | (nodes.size === 0 ? 0 : GOES_ON)
  }

  /** The state behind a first character; 0 where no word begins so. */
  begin(code: number): number {
    return this.first[code]!
  }

  /** The state one character on; 0 where no word goes on so. */
  step(state: number, code: number): number {
    return (state & GOES_ON) === 0 ? 0 : this.steps.get(keyOf(state >> SHIFT, code))
  }

  /** The word that ends at a state. */
  wordAt(state: number): Word | undefined {
    return (state & ENDS_WORD) === 0 ? undefined : this.ends[state >> SHIFT]
  }
}

function nodeFor<Word>(root: Node<Word>, text: string): Node<Word> {
  let node = root
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    let next = node.steps.get(code)
    if (next === undefined) {
      next = { steps: new Map(), word: undefined }
      node.steps.set(code, next)
    }
    node = next
  }
  return node
}

const keyOf = (node: number, code: number) => (node << 16) | code
