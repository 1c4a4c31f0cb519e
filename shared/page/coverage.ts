import type { PublisherState } from '../crawl/ledger/rows.ts'
import type { CoverageCounts, StateCounts } from '../readers/coverage.ts'

const PUBLISHED: ReadonlySet<PublisherState> = new Set(['early', 'on_time', 'late', 'found'])

function isPublished(state: PublisherState): boolean {
  return PUBLISHED.has(state)
}

/** How a state looks: there in time, there, known not to be there, or not known. */
export function toneOf(state: PublisherState): 'timely' | 'there' | 'missing' | 'unknown' {
  if (state === 'early' || state === 'on_time') return 'timely'
  if (isPublished(state)) return 'there'
  return state === 'missing' ? 'missing' : 'unknown'
}

export interface Cell {
  readonly published: number
  /** Publishers that the ledger knows. */
  readonly known: number
}

export function cellOf(states: StateCounts): Cell {
  const counts = Object.entries(states) as [PublisherState, number][]
  const sum = (some: typeof counts) => some.reduce((total, [, count]) => total + count, 0)
  return { published: sum(counts.filter(([state]) => isPublished(state))), known: sum(counts) }
}

export interface HeatRow {
  readonly code: string
  readonly name: string
  /** By year. */
  readonly cells: ReadonlyMap<number, Cell>
}

/** A row for each place that the ledger knows in any of the years, by code. */
export function heatRows(counts: readonly (readonly [year: number, CoverageCounts])[]): HeatRow[] {
  const rows = new Map<string, { readonly name: string; readonly cells: Map<number, Cell> }>()
  for (const [year, { places }] of counts)
    for (const { code, name, states } of places) {
      const row = rows.get(code) ?? { name, cells: new Map() }
      row.cells.set(year, cellOf(states))
      rows.set(code, row)
    }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, row]) => ({ code, ...row }))
}

/** Steps of the heat table between none and all. */
const STEPS = 5

/** How dark a cell is: 0 for none published, 6 for all; between them by fifths. */
export function stepOf({ published, known }: Cell): number {
  return published === known ? STEPS + 1 : Math.ceil((published / known) * STEPS)
}
