import { ORDINALS } from '../../text/numerals.ts'
import { unitIn } from './units.ts'
import { type Grid, isEmpty, isYear, type TableCell } from './words.ts'

/** A part of a table with one header: most tables have one. Rows and columns count from the table's first. */
export interface Segment {
  /** Empty if its rows need none: 受理 | 12件. */
  readonly header: readonly number[]
  readonly body: readonly number[]
}

/** What a column of a segment holds. */
export type ColumnKind = 'label' | 'unit' | 'value' | 'text' | 'aside'

/** Columns whose numbers and words say nothing of the work. */
const ASIDE =
  /(?:电话|邮编|邮政编码|手机|传真|号码|证号|编号|编码|代码|文号|序号)$|^(?:次序|排名|排序|No\.?|日期|时间|联系人|地址)$/i
/** A row that numbers the columns. */
const COLUMN_NUMBERS = /^(?:栏次|列次|行次|甲)$/
const YEARS = /^年[份度]?$/

/** Rows without any number at the top are the header; a later row with words over all the numbers begins a new part. */
export function segmentsOf(grid: Grid): Segment[] {
  const segments: { header: number[]; body: number[] }[] = []
  for (const [row, cells] of grid.entries()) {
    const last = segments.at(-1)
    const hasNumber = cells.some((cell, column) => isNumber(cell) || (column > 0 && standsForFigures(cell)))
    const isGroup = groupIn(cells) !== null
    if (last === undefined || (!hasNumber && !isGroup && isHeader(cells, grid, last)))
      segments.push(hasNumber ? { header: [], body: [row] } : { header: [row], body: [] })
    else if (!hasNumber && last.body.length === 0 && !(isGroup && hasWords(grid, last.header))) last.header.push(row)
    else last.body.push(row)
  }
  return segments
}

/** The words that head the rows below: a merged cell alone in its row, or 一、…. */
export function groupIn(row: readonly (TableCell | null)[]): TableCell | null {
  const [only, ...others] = new Set(row.filter((cell) => cell !== null))
  if (only === undefined || others.length > 0 || only.value !== null) return null
  return only.columns > 1 || OUTLINE.test(only.text) ? only : null
}
const OUTLINE = new RegExp(`^[(（]?[${ORDINALS}]{1,3}[、)）]`)

/** Whether the words of a row or column say that its numbers measure nothing. */
export function isAside(words: string): boolean {
  return ASIDE.test(words)
}

/** Whether a row only numbers the columns: 栏次 1 2 3. */
export function numbersColumns(row: readonly (TableCell | null)[]): boolean {
  const label = row.find((cell) => cell !== null && cell.value === null)
  if (label != null && COLUMN_NUMBERS.test(label.text)) return true
  const numbers = row.flatMap((cell) => (cell?.value == null ? [] : [cell.value.number.value]))
  return label === undefined && numbers.length > 2 && numbers.every((number, at) => number === at + 1)
}

/** Years alone stand in headers, and are no numbers there. */
function isNumber(cell: TableCell | null): boolean {
  return cell?.value != null && !isYear(cell)
}

/** Figures in words, or a sign that there are none, as no header has them. */
function standsForFigures(cell: TableCell | null): boolean {
  return cell !== null && (statesFigures(cell) || isEmpty(cell))
}

function statesFigures(cell: TableCell | null): boolean {
  return cell !== null && cell.figures.length > 0
}

/** Whether a row without number begins a part of its own: it has words over each column of numbers before it. */
function isHeader(cells: readonly (TableCell | null)[], grid: Grid, { header, body }: Segment): boolean {
  const numbers = cells.flatMap((_, column) => (body.some((row) => isNumber(grid[row]![column]!)) ? [column] : []))
  const repeats = header.some((row) => grid[row]![0]?.text === cells[0]?.text)
  return (numbers.length > 1 || (repeats && numbers.length > 0)) && numbers.every((column) => cells[column] !== null)
}

/** Whether header rows name columns, and are not the caption alone. */
function hasWords(grid: Grid, header: readonly number[]): boolean {
  return header.some((row) => groupIn(grid[row]!) === null)
}

/** The words of the header over a column, from the top; cells over all columns are the caption. */
export function headerOver(grid: Grid, { header }: Segment, column: number): string[] {
  const cells = new Set(header.map((row) => grid[row]![column]!).filter((cell) => cell !== null))
  const width = grid[0]!.length
  const words = [...cells].filter(({ columns }) => columns < width || width === 1).map(({ text }) => text)
  // Over the years themselves, a word for years says nothing.
  return words.length > 1 ? words.filter((word) => !YEARS.test(word)) : words
}

/** The words of header rows that lie over all columns. */
export function captionIn(grid: Grid, { header }: Segment): string {
  const width = grid[0]!.length
  if (width === 1) return ''
  const cells = new Set(header.map((row) => grid[row]![0]!).filter((cell) => cell?.columns === width))
  return [...cells].map((cell) => cell!.text).join(',')
}

export function columnKinds(grid: Grid, segment: Segment): ColumnKind[] {
  return grid[0]!.map((_, column) => {
    const words = headerOver(grid, segment, column)
    if (words.some(isAside)) return 'aside'
    const cells = segment.body.map((row) => grid[row]![column]!).filter((cell) => cell !== null)
    if (column > 0 && cells.length > 0 && cells.every(({ text }) => unitIn(text) !== null)) return 'unit'
    if (words.some((word) => YEARS.test(word))) return 'label'
    if (cells.some((cell) => isNumber(cell))) return 'value'
    const stating = cells.filter((cell) => statesFigures(cell))
    return column > 0 && 2 * stating.length >= Math.max(1, cells.length) ? 'text' : 'label'
  })
}
