import type { Section } from '../report/report.ts'
import { proseOf } from './find-indicators.ts'
import { headingsAt } from './meaning/headings.ts'
import type { Reporter } from './meaning/reporter.ts'
import { explainWithReasons, type Why } from './meaning/why.ts'
import { type Excluded, measure } from './measures/measure.ts'
import type { Measurement } from './measures/measurement.ts'
import { meaningsInTables } from './tables/meaning-in-table.ts'
import type { ReadTables } from './tables/read-tables.ts'
import { type Origin, whyInTable } from './tables/why-in-table.ts'

export interface ExplainedIndicator {
  readonly measurement: Measurement
  readonly why: Why
  /** The cells that it was read from; null for a figure of prose, whose phrase is the report's own. */
  readonly origin: Origin | null
}

/** The figures of a report with their reasons, and the numbers that were left out with theirs. */
export interface ExplainedIndicators {
  readonly figures: readonly ExplainedIndicator[]
  readonly excluded: readonly Excluded[]
}

/** The figures that `findIndicators` finds, in its order, each with how its meaning came about. */
export function explainIndicators(
  text: string,
  sections: readonly Section[],
  tables: ReadTables,
  reporter: Reporter,
): ExplainedIndicators {
  const excluded: Excluded[] = [...tables.leftOut]
  const measurements = measure(text, proseOf(sections, tables.spans), reporter.year, (one) => excluded.push(one))
  const reasons = explainWithReasons(text, measurements, sections, reporter)
  const headingAt = headingsAt(sections)
  const inTables = meaningsInTables(tables.figures, ({ measurement }) => headingAt(measurement.start).topic, reporter)
  const figures = [
    ...measurements.map((measurement, index) => ({ measurement, why: reasons[index]!, origin: null })),
    ...tables.figures.map((figure, index) => ({
      measurement: figure.measurement,
      ...whyInTable(figure, inTables[index]!, reporter),
    })),
  ]
  figures.sort((a, b) => a.measurement.start - b.measurement.start)
  return { figures, excluded: excluded.sort((a, b) => a.start - b.start) }
}
