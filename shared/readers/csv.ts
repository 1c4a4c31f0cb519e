import { stringify } from 'csv-stringify/sync'
import type { Column, Columns, Value } from './columns/column.ts'

/** Without it spreadsheets take UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\ufeff'
/** What spreadsheets take for a formula, also where it stands in the wide letters of Chinese keyboards. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/
/** Between the items of a list. */
const BETWEEN = ' '

/**
 * Rows as CSV (RFC 4180) for spreadsheets: with a byte order mark, lines that end with CR LF, lists parted by blanks, and an
 * apostrophe before text that they would take for a formula. Numbers stay numbers, negative ones too.
 */
export function csvOf<Row>(rows: readonly Row[], columns: Columns<Row>): string {
  const made: readonly Column<Row>[] = Object.values(columns)
  return csvHeader(columns) + csvLines(rows.map((row) => made.map(({ of }) => of(row))))
}

/** What a file begins with. */
export function csvHeader(columns: Columns<never>): string {
  return `${BYTE_ORDER_MARK}${csvLines([Object.keys(columns)])}`
}

/** Lines of a file behind its header. */
export function csvLines(rows: readonly (readonly Value[])[]): string {
  const cells = rows.map((row) => row.map(cellOf))
  return stringify(cells, {
    record_delimiter: 'windows',
    // The library quotes only the line ends that it writes itself.
    quoted_match: /[\r\n]/,
    cast: { boolean: String },
  })
}

function cellOf(value: Value): string | number | boolean | null {
  const cell = typeof value === 'object' && value !== null ? value.join(BETWEEN) : value
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell
}
