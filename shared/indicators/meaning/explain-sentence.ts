import type { Matter } from '../../catalogue/matters.ts'
import type { Span, Topic } from '../../report/report.ts'
import { type Coding, codeOf, type Evidence } from './codes.ts'
import { inside } from './keywords.ts'
import { leftovers } from './leftovers.ts'
import type { NamedMatter } from './matters-named.ts'
import type { Figure, Meaning } from './meaning.ts'
import { type Phrase, phrasesOf } from './phrases.ts'
import { type Coded, scopesOf, sectorOf } from './scopes.ts'
import { subjectOf } from './subjects.ts'
import { topicFrom } from './topic-of-figure.ts'
import { type Hit, LISTS_OF } from './vocabulary.ts'

/** A phrase with more unknown words than this speaks of something of its own, not of the matter of an earlier sentence. */
const BARE = 6
/** How far before a phrase its sentence still tells of the topic, in characters. */
const TOPIC_REACH = 80

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
  /** For each figure the topic of its heading. */
  readonly headings: readonly (Topic | null)[]
}

/** What the figures so far leave to those that follow in the sentence. */
interface Carried {
  readonly matter: Matter | null
  readonly topic: Topic | null
}

const NOTHING: Carried = { matter: null, topic: null }

/** What the figures of a sentence mean, and the matter that they leave to the sentences after. */
export function explainSentence(given: SentenceToExplain): { meanings: Meaning[]; counted: Matter | null } {
  const phrases = phrasesOf(given.text, given.sentence, given.figures)
  const meanings: Omit<Meaning, 'scope'>[] = []
  const coded: (Coded | null)[] = []
  let carried = NOTHING
  for (const [i, figure] of given.figures.entries()) {
    const phrase = phrases[i]!
    const heading = given.headings[i]!
    const evidence = evidenceFor(given, phrase, heading, carried)
    const coding = codeFrom(given, figure, phrase, evidence)
    const topic = coding?.entry.topic ?? topicOf(given, phrase, evidence, carried) ?? 'functions'
    coded.push(coding === null ? null : codedFigure(given, figure, phrase, coding))
    const { left, right } = phrase
    meanings.push({ subject: subjectOf(given.text, left, right, ''), code: coding?.entry.code ?? null, topic })
    carried = { matter: coding?.matter ?? carried.matter, topic }
  }
  const scopes = scopesOf(coded)
  return { meanings: meanings.map((meaning, i) => ({ ...meaning, scope: scopes[i]! })), counted: carried.matter }
}

function topicOf(
  { sentence, hits }: SentenceToExplain,
  { left }: Phrase,
  evidence: Evidence,
  carried: Carried,
): Topic | null {
  const start = Math.max(sentence.start, left.start - TOPIC_REACH)
  return topicFrom({ ...evidence, sentence: inside(hits, { start, end: left.start }), figureBefore: carried.topic })
}

function evidenceFor(
  { text, hits, titles, named, before, counted }: SentenceToExplain,
  { left, right }: Phrase,
  heading: Topic | null,
  carried: Carried,
): Evidence {
  const leftHits = inside(hits, left)
  const inLeft = strongWithin(named, left)
  const earlier = named.findLast(({ faint, end }) => !faint && end <= left.start)?.matter ?? null
  const fromSentence = inLeft.length > 0 ? [] : [earlier, carried.matter]
  const alone = inLeft.length === 0 && fromSentence.every((matter) => matter === null)
  const bare = alone && lengthOf(leftovers(text, left, leftHits, leftHits)) <= BARE
  const ofHeading = heading === null ? null : (MATTER_OF_HEADING[heading] ?? null)
  return {
    left: leftHits,
    right: inside(hits, right),
    titles: inside(titles, left),
    heading,
    matters: {
      left: inLeft,
      sentence: known(fromSentence),
      right: strongWithin(named, right),
      faint: alone ? inside(named, left).map(({ matter }) => matter) : [],
      counted: known(bare ? [counted] : []),
      before: known(bare ? [before, ofHeading] : []),
    },
  }
}

/** By the words near the figure, else by those to the end of its clause. */
function codeFrom(
  { hits, named }: SentenceToExplain,
  figure: Figure,
  { right, far, list }: Phrase,
  evidence: Evidence,
): Coding | null {
  const { role } = figure.measurement
  const near = codeOf(role, figure, figure.unit, evidence)
  if (near !== null) return near
  if (list !== null) {
    const left = strongWithin(named, list)
    const whole = codeOf(role, figure, figure.unit, {
      ...evidence,
      left: inside(hits, list),
      matters: { ...evidence.matters, left },
    })
    if (whole !== null) return whole
  }
  if (evidence.matters.left.length > 0 || far.end <= right.end) return null
  const matters = { ...evidence.matters, right: strongWithin(named, far) }
  return codeOf(role, figure, figure.unit, { ...evidence, right: inside(hits, far), matters })
}

function codedFigure(
  { text, sentence, hits, named }: SentenceToExplain,
  figure: Figure,
  { left, right }: Phrase,
  { entry, matter }: Coding,
): Coded {
  const leftHits = inside(hits, left)
  const lists = LISTS_OF.get(entry)!
  const own = [
    ...leftHits.filter(({ word }) => word.lists.some((list) => lists.has(list))),
    ...inside(named, left).filter((one) => one.matter === matter),
  ]
  return {
    entry,
    sentence: text.slice(sentence.start, left.start),
    namesMatter: strongWithin(named, left).length > 0,
    left: text.slice(left.start, left.end),
    right: text.slice(right.start, right.end),
    rest: leftovers(text, left, own, leftHits).map(({ start, end }) => text.slice(start, end)),
    sector: entry.topic === 'enforcement' ? sectorOf(text.slice(sentence.start, figure.start)) : null,
  }
}

function strongWithin(named: readonly NamedMatter[], span: Span): Matter[] {
  return inside(named, span).flatMap(({ faint, matter }) => (faint ? [] : [matter]))
}

function known(matters: readonly (Matter | null)[]): Matter[] {
  return matters.filter((matter) => matter !== null)
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}
