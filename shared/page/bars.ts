import { ticks } from 'd3-array'
import type { SeriesPoint } from '../readers/series.ts'

/** About so many lines across a chart: on a narrow screen more would run into each other. */
const MOST_TICKS = 3

/** What one line of a chart shows. */
export type Mark =
  /** One value, stated once or more. */
  | { readonly kind: 'bar'; readonly start: number; readonly end: number }
  /** Values that differ: none of them is chosen. */
  | { readonly kind: 'range'; readonly start: number; readonly end: number; readonly at: readonly number[] }
  /** No value; the observation says why. */
  | { readonly kind: 'gap' }

export interface ChartRow {
  readonly point: SeriesPoint
  /** Positions in percent of the axis. */
  readonly mark: Mark
}

/** A chart has one axis, and its figures one group of units. */
export interface Chart {
  /** Null of a chart without any value. */
  readonly unitGroup: string | null
  readonly rows: readonly ChartRow[]
  readonly ticks: readonly { readonly value: number; readonly at: number }[]
}

/**
 * Draws observations of one code: a chart for each group of units, since figures of two groups are not compared. What has no
 * value stands in the first chart, in its place.
 * @param points in the order in which they are to stand
 */
export function chartsOf(points: readonly SeriesPoint[]): Chart[] {
  const groups = [...new Set(points.filter(hasValue).map(({ unitGroup }) => unitGroup))]
  const [first = null] = groups
  return (groups.length === 0 ? [null] : groups).map((unitGroup) => {
    const rows = points.filter((point) => (hasValue(point) ? point.unitGroup === unitGroup : unitGroup === first))
    return chartOf(unitGroup, rows)
  })
}

/** Whether an observation has a value or values that a chart can show. */
function hasValue(point: Pick<SeriesPoint, 'value' | 'status'>): boolean {
  return point.value !== null || point.status === 'several'
}

/** A share is seen against the whole. */
const WHOLE_PERCENT = 100

function chartOf(unitGroup: string | null, points: readonly SeriesPoint[]): Chart {
  const values = points.flatMap(valuesOf)
  const least = Math.min(0, ...values)
  const most = Math.max(unitGroup === 'percent' && values.length > 0 ? WHOLE_PERCENT : 0, ...values)
  const span = most - least || 1
  const at = (value: number) => ((value - least) / span) * 100
  const lines = values.length === 0 ? [] : ticks(least, most, MOST_TICKS)
  return {
    unitGroup,
    ticks: lines.map((value) => ({ value, at: at(value) })),
    rows: points.map((point) => ({ point, mark: markOf(point, at) })),
  }
}

function valuesOf({ value, status, candidates }: SeriesPoint): number[] {
  if (value !== null) return [value]
  return status === 'several' ? candidates.map((candidate) => candidate.value) : []
}

function markOf(point: SeriesPoint, at: (value: number) => number): Mark {
  const places = valuesOf(point).map(at)
  if (places.length === 0) return { kind: 'gap' }
  if (point.value === null)
    return { kind: 'range', start: Math.min(...places), end: Math.max(...places), at: [...new Set(places)] }
  const [value, zero] = [places[0]!, at(0)]
  return { kind: 'bar', start: Math.min(value, zero), end: Math.max(value, zero) }
}
