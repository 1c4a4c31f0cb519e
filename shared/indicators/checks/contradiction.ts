import type { Indicator, Warning } from '../../report/report.ts'

/** What a report says that cannot all be true, with the figures that it is about. */
export interface Contradiction extends Warning {
  readonly code: Indicator['contradictions'][number]
  readonly figures: readonly Indicator[]
}
