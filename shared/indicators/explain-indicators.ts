import type { Section } from '../report/report.ts'
import { proseOf } from './find-indicators.ts'
import type { Reporter } from './meaning/reporter.ts'
import { explainWithReasons, type Why } from './meaning/why.ts'
import { type Excluded, measure } from './measures/measure.ts'
import type { Measurement } from './measures/measurement.ts'
import type { ReadTables } from './tables/read-tables.ts'

export interface ExplainedIndicator {
  readonly measurement: Measurement
  readonly why: Why
}

/** The figures of a report's prose with their reasons, and the numbers that were left out with theirs. */
export interface ExplainedIndicators {
  readonly figures: readonly ExplainedIndicator[]
  readonly excluded: readonly Excluded[]
}

/** The figures that `findIndicators` finds in the prose, each with how its meaning came about. */
export function explainIndicators(
  text: string,
  sections: readonly Section[],
  tables: ReadTables,
  reporter: Reporter,
): ExplainedIndicators {
  const excluded: Excluded[] = []
  const measurements = measure(text, proseOf(sections, tables.spans), reporter.year, (one) => excluded.push(one))
  const reasons = explainWithReasons(text, measurements, sections, reporter)
  return { figures: measurements.map((measurement, index) => ({ measurement, why: reasons[index]! })), excluded }
}
