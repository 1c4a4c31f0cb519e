import type { Code } from '../../catalogue/catalogue.ts'
import { kindsOf } from '../../catalogue/units.ts'
import type { Span } from '../../text/span.ts'
import type { Choice } from './choose.ts'
import type { Subject } from './clause-subjects.ts'
import type { Matter, Name, Word } from './lexicon.ts'
import type { Figure } from './meaning.ts'
import type { Parts } from './parts.ts'
import type { Phrase } from './phrases.ts'
import type { Row } from './rows.ts'
import type { Token } from './tokens.ts'

/** What the sentences before leave to this one. */
export interface Before {
  readonly matters: readonly Matter[]
  readonly figures: readonly Explained[]
}

export interface Explained {
  readonly figure: Figure
  readonly phrase: Phrase
  readonly parts: Parts
  /** The word of the sentence before the phrase that last named a matter. */
  readonly named: Word | null
  /** The row that gave the code; null where none fits. */
  readonly row: Row | null
  readonly scope: string | null
  /** What limits it, to be carried on. */
  readonly limits: readonly Token[]
  /** The rows that fitted, the surest first. */
  readonly choices: readonly Choice[]
}

/** The figures of a sentence explained, and the matter that it ends on. */
export interface Outcome {
  readonly figures: readonly Explained[]
  readonly matters: readonly Matter[]
}

export interface SentenceGiven {
  /** Of the reading. */
  readonly text: string
  readonly sentence: Span
  readonly figures: readonly Figure[]
  readonly before: Before
  readonly heading: readonly Matter[]
  readonly headingNames: readonly Name[]
  readonly isOwn: (words: string) => boolean
}

export interface ToResolve {
  readonly text: string
  readonly figure: Figure
  readonly phrase: Phrase
  readonly parts: Parts
  readonly named: Word | null
  readonly choices: readonly Choice[]
  readonly own: Row | null
  readonly head: Explained | null
  readonly last: Explained | undefined
  readonly done: readonly Explained[]
  readonly lead: readonly Token[]
  readonly subject: Subject
  readonly isOwn: (words: string) => boolean
}

export function codeOf(row: Row): Code {
  return row.entry!.code
}

export function sameUnit(a: Figure, b: Figure): boolean {
  if (a.unit === b.unit) return true
  const others = kindsOf(b.unit)
  for (const kind of kindsOf(a.unit)) if (kind !== 'time' && others.has(kind)) return true
  return false
}

export function stagesOf({ parts }: Explained): Parts['stages'] {
  return [...parts.stages, ...parts.predicate.stages]
}
