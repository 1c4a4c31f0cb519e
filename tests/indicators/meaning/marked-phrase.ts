import { explanationOf } from '../../../infra/cli/explanation.ts'
import { explain } from '../../../shared/indicators/meaning/explain.ts'
import type { Meaning } from '../../../shared/indicators/meaning/meaning.ts'
import { explainWithReasons } from '../../../shared/indicators/meaning/why.ts'
import type { Measurement } from '../../../shared/indicators/measures/measurement.ts'
import type { Section, Topic } from '../../../shared/report/report.ts'
import { readMarkedFigures } from '../marked-figures.ts'
import { NOBODY } from '../reporter.ts'

const FIGURE = /^(?<digits>[\d０-９.,]+)[万亿萬億]?(?<unit>.*)$/
/** Written before or after a unit, and no part of it. */
const APPROXIMATOR = /^[余餘]|以上$/g

interface ToExplain {
  readonly text: string
  readonly measurements: readonly Measurement[]
  readonly sections: readonly Section[]
}

/** Figures are taken as marked, so that nothing here leans on how numbers are recognised. */
function givenBy(marked: string, topic: Topic | null): ToExplain {
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
  return { text, measurements, sections: [part] }
}

/**
 * What each figure in 【】 of a phrase means.
 * @param topic that of the heading above the phrase
 */
export function explainPhrases(marked: string, topic: Topic | null = null): Meaning[] {
  const { text, measurements, sections } = givenBy(marked, topic)
  return explain(text, measurements, sections, NOBODY)
}

/** What the last figure in 【】 of a phrase means. */
export function explainPhrase(marked: string, topic: Topic | null = null): Meaning {
  return explainPhrases(marked, topic).at(-1)!
}

/** Why each figure of a phrase means what it does, as `fazhi parse --explain` prints it: for the message of a test that fails. */
export function whyOf(marked: string): string {
  const { text, measurements, sections } = givenBy(marked, null)
  const reasons = explainWithReasons(text, measurements, sections, NOBODY)
  return measurements
    .map((measurement, i) => explanationOf(text, { measurement, why: reasons[i]!, origin: null }).join('\n'))
    .join('\n\n')
}
