import type { Code } from '../../catalogue/catalogue.ts'
import { topicOf } from '../../catalogue/topics.ts'
import type { Section, Topic } from '../../report/report.ts'
import { fold } from '../../text/fold.ts'
import { type Reading, read } from '../../text/reading.ts'
import type { Span } from '../../text/span.ts'
import type { Measurement } from '../measures/measurement.ts'
import { explainSentence } from './explain-sentence.ts'
import type { Explained } from './explained.ts'
import { headingsAt } from './headings.ts'
import type { Matter, Word } from './lexicon.ts'
import type { Figure, Meaning } from './meaning.ts'
import { openingPeriod, periodsOf, type Time } from './periods.ts'
import { ownNames, type Reporter } from './reporter.ts'
import { segment } from './segment.ts'
import { sentences } from './sentences.ts'
import { type Settled, settleStages } from './settle-stages.ts'
import { subjectOf } from './subjects.ts'
import { topicFrom } from './topic.ts'

/** 件(批), 场(户)次: the second unit adds nothing to what is counted. */
const ASIDE = /\([^)]{0,4}\)/
/** How far on a matter named in an earlier sentence is still what a bare phrase speaks of, in characters. */
const MATTER_REACH = 200
/** A sentence no longer than this may say what the next is about, in characters. */
const LONGEST_TITLE = 30

/** How much of a text tells in general what it is about. */
const TITLE_LENGTH = 100

/** What holds for the whole text. */
interface About extends Time {
  readonly topic: Topic | null
}

/** Hears how the meaning of a figure came about, in the order of the figures. `text` is the reading that tokens point into. */
export type Hear = (explained: Explained, text: string) => void

/** What each measurement is about, in the order given. */
export function explain(
  text: string,
  measurements: readonly Measurement[],
  sections: readonly Section[],
  reporter: Reporter,
  hear?: Hear,
): Meaning[] {
  return settleStages(explainUnsettled(text, measurements, sections, reporter, hear))
}

/** What each measurement is about, before others of the same code make it a part. */
export function explainUnsettled(
  text: string,
  measurements: readonly Measurement[],
  sections: readonly Section[],
  reporter: Reporter,
  hear: Hear = () => {},
): Settled[] {
  const heading = headingsAt(sections)
  const isOwn = ownNames(reporter)
  const opening = fold(text.slice(0, measurements[0]?.start ?? 0))
  const about: About = {
    year: reporter.year,
    opening: openingPeriod(opening),
    topic: topicOf(opening.slice(0, TITLE_LENGTH)),
  }
  let next = 0
  let nextSection = 0
  return sections
    .filter(({ level }) => level === 1)
    .flatMap((part) => {
      const first = next
      while (next < measurements.length && measurements[next]!.start < part.end) next++
      const firstSection = nextSection
      while (nextSection < sections.length && sections[nextSection]!.start < part.end) nextSection++
      if (next === first) return []
      const inside = sections.slice(firstSection, nextSection)
      return explainPart(text, part, measurements.slice(first, next), inside, heading, isOwn, about, hear)
    })
}

function explainPart(
  text: string,
  part: Span,
  measurements: readonly Measurement[],
  sections: readonly Section[],
  headingAt: ReturnType<typeof headingsAt>,
  isOwn: (words: string) => boolean,
  about: About,
  hear: Hear,
): Settled[] {
  const reading = read(text, part)
  const figures = figuresIn(reading, measurements)
  const meanings: Settled[] = []
  let matters: readonly Matter[] = []
  let end = 0
  let before: readonly Explained[] = []
  let topic: Topic | null = null
  let spoken: Word | null = null
  let next = 0
  for (const sentence of sentences(reading.text, headingEnds(reading, sections))) {
    const first = next
    while (next < figures.length && figures[next]!.start < sentence.end) next++
    if (next === first) {
      // 做好行政复议工作。共收到申请16件: a short sentence without figures says what the next is about.
      const said = sentence.end - sentence.start <= LONGEST_TITLE ? lastMatter(reading.text, sentence) : null
      if (said !== null) {
        matters = said.matters
        spoken = said
        before = []
        end = sentence.end
      }
      continue
    }
    const here = figures.slice(first, next)
    const heading = headingAt(here[0]!.measurement.start)
    const isNear = sentence.start - end <= MATTER_REACH
    const { figures: explained, matters: ending } = explainSentence({
      text: reading.text,
      sentence,
      figures: here,
      before: { matters: isNear ? matters : [], figures: isNear ? before : [] },
      heading: heading.matters,
      headingNames: heading.names,
      isOwn,
    })
    const periods = periodsOf(reading.text, sentence, here, about)
    for (const [i, one] of explained.entries()) {
      hear(one, reading.text)
      const { left, right } = spansOf(one)
      const code: Code | null = one.row?.entry?.code ?? null
      topic =
        one.row?.entry?.topic ??
        topicFrom({
          left: reading.text.slice(left.start, left.end),
          right: reading.text.slice(right.start, right.end),
          sentence: reading.text.slice(Math.max(sentence.start, left.start - 80), left.start),
          heading: heading.topic,
          figureBefore: i === 0 ? null : topic,
        }) ??
        about.topic ??
        'functions'
      meanings.push({
        code,
        scope: one.scope,
        topic,
        period: periods[i]!,
        subject: subjectOf(reading.text, left, right, carriedWords(one, spoken)),
        row: one.row,
        outcome: outcomeOf(one),
        role: here[i]!.measurement.role,
      })
      spoken = matterSaid(one) ?? spoken
    }
    matters = ending
    before = explained
    end = sentence.end
  }
  return meanings
}

/** The last word of a span that names a matter. */
function lastMatter(text: string, span: Span): Word | null {
  return segment(text, span).findLast(({ word }) => word !== null && word.matters.length > 0)?.word ?? null
}

function matterSaid({ phrase }: Explained): Word | null {
  return (
    [...phrase.left, ...phrase.right].findLast(({ word }) => word !== null && word.matters.length > 0)?.word ?? null
  )
}

/** What the subject leaves unsaid: the matter that was named before and gave the code. */
function carriedWords(one: Explained, spoken: Word | null): string {
  if (one.row === null || matterSaid(one) !== null) return ''
  const named = one.named ?? spoken
  return named?.matters.some((matter) => one.row!.matter.has.has(matter)) ? named.text : ''
}

/** Where the headings of a reading end: a long one runs into the line behind it. */
function headingEnds({ offsets }: Reading, sections: readonly Section[]): number[] {
  const ends: number[] = []
  let at = 0
  for (const { start, heading } of sections) {
    if (heading === null) continue
    const end = start + heading.length
    while (at < offsets.length && offsets[at]! < end) at++
    ends.push(at)
  }
  return ends
}

/** The word for the outcome or kind that a figure states, if its row parts them. */
function outcomeOf({ row, phrase }: Explained): string | null {
  if (row === null || !(row.outcome || row.kinds)) return null
  const tokens = [...[...phrase.left].reverse(), ...phrase.right, ...phrase.predicate]
  const says =
    row.kinds || row.stage.names.length === 0 || row.stage.none
      ? ({ things }: Word) => things.some((thing) => row.thing.names.includes(thing))
      : ({ stages }: Word) => stages.some((stage) => row.stage.names.includes(stage))
  return tokens.find(({ word }) => word !== null && says(word))?.word?.text ?? row.written
}

function spansOf({ phrase, figure }: Explained): { left: Span; right: Span } {
  return {
    left: { start: phrase.left[0]?.start ?? figure.start, end: figure.start },
    right: { start: figure.end, end: phrase.right.at(-1)?.end ?? figure.end },
  }
}

function figuresIn(reading: Reading, measurements: readonly Measurement[]): Figure[] {
  const { offsets } = reading
  let at = 0
  const advance = (offset: number) => {
    while (at < offsets.length && offsets[at]! < offset) at++
    return at
  }
  return measurements.map((measurement) => ({
    measurement,
    unit: fold(measurement.unit).replace(ASIDE, ''),
    start: advance(measurement.start),
    end: advance(measurement.end),
  }))
}
