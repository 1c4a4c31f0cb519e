import type { Indicator, Section } from '../report/report.ts'
import type { Span } from '../text/span.ts'
import { explain } from './meaning/explain.ts'
import { headingsAt } from './meaning/headings.ts'
import type { Reporter } from './meaning/reporter.ts'
import { type MeasuredPart, measure } from './measures/measure.ts'
import { meaningsInTables } from './tables/meaning-in-table.ts'
import type { ReadTables } from './tables/read-tables.ts'

/**
 * Every figure of the report, in the order of the text, each by itself: `crossCheck` says how they stand to each other.
 * @param sections the report's parts; what lies outside those of level 1 is page boilerplate and is not read
 * @param tables what was read from the report's tables; their words are left out of the prose
 * @param reporter whose names limit nothing, and the year reported on
 */
export function findIndicators(
  text: string,
  sections: readonly Section[],
  tables: ReadTables,
  reporter: Reporter,
): Indicator[] {
  const measurements = measure(text, proseOf(sections, tables.spans), reporter.year)
  const meanings = explain(text, measurements, sections, reporter)
  const sectionOf = innermostSections(sections)
  const headingAt = headingsAt(sections)
  const inTables = meaningsInTables(tables.figures, ({ measurement }) => headingAt(measurement.start).topic, reporter)
  const found = [
    ...measurements.map((measurement, index) => ({ ...measurement, ...meanings[index]! })),
    ...tables.figures.map(({ measurement }, index) => ({ ...measurement, ...inTables[index]!.meaning })),
  ].sort((a, b) => a.start - b.start)
  return found.map((figure, index) => ({
    ordinal: index + 1,
    ...figure,
    section: sectionOf(figure.start),
    partOf: null,
    contradictions: [],
  }))
}

/** The report's parts without the tables in them; both come in the order of the text. */
export function proseOf(sections: readonly Section[], tables: readonly Span[]): MeasuredPart[] {
  const prose: MeasuredPart[] = []
  let next = 0
  for (const { level, role, start: first, end } of sections) {
    if (level !== 1) continue
    let start = first
    for (; next < tables.length && tables[next]!.end <= end; next++) {
      prose.push({ start, end: tables[next]!.start, role })
      start = tables[next]!.end
    }
    prose.push({ start, end, role })
  }
  return prose
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
