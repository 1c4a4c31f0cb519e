import { explain } from '../../../shared/indicators/meaning/explain.ts'
import type { Meaning } from '../../../shared/indicators/meaning/meaning.ts'
import type { Measurement } from '../../../shared/indicators/measures/measurement.ts'
import type { Section, Topic } from '../../../shared/report/report.ts'

const MARKED = /【([\d０-９.,]+)([万亿萬億]?)([^】]*)】/g
/** Written before or after a unit, and no part of it. */
const APPROXIMATOR = /^[余餘]|以上$/g

/**
 * What each figure in 【】 of a phrase means. Figures are taken as marked, so that nothing here leans on how numbers
 * are recognised.
 * @param topic that of the heading above the phrase
 */
export function explainPhrases(marked: string, topic: Topic | null = null): Meaning[] {
  const measurements: Measurement[] = []
  let text = ''
  let from = 0
  for (const found of marked.matchAll(MARKED)) {
    text += marked.slice(from, found.index)
    const raw = found[0].slice(1, -1)
    const start = text.length
    text += raw
    from = found.index + found[0].length
    measurements.push({
      start,
      end: text.length,
      raw,
      value: Number(found[1]!.replaceAll(',', '')),
      unit: found[3]!.replaceAll(APPROXIMATOR, ''),
      bound: 'exact',
      role: 'level',
      sentence: { start: 0, end: marked.length },
    })
  }
  text += marked.slice(from)
  const part: Section = { start: 0, end: text.length, level: 1, role: 'other', heading: null, topic }
  return explain(text, measurements, [part])
}

/** What the last figure in 【】 of a phrase means. */
export function explainPhrase(marked: string, topic: Topic | null = null): Meaning {
  return explainPhrases(marked, topic).at(-1)!
}
