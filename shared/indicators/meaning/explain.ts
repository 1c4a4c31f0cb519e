import type { Matter } from '../../catalogue/matters.ts'
import type { Section, Topic } from '../../report/report.ts'
import { fold } from '../../text/fold.ts'
import { type Reading, read } from '../../text/reading.ts'
import type { Span } from '../../text/span.ts'
import type { Measurement } from '../measures/measurement.ts'
import { type Explained, explainSentence } from './explain-sentence.ts'
import { headingTopics } from './heading-topics.ts'
import { mattersNamed } from './matters-named.ts'
import type { Figure, Meaning } from './meaning.ts'
import { sentences } from './sentences.ts'
import { setAside } from './set-aside.ts'
import { KEYWORDS } from './vocabulary.ts'

/** 件(批), 场(户)次: the second unit adds nothing to what is counted. */
const ASIDE = /\([^)]{0,4}\)/
/** How far on a matter named in an earlier sentence is still what a bare phrase speaks of, in characters. */
const MATTER_REACH = 300

const NOTHING_COUNTED: Explained['countedByUnit'] = new Map()

/** What each measurement is about, in the order given: one linear walk, so that a figure may lean on those before it. */
export function explain(text: string, measurements: readonly Measurement[], sections: readonly Section[]): Meaning[] {
  const topicAt = headingTopics(sections)
  let next = 0
  return sections
    .filter(({ level }) => level === 1)
    .flatMap((part) => {
      const first = next
      while (next < measurements.length && measurements[next]!.start < part.end) next++
      return next === first ? [] : explainPart(text, part, measurements.slice(first, next), topicAt)
    })
}

function explainPart(
  text: string,
  part: Span,
  measurements: readonly Measurement[],
  topicAt: (offset: number) => Topic | null,
): Meaning[] {
  const reading = read(text, part)
  const figures = figuresIn(reading, measurements)
  const meanings: Meaning[] = []
  let explained: Explained = { meanings: [], counted: null, countedByUnit: NOTHING_COUNTED }
  let last: { readonly matter: Matter; readonly end: number } | null = null
  let next = 0
  for (const sentence of sentences(reading.text)) {
    const first = next
    while (next < figures.length && figures[next]!.start < sentence.end) next++
    const here = figures.slice(first, next)
    const { plain: hits, titles } = setAside(reading.text, sentence, here, KEYWORDS.scan(reading.text, sentence))
    const named = mattersNamed(hits)
    if (next > first) {
      const before: Matter | null = last !== null && sentence.start - last.end <= MATTER_REACH ? last.matter : null
      const headings = here.map(({ measurement }) => topicAt(measurement.start))
      explained = explainSentence({
        text: reading.text,
        sentence,
        figures: here,
        hits,
        titles,
        named,
        before,
        counted: before === null ? null : explained.counted,
        countedByUnit: before === null ? NOTHING_COUNTED : explained.countedByUnit,
        headings,
      })
      meanings.push(...explained.meanings)
    }
    last = named.findLast(({ faint }) => !faint) ?? last
  }
  return meanings
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
