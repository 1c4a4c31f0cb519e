import { stringify } from 'csv-stringify/sync'
import type { Columns } from './columns.ts'

/** Without it spreadsheets take UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\ufeff'
/** What spreadsheets take for a formula, also where it stands in the wide letters of Chinese keyboards. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

/**
 * Rows as CSV (RFC 4180) for spreadsheets: with a byte order mark, lines that end with CR LF, and an apostrophe before text that they
 * would take for a formula. Numbers stay numbers, negative ones too.
 */
export function csvOf<Row>(rows: readonly Row[], columns: Columns<Row>): string {
  const cells = rows.map((row) => Object.values(columns).map((cellOf) => cellOf(row)))
  const table = stringify(cells, {
    header: true,
    columns: Object.keys(columns),
    record_delimiter: 'windows',
    // The library quotes only the line ends that it writes itself.
    quoted_match: /[\r\n]/,
    cast: { string: (text, { header }) => (header || !FORMULA.test(text) ? text : `'${text}`), boolean: String },
  })
  return BYTE_ORDER_MARK + table
}
