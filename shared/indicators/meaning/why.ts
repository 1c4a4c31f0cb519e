import type { Section } from '../../report/report.ts'
import type { Measurement } from '../measures/measurement.ts'
import type { Choice } from './choose.ts'
import { explain } from './explain.ts'
import type { Explained } from './explained.ts'
import type { Name, Word } from './lexicon.ts'
import type { Meaning } from './meaning.ts'
import type { Reporter } from './reporter.ts'
import type { Row } from './rows.ts'
import type { Token } from './tokens.ts'
import { type Miss, nearestMisses } from './why-not.ts'

/** A word of the figure's phrase, and what the lexicon says of it. */
export interface TypedWord {
  readonly text: string
  /** Before the figure, the noun behind it, or what is said of that noun. */
  readonly place: 'before' | 'noun' | 'behind'
  /** `matter reconsideration`, `limits (sector)`, `limits nothing`, `unknown`. */
  readonly says: readonly string[]
}

/** Why a part is one: its words, and where they were said. */
export interface Limit {
  readonly words: string
  /** Those of the limiting words that the lexicon does not know. */
  readonly unknown: readonly string[]
  readonly from: 'phrase' | 'sentence' | 'other figures' | 'row and column'
}

/** How the meaning of one figure came about. */
export interface Why {
  readonly meaning: Meaning
  readonly words: readonly TypedWord[]
  /** The words that each part was taken from, the nearest to the figure first; empty where the sentence or heading gave it. */
  readonly parts: { readonly matter: string; readonly stage: string; readonly thing: string }
  /** The row that won; of a concept without a code, `entry` is null. */
  readonly row: Row | null
  /** Whether the row is that of a figure before, of which this one is a part or which it goes on with. */
  readonly isOfFigureBefore: boolean
  readonly weight: number
  /** Rows of other codes that fitted too, the surest first. */
  readonly lost: readonly Choice[]
  /** If no row fits: the entries that come nearest, with the part that is missing. */
  readonly misses: readonly Miss[]
  /** Null for the whole. */
  readonly limit: Limit | null
}

/** Rows that lost, and entries that do not fit, beyond these few say nothing new. */
const MOST_SHOWN = 3

/** The meanings that `explain` gives, each with how it came about. */
export function explainWithReasons(
  text: string,
  measurements: readonly Measurement[],
  sections: readonly Section[],
  reporter: Reporter,
): Why[] {
  const reasons: ((meaning: Meaning) => Why)[] = []
  const meanings = explain(text, measurements, sections, reporter, (explained, reading) => {
    reasons.push((meaning) => whyOf(meaning, explained, reading))
  })
  return meanings.map((meaning, index) => reasons[index]!(meaning))
}

function whyOf(meaning: Meaning, explained: Explained, text: string): Why {
  const { phrase, parts, choices } = explained
  const winner = choices.find(({ row }) => row === explained.row) ?? null
  const row = explained.row ?? choices[0]?.row ?? null
  const tokens = [...phrase.left].reverse().concat(phrase.right, phrase.predicate)
  const textOf = ({ start, end }: Token) => text.slice(start, end)
  const wordsSaying = (says: (word: Word) => boolean) =>
    [...new Set(tokens.filter(({ word }) => word !== null && says(word)).map(textOf))].join(' ')
  return {
    meaning,
    words: [
      ...typedWords(phrase.left, 'before', text),
      ...typedWords(phrase.right, 'noun', text),
      ...typedWords(phrase.predicate, 'behind', text),
    ],
    parts: {
      matter: wordsSaying(({ matters, within }) => matters.length + within.length > 0),
      stage: wordsSaying(({ stages }) => stages.length > 0),
      thing: wordsSaying(({ things }) => things.length > 0),
    },
    row,
    isOfFigureBefore: explained.row !== null && winner === null,
    weight: (winner ?? choices[0])?.weight ?? 0,
    lost: othersOf(choices, row),
    misses: row === null ? nearestMisses(parts, explained.figure, MOST_SHOWN) : [],
    limit: limitOf(meaning, explained, tokens, textOf),
  }
}

/** The surest row of each code that is not the winner's. */
function othersOf(choices: readonly Choice[], row: Row | null): Choice[] {
  const seen = new Set([row?.entry?.code])
  return choices
    .filter((choice) => {
      const code = choice.row.entry?.code
      if (choice.row === row || seen.has(code)) return false
      seen.add(code)
      return true
    })
    .slice(0, MOST_SHOWN)
}

function typedWords(tokens: readonly Token[], place: TypedWord['place'], text: string): TypedWord[] {
  return tokens
    .filter(({ kind }) => kind === 'word' || kind === 'unknown' || kind === 'title' || kind === 'number')
    .map((token) => ({ text: text.slice(token.start, token.end), place, says: saysOf(token) }))
}

function saysOf({ kind, word, isQuoted }: Token): string[] {
  if (kind === 'title') return ['title of a document']
  if (word === null) return [isQuoted ? 'unknown, in a quoted name' : 'unknown']
  const named = (type: string, names: readonly Name[]) => (names.length === 0 ? [] : [`${type} ${names.join('/')}`])
  const says = [
    ...named('matter', word.matters),
    ...named('stage', word.stages),
    ...named('thing', word.things),
    ...named('quality', word.qualities),
    ...(word.matters.length === 0 ? named('of matter', word.within) : []),
    ...(word.limit === null ? [] : [`limits (${word.limit})`]),
    ...(word.neutral ? ['limits nothing'] : []),
    ...(isQuoted ? ['in a quoted name'] : []),
  ]
  return says.length === 0 ? ['says nothing'] : says
}

function limitOf(
  { scope }: Meaning,
  explained: Explained,
  tokens: readonly Token[],
  textOf: (token: Token) => string,
): Limit | null {
  if (scope === null) return null
  if (explained.scope === null) return { words: scope, unknown: [], from: 'other figures' }
  const own = tokens.filter((token) => token.kind !== 'comma' && scope.includes(textOf(token)))
  return {
    words: scope,
    unknown: own.filter(({ kind }) => kind === 'unknown').map(textOf),
    from: own.length > 0 ? 'phrase' : 'sentence',
  }
}
