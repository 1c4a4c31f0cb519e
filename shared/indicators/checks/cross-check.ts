import type { Indicator, ReportFacts, Warning } from '../../report/report.ts'
import { contradictedRates } from './contradicted-rates.ts'
import { differingTotals } from './differing-totals.ts'
import { uneasySums } from './uneasy-sums.ts'
import { unfittingYears } from './unfitting-years.ts'

/**
 * Where a report contradicts itself, in the order of the text. Warnings only: no figure is ever changed or left out
 * because of one. Each check keeps to relations that the report states, so that a warning is worth a look.
 */
export function crossCheck(text: string, facts: ReportFacts, indicators: readonly Indicator[]): Warning[] {
  const measured = indicators.filter(({ role }) => role === 'level')
  return [
    ...uneasySums(text, measured),
    ...contradictedRates(measured),
    ...differingTotals(measured),
    ...unfittingYears(facts),
  ].sort((a, b) => a.start - b.start)
}
