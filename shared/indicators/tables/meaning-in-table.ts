import type { Section, Topic } from '../../report/report.ts'
import { explainUnsettled } from '../meaning/explain.ts'
import type { Meaning } from '../meaning/meaning.ts'
import type { Reporter } from '../meaning/reporter.ts'
import { type Settled, settleStages } from '../meaning/settle-stages.ts'
import type { Measurement } from '../measures/measurement.ts'
import type { TableFigure } from './read-tables.ts'

/** A composed sentence, as the rules on prose read one, with its one figure. */
export interface Composed {
  readonly text: string
  readonly measurement: Measurement
  readonly sections: readonly Section[]
}

/** What may make a figure of a table a part. */
export type Side = 'row' | 'column'

export interface MeaningInTable {
  readonly meaning: Meaning
  /** The sentence that gave the code. */
  readonly composed: Composed
  /** Of a part: which of row and column gives the scope, none for the whole of a part's own entry. Null if the words of the sentence do. */
  readonly scopeFrom: readonly Side[] | null
  /** Whether it is a part for what other figures of the report's tables count: 维持 beside 驳回, which have one code. */
  readonly isBesideOthers: boolean
  /** The code of the whole, if the part has another one of its own. */
  readonly wholeCode: Meaning['code']
}

type Unsettled = Omit<MeaningInTable, 'isBesideOthers'> & { readonly meaning: Settled }

/** What the figures of a report's tables count. @param topicOf of the section that a figure's table stands in */
export function meaningsInTables(
  figures: readonly TableFigure[],
  topicOf: (figure: TableFigure) => Topic | null,
  reporter: Reporter,
): MeaningInTable[] {
  const found = figures.map((figure) => meaningOf(figure, topicOf(figure), reporter))
  const settled = settleStages(found.map(({ meaning }) => meaning))
  return found.map((one, at) => {
    const meaning = settled[at]!
    return { ...one, meaning, isBesideOthers: one.meaning.scope === null && meaning.scope !== null }
  })
}

/**
 * What a figure of a table counts by itself: its composed sentence is explained as any other. A part keeps the code of its whole, with its words as
 * scope. A part that has an entry of its own (the column 维持 of 审结) takes that, as parts behind 其中 do.
 */
function meaningOf(figure: TableFigure, topic: Topic | null, reporter: Reporter): Unsettled {
  const parts = (['row', 'column'] as const).filter((side) => figure[side].part !== null)
  const partOf = (sides: readonly Side[]) => sides.map((side) => figure[side].part).join('') || null
  const explained = (part: string) => {
    const composed = compose(figure, part, topic)
    const { text, measurement, sections } = composed
    const [meaning] = explainUnsettled(text, [measurement], sections, reporter)
    return { composed, meaning: { ...meaning!, subject: figure.subject ?? meaning!.subject } }
  }
  const whole = explained('')
  const wholeCode = whole.meaning.code
  if (parts.length === 0) return { ...whole, scopeFrom: null, wholeCode: null }
  for (const side of parts.toReversed()) {
    const ofPart = explained(figure[side].part!)
    if (!isEntryBeside(ofPart.meaning.code, wholeCode, side)) continue
    const scopeFrom = parts.filter((other) => other !== side)
    return { ...ofPart, meaning: { ...ofPart.meaning, scope: partOf(scopeFrom) }, scopeFrom, wholeCode }
  }
  return { ...whole, meaning: { ...whole.meaning, scope: partOf(parts) }, scopeFrom: parts, wholeCode: null }
}

/** @param part words to say before the number */
function compose({ measurement, sentence, place }: TableFigure, part: string, topic: Topic | null): Composed {
  const text = sentence.slice(0, place.start) + part + sentence.slice(place.start)
  const at = { start: place.start + part.length, end: place.end + part.length }
  const whole = { start: 0, end: text.length }
  return {
    text,
    measurement: { ...measurement, ...at, raw: text.slice(at.start, at.end), sentence: whole },
    sections: [{ ...whole, level: 1, role: 'achievements', heading: null, topic }],
  }
}

/** Whether the code of a part is another entry of the matter of the whole; of a whole without code, only columns say what is counted. */
function isEntryBeside(code: string | null, whole: string | null, side: Side): boolean {
  if (code === null || code === whole) return false
  return whole === null ? side === 'column' : matterOf(code) === matterOf(whole)
}

function matterOf(code: string): string {
  return code.split('.')[0]!
}
