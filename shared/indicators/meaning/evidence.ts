import type { Matter } from '../../catalogue/matters.ts'
import type { Topic } from '../../report/report.ts'
import type { Span } from '../../text/span.ts'
import type { Coding, Evidence } from './codes.ts'
import { inside } from './keywords.ts'
import { leftovers } from './leftovers.ts'
import { type NamedMatter, strongWithin } from './matters-named.ts'
import type { Figure } from './meaning.ts'
import type { Phrase } from './phrases.ts'
import type { Hit } from './vocabulary.ts'

/** A phrase with more unknown words than this speaks of something of its own, not of the matter of an earlier sentence. */
const BARE = 6
/** The matter of what follows stands before, the words for it after: 37件申请中有31件立案. */
const AMONG = /(?:其中|中|里)[,有的]*$/

/** Where nothing in the text names the matter, the heading does. */
const MATTER_OF_HEADING: Partial<Record<Topic, Matter>> = { enforcement: 'enforcement', publicity: 'publicity' }

export interface SentenceToExplain {
  /** Of the reading. */
  readonly text: string
  readonly sentence: Span
  readonly figures: readonly Figure[]
  readonly hits: readonly Hit[]
  /** Words inside the titles of documents. */
  readonly titles: readonly Hit[]
  readonly named: readonly NamedMatter[]
  /** The matter that the sentences before named last. */
  readonly before: Matter | null
  /** The matter of the last figure that was coded before. */
  readonly counted: Matter | null
  /** By unit the figures that were coded first in the sentence before. */
  readonly countedByUnit: ReadonlyMap<string, Coding>
  /** For each figure the topic of its heading. */
  readonly headings: readonly (Topic | null)[]
}

/** What the figures so far leave to those that follow in the sentence. */
export interface Carried {
  readonly matter: Matter | null
  readonly topic: Topic | null
  readonly code: string | null
  /** By unit what was counted first: what follows may be classes of it. */
  readonly byUnit: ReadonlyMap<string, Coding>
}

/** What a figure's words, its sentence and what came before say of it. */
export function evidenceFor(
  { text, hits, titles, named, before, counted }: SentenceToExplain,
  { left, right }: Phrase,
  heading: Topic | null,
  carried: Carried,
): Evidence {
  const among = AMONG.test(text.slice(left.start, left.end)) && right.end > right.start
  const leftHits = among ? [] : inside(hits, left)
  const inLeft = strongWithin(named, left)
  const earlier = named.findLast(({ faint, end }) => !faint && end <= left.start)?.matter ?? null
  const fromSentence = inLeft.length > 0 ? NONE : [...known(earlier), ...known(carried.matter)]
  const alone = inLeft.length === 0 && fromSentence.length === 0
  const bare = alone && lengthOf(leftovers(text, left, leftHits, leftHits)) <= BARE
  const ofHeading = heading === null ? null : (MATTER_OF_HEADING[heading] ?? null)
  return {
    left: leftHits,
    right: text[right.start] === '中' ? [] : inside(hits, right),
    titles: inside(titles, left),
    heading,
    after: carried.code,
    matters: {
      left: inLeft,
      sentence: fromSentence,
      right: strongWithin(named, right),
      faint: alone ? faintBefore(named, left) : NONE,
      counted: bare ? known(counted) : NONE,
      before: bare ? [...known(before), ...known(ofHeading)] : NONE,
    },
  }
}

/** Faint matters of the phrase, else the last that its sentence named. */
function faintBefore(named: readonly NamedMatter[], left: Span): readonly Matter[] {
  const here = inside(named, left).map(({ matter }) => matter)
  return here.length > 0 ? here : known(named.findLast(({ end }) => end <= left.start)?.matter ?? null)
}

const NONE: readonly Matter[] = []

function known(matter: Matter | null): readonly Matter[] {
  return matter === null ? NONE : [matter]
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}
