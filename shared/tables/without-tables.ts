import { HOLDS_NUMBER, LONGEST_CELL } from './cells.ts'
import type { Table } from './table.ts'

/**
 * A text with blanks in place of its tables of figures, so that the groups of their rows (一、行政复议) are no headings of the report.
 * Tables that lay out the report's own paragraphs stay.
 * @param text folded
 */
export function withoutTables(text: string, tables: readonly Table[]): string {
  let masked = ''
  let from = 0
  for (const table of tables) {
    if (!holdsFigures(text, table)) continue
    masked += text.slice(from, table.start) + text.slice(table.start, table.end).replace(/[^\n]/g, ' ')
    from = table.end
  }
  return from === 0 ? text : masked + text.slice(from)
}

function holdsFigures(text: string, { cells }: Table): boolean {
  if (cells.some(({ start, end }) => end - start > LONGEST_CELL)) return false
  return cells.some(({ start, end }) => HOLDS_NUMBER.test(text.slice(start, end)))
}
