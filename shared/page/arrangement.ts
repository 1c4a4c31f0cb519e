import type { SeriesPoint } from '../readers/series.ts'

/** More places without any figure than these are counted by their reason instead of drawn. */
const MOST_GAPS = 20

/** Observations as a chart and its table show them. */
export interface Arrangement {
  /** In the order in which they stand. */
  readonly drawn: readonly SeriesPoint[]
  /** Of places that have no figure in any year, where these are too many to be drawn. */
  readonly withoutFigure: readonly SeriesPoint[]
}

/** Of one year the largest values first; of several years place by place. */
export function arranged(points: readonly SeriesPoint[]): Arrangement {
  const places = [...Map.groupBy(points, ({ publisherId }) => publisherId).values()]
  const empty = places.filter((own) => own.every(isEmpty))
  const isTooMuch = empty.length > MOST_GAPS
  const drawn = isTooMuch ? places.filter((own) => !own.every(isEmpty)).flat() : points
  const isOneYear = new Set(points.map(({ year }) => year)).size === 1
  return { drawn: drawn.toSorted(isOneYear ? byValue : byPlace), withoutFigure: isTooMuch ? empty.flat() : [] }
}

function isEmpty({ candidates, parts, others }: SeriesPoint): boolean {
  return candidates.length + parts.length + others.length === 0
}

function byPlace(a: SeriesPoint, b: SeriesPoint): number {
  if (a.publisherId !== b.publisherId) return a.publisherId < b.publisherId ? -1 : 1
  return a.year - b.year
}

function byValue(a: SeriesPoint, b: SeriesPoint): number {
  return (largest(b) ?? -Infinity) - (largest(a) ?? -Infinity) || byPlace(a, b)
}

/** Of values that differ the largest. */
function largest({ value, status, candidates }: SeriesPoint): number | null {
  if (value !== null) return value
  return status === 'several' ? Math.max(...candidates.map((candidate) => candidate.value)) : null
}
