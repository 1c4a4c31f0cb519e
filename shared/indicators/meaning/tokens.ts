import type { Span } from '../../text/span.ts'
import { LEXICON, WORDS, type Word } from './lexicon.ts'
import { type Piece, segment } from './segment.ts'

export type TokenKind =
  | 'word'
  | 'unknown'
  | 'number'
  | 'title'
  | 'figure'
  | 'comma'
  | 'list'
  | 'stop'
  | 'open'
  | 'close'
  | 'mark'

/** One unit of a sentence: a word, an unknown run, a figure, a sign. */
export interface Token extends Span {
  readonly kind: TokenKind
  /** What the lexicon says of it, for a word. */
  readonly word: Word | null
  /** Words inside, for the title of a document. */
  readonly inside: readonly Word[]
  /** Whether it is part of a quoted name of several words: “田间地头普法”. */
  readonly isQuoted: boolean
}

const SIGNS: Readonly<Record<string, TokenKind>> = {
  ',': 'comma',
  '、': 'list',
  ';': 'stop',
  ':': 'stop',
  '(': 'open',
  ')': 'close',
}
const NO_WORDS: readonly Word[] = []
const HAN_RUN = /[\u4e00-\u9fff\u3400-\u4dbf](?:[\u4e00-\u9fff\u3400-\u4dbf、]|\([\u4e00-\u9fff、]{1,6}\))*/y
/** Shorter quotations stress a word. */
const SHORTEST_NAME = 4
const NUMBER = /[0-9A-Za-z.%‰·+-]+/y
const TITLE = /《[^《》]{1,120}》?/y

/** The sentence as tokens, in order; figures are tokens of their own, which no word crosses. */
export function tokensOf(text: string, sentence: Span, figures: readonly Span[]): Token[] {
  const tokens: Token[] = []
  const quotes = { isOpen: false }
  let next = 0
  for (let at = sentence.start; at < sentence.end; ) {
    const figure = figures[next]
    if (figure !== undefined && at >= figure.start) {
      tokens.push({
        start: figure.start,
        end: figure.end,
        kind: 'figure',
        word: null,
        inside: NO_WORDS,
        isQuoted: false,
      })
      at = Math.max(at, figure.end)
      next++
      continue
    }
    const end = Math.min(sentence.end, figure?.start ?? sentence.end)
    at = push(tokens, text, at, end, quotes)
  }
  return namesMarked(tokens)
}

/** A quotation that the lexicon knows as one word is that word; one of several is a name. */
function namesMarked(tokens: Token[]): Token[] {
  if (!tokens.some(({ isQuoted }) => isQuoted)) return tokens
  const marked = [...tokens]
  for (let from = 0; from < marked.length; from++) {
    if (!marked[from]!.isQuoted) continue
    let to = from
    while (to < marked.length && marked[to]!.isQuoted) to++
    const words = marked
      .slice(from, to)
      .filter(({ kind }) => kind === 'word' || kind === 'unknown' || kind === 'number')
    const isName =
      (words.length > 1 && words.reduce((sum, { start, end }) => sum + end - start, 0) >= SHORTEST_NAME) ||
      words.some(({ kind }) => kind === 'unknown')
    if (!isName) for (let at = from; at < to; at++) marked[at] = { ...marked[at]!, isQuoted: false }
    from = to
  }
  return marked
}

function push(tokens: Token[], text: string, at: number, limit: number, quotes: { isOpen: boolean }): number {
  const isQuoted = quotes.isOpen
  const title = text[at] === '《' ? matchAt(TITLE, text, at, limit) : at
  if (title > at) {
    const inside = segment(text, { start: at + 1, end: title }).flatMap(({ word }) => word ?? [])
    tokens.push({ start: at, end: title, kind: 'title', word: null, inside, isQuoted })
    return title
  }
  const run = matchAt(HAN_RUN, text, at, limit)
  if (run > at) {
    for (const piece of joinHeads(text, segment(text, { start: at, end: run })))
      pushPiece(tokens, text, piece, isQuoted)
    return run
  }
  const known = longestAt(text, at, limit)
  const number = matchAt(NUMBER, text, at, limit)
  if (known !== null && known.end > number) {
    tokens.push({ start: at, end: known.end, kind: 'word', word: known.word, inside: NO_WORDS, isQuoted })
    return known.end
  }
  if (number > at) {
    const word = WORDS.get(text.slice(at, number)) ?? null
    tokens.push({ start: at, end: number, kind: word === null ? 'number' : 'word', word, inside: NO_WORDS, isQuoted })
    return number
  }
  if ('“「'.includes(text[at]!)) quotes.isOpen = true
  else if ('”」'.includes(text[at]!)) quotes.isOpen = false
  else if (text[at] === '"') quotes.isOpen = !quotes.isOpen
  tokens.push({ start: at, end: at + 1, kind: SIGNS[text[at]!] ?? 'mark', word: null, inside: NO_WORDS, isQuoted })
  return at + 1
}

/** The longest word that begins with digits: 12345热线, 12348. */
function longestAt(text: string, at: number, limit: number): { end: number; word: Word } | null {
  let longest: { end: number; word: Word } | null = null
  let node = LEXICON.begin(text.charCodeAt(at))
  for (let end = at + 1; node !== 0; end++) {
    const word = LEXICON.wordAt(node)
    if (word !== undefined) longest = { end, word }
    if (end >= limit) break
    node = LEXICON.step(node, text.charCodeAt(end))
  }
  return longest
}

/** One character that makes a thing of the verb before it: 督查组, 检查点. */
const HEAD = /^[组队班室点站车船库网器表卡台亭岗哨]$/

function joinHeads(text: string, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    const isHead =
      piece.end - piece.start === 1 && (piece.word === null || piece.word.neutral) && HEAD.test(text[piece.start]!)
    if (isHead && before?.word != null && before.word.stages.length > 0 && before.word.things.length === 0)
      joined[joined.length - 1] = { start: before.start, end: piece.end, word: null }
    else joined.push(piece)
  }
  return joined
}

/** Signs inside a run of Chinese characters: brackets there belong to a name. */
const SIGN_WITHIN: Readonly<Record<string, TokenKind | undefined>> = { '、': 'list', '(': 'mark', ')': 'mark' }

/** A run that no word covers, without the brackets and list signs inside it. */
function pushPiece(tokens: Token[], text: string, { start, end, word }: Piece, isQuoted: boolean): void {
  if (word !== null) {
    tokens.push({ start, end, kind: 'word', word, inside: NO_WORDS, isQuoted })
    return
  }
  for (let from = start; from < end; ) {
    const sign = SIGN_WITHIN[text[from]!]
    let to = from + 1
    if (sign === undefined) while (to < end && SIGN_WITHIN[text[to]!] === undefined) to++
    tokens.push({ start: from, end: to, kind: sign ?? 'unknown', word: null, inside: NO_WORDS, isQuoted })
    from = to
  }
}

function matchAt(pattern: RegExp, text: string, at: number, limit: number): number {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found === null ? at : Math.min(limit, at + found[0].length)
}
