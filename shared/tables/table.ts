import type { Span } from '../text/span.ts'

/** A cell that holds text; its span is its text. */
export interface Cell extends Span {
  readonly row: number
  readonly column: number
  /** How many rows and columns it spans. */
  readonly rows: number
  readonly columns: number
}

/** While a table is laid out, cells may still grow down. */
type GrowingCell = { -readonly [key in keyof Cell]: Cell[key] }

/** A table of a document: its cells are spans of the canonical text. */
export interface Table extends Span {
  readonly height: number
  readonly width: number
  /** Row by row, from left to right; empty cells are left out. */
  readonly cells: readonly Cell[]
  /** Why its cells could not be put into rows and columns; null if they could. */
  readonly problem: string | null
}

/** A cell of a row as a format gives it; an empty one has an empty span. */
export interface RowCell extends Span {
  /** 1 unless it spans several. */
  readonly columns: number
  readonly rows: number
  /** Whether it belongs to the cell above it. */
  readonly continues: boolean
}

/** Statistics tables have up to 30 columns and 200 rows; what is larger is a data file or made to hurt. */
export const MAX_COLUMNS = 64
const MAX_ROWS = 2000

/** A table whose cells could not be put into rows and columns. */
export function unreadTable({ start, end }: Span, height: number, problem: string): Table {
  return { start, end, height, width: 0, cells: [], problem }
}

/** Puts the cells of a table's rows into columns, each behind what stands in its row and what reaches down into it. */
export function layOut(rows: readonly (readonly RowCell[])[], { start, end }: Span): Table {
  const unread = (problem: string) => unreadTable({ start, end }, rows.length, problem)
  if (rows.length > MAX_ROWS) return unread(`it has more than ${MAX_ROWS} rows`)
  const cells: GrowingCell[] = []
  const columns: (GrowingCell | null)[] = []
  const takenTo: number[] = []
  const lengths: number[] = []
  for (const [row, given] of rows.entries()) {
    let column = 0
    for (const cell of given) {
      while (!cell.continues && (takenTo[column] ?? 0) > row) column++
      const span = Math.max(1, Math.min(cell.columns, MAX_COLUMNS))
      if (given.length > 1 && column + span > MAX_COLUMNS) return unread(`it has more than ${MAX_COLUMNS} columns`)
      const above = cell.continues ? columns[column] : undefined
      const rowSpan = Math.max(1, Math.min(cell.rows, rows.length - row))
      const placed = { start: cell.start, end: cell.end, row, column, rows: rowSpan, columns: span }
      if (cell.continues) {
        if (above) above.rows = row - above.row + 1
      } else {
        if (cell.end > cell.start) cells.push(placed)
        for (let at = column; at < column + span; at++) {
          if ((takenTo[at] ?? 0) > row) return unread('its cells lie over each other')
          columns[at] = cell.end > cell.start ? placed : null
          takenTo[at] = row + rowSpan
        }
      }
      column += span
    }
    while ((takenTo[column] ?? 0) > row) column++
    lengths.push(given.length > 1 ? column : 0)
  }
  const width = lengths.reduce((most, length) => Math.max(most, length), 1)
  if (lengths.some((length) => length > 0 && length < width)) return unread('its rows have different numbers of cells')
  const inside = cells.filter(({ column }) => column < width)
  const clipped = inside.map((cell) => ({ ...cell, columns: Math.min(cell.columns, width - cell.column) }))
  return { start, end, height: rows.length, ...withoutEmptyColumns(clipped, width), problem: null }
}

/** The cells of a table without the columns that hold nothing: editors leave some, and what is deleted leaves others. */
function withoutEmptyColumns(cells: readonly Cell[], width: number): Pick<Table, 'cells' | 'width'> {
  const isFilled = new Array<boolean>(width).fill(false)
  for (const { column, columns } of cells) isFilled.fill(true, column, column + columns)
  if (cells.length === 0 || isFilled.every(Boolean)) return { cells, width }
  const filled = [0]
  for (const is of isFilled) filled.push(filled.at(-1)! + (is ? 1 : 0))
  return { cells: cells.map((cell) => ({ ...cell, column: filled[cell.column]! })), width: filled.at(-1)! }
}
