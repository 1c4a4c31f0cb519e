import * as v from 'valibot'
import { described, isoTime, listOf, ordinal } from '../report/attributes.ts'
import { indicatorAttributes, spanAttributes } from '../report/report-attributes.ts'
import type { IndicatorRow } from './indicator-row.ts'

const { raw, value, unit, subject } = indicatorAttributes

/** What a person says a figure should be. It stands beside the figure and never takes its place. */
export const correction = v.pipe(
  v.object({
    value: described(v.number(), 'The value as it should be.'),
    unit: described(v.nullable(v.string()), 'Its unit, as a person gives it.'),
    by: described(v.string(), 'Who says so.'),
    reason: described(v.string(), 'Why, as a sentence.'),
    notedAt: described(isoTime, 'When it was noted.'),
  }),
  v.readonly(),
)

export type Correction = v.InferOutput<typeof correction>

/** The figure that a correction speaks of: its place in a run, and what it says, by which it is found again in another. */
const figureOfCorrection = v.object({
  run: described(ordinal, 'The run that the figure was last found in.'),
  ordinal: described(v.nullable(ordinal), 'Its ordinal there; `null` if that run has no such figure any more.'),
  raw,
  value,
  unit,
  subject,
  isAlone: described(v.boolean(), 'No other figure of its run was written so of the same subject.'),
  ...spanAttributes,
})

const notedCorrection = v.pipe(
  v.object({
    ...correction.pipe[0].entries,
    figure: described(figureOfCorrection, 'The figure that it speaks of, as it was when it was corrected.'),
  }),
  v.readonly(),
)

/** A correction as the row of its document keeps it. */
export type NotedCorrection = v.InferOutput<typeof notedCorrection>

/** The first noted first. */
export const notedCorrections = listOf(notedCorrection)

type Figure = Pick<IndicatorRow, 'run' | 'ordinal' | 'raw' | 'value' | 'unit' | 'subject' | 'start' | 'end'>

/** @param figures all of its run */
export function figureNoted(figure: Figure, figures: readonly Figure[]): NotedCorrection['figure'] {
  const { run, ordinal, raw, value, unit, subject, start, end } = figure
  const isAlone = alike(figure, figures).length === 1
  return { run, ordinal, raw, value, unit, subject, isAlone, start, end }
}

function alike({ raw, subject }: Pick<Figure, 'raw' | 'subject'>, figures: readonly Figure[]): readonly Figure[] {
  return figures.filter((figure) => figure.raw === raw && figure.subject === subject)
}

/**
 * Whether a correction speaks of a figure. Of a run that it was not looked for in yet, that is the same number at the same place: in the
 * moments between a run's coming and `foundAgain`.
 */
export function speaksOf({ figure: noted }: NotedCorrection, figure: Figure): boolean {
  return noted.run === figure.run ? noted.ordinal === figure.ordinal : isSamePlace(noted, figure)
}

/**
 * The corrections of a document with the figures of another run that they speak of: the same number at the same place, else, if it was the only
 * one written so of its subject, the one that is now. One whose figure is gone says so, and is found again by a later run that has it.
 * @param figures of the run, all of them
 */
export function foundAgain(
  corrections: readonly NotedCorrection[],
  run: number,
  figures: readonly Figure[],
): NotedCorrection[] {
  return corrections.map((one) => {
    const { figure: noted } = one
    const [only, ...others] = noted.isAlone ? alike(noted, figures) : []
    const found = figures.find((figure) => isSamePlace(noted, figure)) ?? (others.length === 0 ? only : undefined)
    const place =
      found === undefined ? { ordinal: null } : { ordinal: found.ordinal, start: found.start, end: found.end }
    return { ...one, figure: { ...noted, ...place, run } }
  })
}

function isSamePlace(noted: Omit<Figure, 'ordinal'>, { raw, start, end }: Figure): boolean {
  return raw === noted.raw && start === noted.start && end === noted.end
}
