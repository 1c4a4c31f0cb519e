import type { Indicator, Section } from '../report/report.ts'
import { explain } from './meaning/explain.ts'
import { measure } from './measures/measure.ts'

/**
 * Every figure of the report, in the order of the text.
 * @param sections the report's parts; what lies outside those of level 1 is page furniture and is not read
 */
export function findIndicators(text: string, sections: readonly Section[]): Indicator[] {
  const measurements = measure(text, sections)
  const meanings = explain(text, measurements, sections)
  return measurements.map((measurement, index) => ({
    ordinal: index + 1,
    ...measurement,
    ...meanings[index]!,
    section: innermost(sections, measurement.start),
  }))
}

function innermost(sections: readonly Section[], offset: number): number {
  return sections.findLastIndex(({ start, end }) => start <= offset && offset < end)
}
