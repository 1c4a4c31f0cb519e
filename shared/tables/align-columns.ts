import { MAX_COLUMNS } from './table.ts'

/** Where a piece of a line stands, in any unit. */
export interface Stop {
  readonly left: number
  readonly right: number
}

/**
 * For each row the column of each of its pieces, by their places; null if a piece stands in no column, in two, or in one with
 * another piece. The rows with the most pieces say where the columns are.
 */
export function alignColumns(rows: readonly (readonly Stop[])[]): number[][] | null {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width > MAX_COLUMNS) return null
  const columns: { left: number; right: number }[] = []
  for (const row of rows) {
    if (row.length < width) continue
    for (const [at, { left, right }] of row.entries()) {
      const column = columns[at]
      if (column === undefined) columns.push({ left, right })
      else {
        column.left = Math.min(column.left, left)
        column.right = Math.max(column.right, right)
      }
    }
  }
  if (columns.some(({ right }, at) => at + 1 < width && right > columns[at + 1]!.left)) return null
  const placed = rows.map((row) => row.map((stop) => columnOf(stop, columns)))
  return placed.every((row) => row.every((column, at) => column >= 0 && column > (row[at - 1] ?? -1))) ? placed : null
}

/** -1 if it overlaps none, or several. */
function columnOf({ left, right }: Stop, columns: readonly Stop[]): number {
  const overlaps = (column: Stop) => left < column.right && right > column.left
  const first = columns.findIndex(overlaps)
  return first === columns.findLastIndex(overlaps) ? first : -1
}
