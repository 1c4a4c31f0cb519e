import { alignColumns, type Stop } from '../../tables/align-columns.ts'
import { HOLDS_NUMBER, LONGEST_CELL } from '../../tables/cells.ts'
import { headerSpans } from '../../tables/header-spans.ts'
import { fold } from '../../text/fold.ts'
import type { FoundCell, FoundTable } from '../found-tables.ts'
import { CELL_SEPARATOR } from '../rows.ts'
import type { Line } from './run.ts'

const EMPTY_CELL: FoundCell = { lines: [] }
/** The name of the first column stands between the two rows of a header, no further from each than this, in type sizes. */
const BESIDE = 2.5

/**
 * The tables of a page: those that rules draw, and neighbouring lines with cells, if each cell stands in one column, or is a heading over several of which it is sure
 * which. Other cells that lie across several make a table of which nobody knows the columns.
 */
export function findTables(lines: readonly Line[]): FoundTable[] {
  const tables: FoundTable[] = []
  for (let start = 0; start < lines.length; ) {
    const { ruled } = lines[start]!
    if (ruled !== undefined) {
      if (ruled !== null && ruled !== lines[start - 1]?.ruled) tables.push(ruled)
      start++
      continue
    }
    const end = endOfRows(lines, start)
    const isSplit = end === start + 1 && isNameOfRows(lines, end)
    const split = isSplit ? twoLevels(lines.slice(start, endOfRows(lines, end + 1)), 2) : null
    const table = split ?? tableOf(lines.slice(start, end))
    if (table !== null) tables.push(table)
    start = split === null ? Math.max(end, start + 1) : start + split.rows.length
  }
  return tables
}

/** The first line from here on that has no cells. */
function endOfRows(lines: readonly Line[], start: number): number {
  let end = start
  while (end < lines.length && hasCells(lines[end]!)) end++
  return end
}

function hasCells({ text, ruled }: Line): boolean {
  return ruled === undefined && text.includes(CELL_SEPARATOR)
}

/** Whether a line is a short word between two lines with cells. */
function isNameOfRows(lines: readonly Line[], at: number): boolean {
  const [before, line, after] = lines.slice(at - 1, at + 2)
  if (before === undefined || line === undefined || after === undefined || !hasCells(after)) return false
  const isBeside = line.y - before.y < BESIDE * line.size && after.y - line.y < BESIDE * line.size
  return isBeside && line.text.length <= LONGEST_CELL
}

function tableOf(lines: readonly Line[]): FoundTable | null {
  const texts = lines.map(cellsOf)
  if (lines.length === 0 || lines.some(({ stops }, row) => stops.length !== texts[row]!.length)) return null
  const columns = alignColumns(lines.map(({ stops }) => stops))
  const isOneLevel = columns !== null && !hasUpperLevel(lines, columns)
  if (isOneLevel) return { rows: rowsIn(columns, texts) }
  return (
    twoLevels(lines, 1) ?? {
      rows: texts.map((cells) => cells.map(cellOf)),
      problem: 'its cells do not stand in columns',
    }
  )
}

/** Whether the second line has headings below those of the first, which may stand over the middle one of three columns. */
function hasUpperLevel([first, second]: readonly Line[], [above, below]: readonly (readonly number[])[]): boolean {
  if (first === undefined || second === undefined || above === undefined || below === undefined) return false
  if (cellsOf(second).some((cell) => HOLDS_NUMBER.test(fold(cell)))) return false
  return above.length < below.length && above.some((column) => column > 0 && below.includes(column))
}

/** A table of which the first lines are headings over several columns; null if that is not sure. */
function twoLevels(lines: readonly Line[], height: number): FoundTable | null {
  const rows = lines.slice(height)
  const columns = rows.length < 2 ? null : alignColumns(rows.map(({ stops }) => stops))
  if (columns === null) return null
  const width = columns.reduce((most, row) => Math.max(most, row.length), 0)
  const places = placesOf(rows, columns, width)
  const upper = lines.slice(0, height).map((line) => upperRow(line, places, columns[0]!))
  return upper.every((cells) => cells !== null) ? { rows: [...upper, ...rowsIn(columns, rows.map(cellsOf))] } : null
}

/** From where to where the texts of each column reach. */
function placesOf(rows: readonly Line[], columns: readonly (readonly number[])[], width: number): Stop[] {
  const places = Array.from({ length: width }, () => ({
    left: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
  }))
  for (const [row, { stops }] of rows.entries())
    for (const [at, { left, right }] of stops.entries()) {
      const place = places[columns[row]![at]!]!
      place.left = Math.min(place.left, left)
      place.right = Math.max(place.right, right)
    }
  return places
}

/**
 * The cells of a row of the header's upper level: names of columns that have no other heading, and headings over the others.
 * @param own columns that have headings in the row below
 */
function upperRow(line: Line, places: readonly Stop[], own: readonly number[]): FoundCell[] | null {
  const texts = cellsOf(line)
  const single = line.stops.map(({ left, right }) => {
    const over = places.flatMap((place, column) => (left < place.right && right > place.left ? [column] : []))
    return over.length === 1 && !own.includes(over[0]!) ? over[0]! : null
  })
  const headings = line.stops.filter((_, at) => single[at] === null)
  const spans =
    headings.length === 0
      ? []
      : headerSpans(
          headings,
          own.map((column) => places[column]!),
        )
  if (spans === null || texts.length !== line.stops.length) return null
  const starts = new Map<number, FoundCell>()
  let next = 0
  for (const [at, text] of texts.entries()) {
    const span = single[at] === null ? spans[next++]! : null
    const first = span === null ? single[at]! : own[span.first]!
    const columns = span === null ? 1 : own[span.last]! - first + 1
    starts.set(first, { lines: [text], columns })
  }
  const cells: FoundCell[] = []
  for (let column = 0; column < places.length; column += cells.at(-1)!.columns ?? 1)
    cells.push(starts.get(column) ?? EMPTY_CELL)
  return cells
}

function rowsIn(columns: readonly (readonly number[])[], texts: readonly (readonly string[])[]): FoundCell[][] {
  const width = texts.reduce((most, { length }) => Math.max(most, length), 0)
  return texts.map((cells, row) => {
    const filled = Array.from({ length: width }, () => EMPTY_CELL)
    for (const [at, text] of cells.entries()) filled[columns[row]![at]!] = cellOf(text)
    return filled
  })
}

function cellsOf({ text }: Line): string[] {
  return text.split(CELL_SEPARATOR)
}

function cellOf(text: string): FoundCell {
  return { lines: [text] }
}
