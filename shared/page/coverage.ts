import type { PublisherRow, PublisherState } from '../crawl/ledger/rows.ts'

const PUBLISHED: ReadonlySet<PublisherState> = new Set(['early', 'on_time', 'late', 'found'])

export function isPublished({ state }: Pick<PublisherRow, 'state'>): boolean {
  return PUBLISHED.has(state)
}

export interface Cell {
  readonly published: number
  readonly known: number
}

/** Publishers by what they are grouped by, and year. */
export interface HeatRow {
  /** The first digits of region codes, or a publisher. */
  readonly key: string
  readonly cells: ReadonlyMap<number, Cell>
}

/**
 * Counts the ledger's rows.
 * @param keyOf what stands in one row together; null leaves a row out
 */
export function heatRows(rows: readonly PublisherRow[], keyOf: (row: PublisherRow) => string | null): HeatRow[] {
  const table = new Map<string, Map<number, Cell>>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const cells = table.get(key) ?? new Map<number, Cell>()
    const { published, known } = cells.get(row.year) ?? { published: 0, known: 0 }
    table.set(key, cells.set(row.year, { published: published + (isPublished(row) ? 1 : 0), known: known + 1 }))
  }
  return [...table].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, cells]) => ({ key, cells }))
}

/** Steps of the heat table. */
const STEPS = 4

/** How dark a cell is: 0 for none published, 4 for all; between them by quarters. */
export function stepOf({ published, known }: Cell): number {
  return published === known ? STEPS : Math.ceil((published / known) * (STEPS - 1))
}
