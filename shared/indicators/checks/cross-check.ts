import type { Indicator, ReportFacts, Warning } from '../../report/report.ts'
import { contradictedRates } from './contradicted-rates.ts'
import type { Contradiction } from './contradiction.ts'
import { differingTotals } from './differing-totals.ts'
import { statedParts } from './stated-parts.ts'
import { uneasySums } from './uneasy-sums.ts'
import { unfittingYears } from './unfitting-years.ts'

export interface Checked {
  /** In the order of the text. */
  readonly warnings: readonly Warning[]
  /** Each figure with what speaks against it, and the total that it is a part of. */
  readonly indicators: readonly Indicator[]
}

/**
 * Where a report contradicts itself. No value is ever changed and no figure left out because of it. Each check keeps to
 * relations that the report states, so that a warning is worth a look.
 */
export function crossCheck(text: string, facts: ReportFacts, indicators: readonly Indicator[]): Checked {
  const measured = indicators.filter(({ role }) => role === 'level')
  const contradictions = [...uneasySums(text, measured), ...contradictedRates(measured), ...differingTotals(measured)]
  const warnings = [...contradictions.map(({ figures: _, ...warning }) => warning), ...unfittingYears(facts)]
  return {
    warnings: warnings.sort((a, b) => a.start - b.start),
    indicators: marked(indicators, contradictions, totalsOf(text, measured)),
  }
}

/** By the ordinal of a part, the ordinal of its total. */
function totalsOf(text: string, measured: readonly Indicator[]): ReadonlyMap<number, number> {
  return new Map(
    statedParts(text, measured).flatMap(({ total, parts }) =>
      parts.map((part) => [part.ordinal, total.ordinal] as const),
    ),
  )
}

function marked(
  indicators: readonly Indicator[],
  contradictions: readonly Contradiction[],
  totals: ReadonlyMap<number, number>,
): Indicator[] {
  const codes = new Map<number, Set<Contradiction['code']>>()
  for (const { code, figures } of contradictions)
    for (const { ordinal } of figures) codes.set(ordinal, (codes.get(ordinal) ?? new Set()).add(code))
  return indicators.map((indicator) => ({
    ...indicator,
    partOf: totals.get(indicator.ordinal) ?? null,
    contradictions: [...(codes.get(indicator.ordinal) ?? [])],
  }))
}
