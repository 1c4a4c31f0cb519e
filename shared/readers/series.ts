import type { Break } from '../regions/breaks.ts'
import { type Flag, flagList } from './flags.ts'
import type { Observation } from './observation.ts'

/** Against the year before more than so many times, or less than one of so many parts … */
const IMPLAUSIBLE_TIMES = 10
/** … where both are at least this: from 1 to 12 is no wonder. */
const IMPLAUSIBLE_FROM = 10

/** An observation beside that of the year before. */
export interface SeriesPoint extends Observation {
  /** The value of the year before, as that year's report gives it; null if it gives none, or in another unit group. */
  readonly valueBefore: number | null
  /** What this year's report itself says of the year before. It never fills a gap. */
  readonly restatedBefore: number | null
  /** What a merger changed since the year before. */
  readonly break: Break | null
}

/**
 * Sets an observation beside the year before and says what a reader should look at: `restated`, `implausible_change`, `break`.
 * @param before of the same publisher and code on the year before; null if it was not asked for
 * @param brokenBy the merger between the two years, if there was one
 */
export function comparedWith(
  observation: Observation,
  before: Observation | null,
  brokenBy: Break | null,
): SeriesPoint {
  const isComparable = before?.unitGroup === observation.unitGroup || observation.unitGroup === null
  const valueBefore = isComparable ? (before?.value ?? null) : null
  const restatedBefore = ownFigureOfYearBefore(observation)
  const flags: Flag[] = [
    ...(restatedBefore !== null && valueBefore !== null && restatedBefore !== valueBefore ? ['restated' as const] : []),
    ...(isImplausible(observation.value, valueBefore) ? ['implausible_change' as const] : []),
    ...(brokenBy === null ? [] : ['break' as const]),
  ]
  return {
    ...observation,
    flags: flagList([...observation.flags, ...flags]),
    valueBefore,
    restatedBefore,
    break: brokenBy,
  }
}

/**
 * One publisher's observations of one code in the order of the years, each beside the one before it.
 * @param observations of consecutive years, each year once; the first one is only compared with, if `from` is later
 * @param breakIn the merger that a place went through in a year
 */
export function seriesOf(
  observations: readonly Observation[],
  from: number,
  breakIn: (year: number) => Break | null,
): SeriesPoint[] {
  const byYear = new Map(observations.map((observation) => [observation.year, observation]))
  return observations
    .filter(({ year }) => year >= from)
    .sort((a, b) => a.year - b.year)
    .map((observation) =>
      comparedWith(observation, byYear.get(observation.year - 1) ?? null, breakIn(observation.year)),
    )
}

/** A report may give last year's figure for the whole beside its own. Several differing ones settle nothing. */
function ownFigureOfYearBefore({ others, unitGroup }: Observation): number | null {
  const values = new Set(
    others
      .filter((figure) => figure.role === 'baseline' && figure.period === 'earlier')
      .filter((figure) => figure.scope === null && figure.bound === 'exact' && figure.unitGroup === unitGroup)
      .map(({ value }) => value),
  )
  return values.size === 1 ? [...values][0]! : null
}

function isImplausible(value: number | null, before: number | null): boolean {
  if (value === null || before === null || Math.min(value, before) < IMPLAUSIBLE_FROM) return false
  return value > before * IMPLAUSIBLE_TIMES || value * IMPLAUSIBLE_TIMES < before
}
