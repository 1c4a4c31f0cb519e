import type { Section } from '../report/report.ts'
import { proseOf } from './find-indicators.ts'
import type { Reporter } from './meaning/reporter.ts'
import { explainWithReasons, type Why } from './meaning/why.ts'
import { measure } from './measures/measure.ts'
import type { Measurement } from './measures/measurement.ts'
import type { ReadTables } from './tables/read-tables.ts'

export interface ExplainedIndicator {
  readonly measurement: Measurement
  readonly why: Why
}

/** The figures that `findIndicators` finds in the prose, each with how its meaning came about. */
export function explainIndicators(
  text: string,
  sections: readonly Section[],
  tables: ReadTables,
  reporter: Reporter,
): ExplainedIndicator[] {
  const measurements = measure(text, proseOf(sections, tables.spans), reporter.year)
  const reasons = explainWithReasons(text, measurements, sections, reporter)
  return measurements.map((measurement, index) => ({ measurement, why: reasons[index]! }))
}
