import { alignColumns } from '../../tables/align-columns.ts'
import type { FoundCell, FoundTable } from '../found-tables.ts'
import { CELL_SEPARATOR } from '../rows.ts'
import type { Line } from './run.ts'

const EMPTY_CELL: FoundCell = { lines: [] }

/**
 * The tables of a page: neighbouring lines with cells, if each cell stands in one column. Cells that lie across several, as merged
 * headers do, make a table of which nobody knows the columns.
 */
export function findTables(lines: readonly Line[]): FoundTable[] {
  const tables: FoundTable[] = []
  let rows: Line[] = []
  for (const line of [...lines, null]) {
    if (line?.text.includes(CELL_SEPARATOR)) rows.push(line)
    else {
      const table = tableOf(rows)
      if (table !== null) tables.push(table)
      rows = []
    }
  }
  return tables
}

function tableOf(lines: readonly Line[]): FoundTable | null {
  const texts = lines.map(({ text }) => text.split(CELL_SEPARATOR))
  if (lines.length === 0 || lines.some(({ stops }, row) => stops.length !== texts[row]!.length)) return null
  const columns = alignColumns(lines.map(({ stops }) => stops))
  if (columns === null)
    return { rows: texts.map((cells) => cells.map(cellOf)), problem: 'its cells do not stand in columns' }
  const width = texts.reduce((most, { length }) => Math.max(most, length), 0)
  const rows = texts.map((cells, row) => {
    const filled = Array.from({ length: width }, () => EMPTY_CELL)
    for (const [at, text] of cells.entries()) filled[columns[row]![at]!] = cellOf(text)
    return filled
  })
  return { rows }
}

function cellOf(text: string): FoundCell {
  return { lines: [text] }
}
