import { explain } from '../../../shared/indicators/meaning/explain.ts'
import type { Meaning } from '../../../shared/indicators/meaning/meaning.ts'
import type { Measurement } from '../../../shared/indicators/measures/measurement.ts'
import type { Section, Topic } from '../../../shared/report/report.ts'
import { readMarkedFigures } from '../marked-figures.ts'

const FIGURE = /^(?<digits>[\d０-９.,]+)[万亿萬億]?(?<unit>.*)$/
/** Written before or after a unit, and no part of it. */
const APPROXIMATOR = /^[余餘]|以上$/g

/**
 * What each figure in 【】 of a phrase means. Figures are taken as marked, so that nothing here leans on how numbers
 * are recognised.
 * @param topic that of the heading above the phrase
 */
export function explainPhrases(marked: string, topic: Topic | null = null): Meaning[] {
  const { text, figures } = readMarkedFigures(marked)
  const measurements = figures.map(({ start, end, raw }): Measurement => {
    const { digits, unit } = FIGURE.exec(raw)!.groups!
    return {
      start,
      end,
      raw,
      value: Number(digits!.replaceAll(',', '')),
      unit: unit!.replaceAll(APPROXIMATOR, ''),
      bound: 'exact',
      role: 'level',
      sentence: { start: 0, end: text.length },
    }
  })
  const part: Section = { start: 0, end: text.length, level: 1, role: 'other', heading: null, topic }
  return explain(text, measurements, [part])
}

/** What the last figure in 【】 of a phrase means. */
export function explainPhrase(marked: string, topic: Topic | null = null): Meaning {
  return explainPhrases(marked, topic).at(-1)!
}
