import type { Indicator, Section } from '../report/report.ts'
import type { Span } from '../text/span.ts'
import { explain } from './meaning/explain.ts'
import { headingTopics } from './meaning/heading-topics.ts'
import { measure } from './measures/measure.ts'
import { meaningInTable } from './tables/meaning-in-table.ts'
import type { ReadTables } from './tables/read-tables.ts'

/**
 * Every figure of the report, in the order of the text.
 * @param sections the report's parts; what lies outside those of level 1 is page boilerplate and is not read
 * @param tables what was read from the report's tables; their words are left out of the prose
 * @param year the year reported on
 */
export function findIndicators(
  text: string,
  sections: readonly Section[],
  tables: ReadTables,
  year: number | null,
): Indicator[] {
  const prose = sections.filter(({ level }) => level === 1).flatMap((part) => outside(part, tables.spans))
  const measurements = measure(text, prose, year)
  const meanings = explain(text, measurements, sections)
  const sectionOf = innermostSections(sections)
  const topicAt = headingTopics(sections)
  const found = [
    ...measurements.map((measurement, index) => ({ ...measurement, ...meanings[index]! })),
    ...tables.figures.map((figure) => {
      const { measurement } = figure
      return { ...measurement, ...meaningInTable(figure, topicAt(measurement.start)) }
    }),
  ].sort((a, b) => a.start - b.start)
  return found.map((figure, index) => ({ ordinal: index + 1, ...figure, section: sectionOf(figure.start) }))
}

/** The spans of a part between tables. */
function outside(part: Section, tables: readonly Span[]): Pick<Section, 'start' | 'end' | 'role'>[] {
  const { role, end } = part
  const spans: Pick<Section, 'start' | 'end' | 'role'>[] = []
  let { start } = part
  for (const table of tables) {
    if (table.start < start || table.end > end) continue
    spans.push({ start, end: table.start, role })
    start = table.end
  }
  return [...spans, { start, end, role }]
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
