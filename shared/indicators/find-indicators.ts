import type { Indicator, Section } from '../report/report.ts'
import { explain } from './meaning/explain.ts'
import { measure } from './measures/measure.ts'

/**
 * Every figure of the report, in the order of the text.
 * @param sections the report's parts; what lies outside those of level 1 is page boilerplate and is not read
 * @param year the year reported on
 */
export function findIndicators(text: string, sections: readonly Section[], year: number | null): Indicator[] {
  const parts = sections.filter(({ level }) => level === 1)
  const measurements = measure(text, parts, year)
  const meanings = explain(text, measurements, sections)
  const sectionOf = innermostSections(sections)
  return measurements.map((measurement, index) => ({
    ordinal: index + 1,
    ...measurement,
    ...meanings[index]!,
    section: sectionOf(measurement.start),
  }))
}

/** Index of the innermost section around an offset; asked in the order of the text, so that one walk serves all. */
function innermostSections(sections: readonly Section[]): (offset: number) => number {
  const open: number[] = []
  let next = 0
  return (offset) => {
    for (; next < sections.length && sections[next]!.start <= offset; next++) open.push(next)
    while (open.length > 0 && sections[open.at(-1)!]!.end <= offset) open.pop()
    return open.at(-1) ?? -1
  }
}
