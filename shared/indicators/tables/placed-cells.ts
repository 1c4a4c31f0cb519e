import type { Span } from '../../text/span.ts'
import type { Excluded } from '../measures/measure.ts'
import { NO_LABELS, pathOf, rowsOf } from './labels.ts'
import { type PathMeaning, partsOf } from './parts.ts'
import { type ColumnKind, columnKinds, groupIn, headerOver, isAside, numbersColumns, type Segment } from './segments.ts'
import { unitIn, withoutUnit } from './units.ts'
import { type Grid, isEmpty, isYear, type TableCell } from './words.ts'

/** The words that a cell stands under, as the report writes them. */
export interface WordsOver {
  /** Labels of its row, from the outermost; the group of rows that it is in comes first. */
  readonly labels: readonly string[]
  /** Heads of its column, from the top. */
  readonly heads: readonly string[]
}

/** A cell with the words of its row and column. */
export interface PlacedCell extends WordsOver {
  readonly cell: TableCell
  readonly row: PathMeaning
  readonly column: PathMeaning
}

/** A cell that is one number. */
export interface PlacedNumber extends PlacedCell {
  /** The words of the unit column. */
  readonly units: readonly string[]
}

/** A number of a table that is not read, and why. */
export interface LeftOut extends Excluded {
  /** Whether it may be a figure all the same, so that the report warns of it. */
  readonly isDoubtful: boolean
}

export interface PlacedCells {
  readonly numbers: readonly PlacedNumber[]
  /** Cells of words, which may state figures in sentences of their own. */
  readonly texts: readonly PlacedCell[]
  readonly leftOut: readonly LeftOut[]
}

/** The numbers and texts of a segment with the words that they stand under, and the numbers that are left out for where they stand. */
export function placeCells(grid: Grid, segment: Segment): PlacedCells {
  return segment.header.length > 0 ? underHeader(grid, segment) : behindLabels(grid, segment)
}

/** A number that may be a figure, left out for a doubt. */
export function doubtful({ start, end }: Span, why: string): LeftOut {
  return { start, end, why, isDoubtful: true }
}

const WHOLE: PathMeaning = { words: [], part: null, total: null }

/** A table without header: each number stands right behind the words that say what it counts. */
function behindLabels(grid: Grid, { body }: Segment): PlacedCells {
  const numbers: PlacedNumber[] = []
  const texts: PlacedCell[] = []
  const leftOut: LeftOut[] = []
  for (const row of body) {
    const cells = [...new Set(grid[row])]
    for (const [at, cell] of cells.entries()) {
      const label = cells[at - 1]
      if (cell == null || cell.row < row) continue
      if (cell.value === null) {
        if (label === undefined) leftOut.push(...asides(numbersIn(cell), IN_LABEL))
        else if (cell.rows > 1) leftOut.push(...mergedFigures(cell))
        else
          texts.push({
            cell,
            row: { ...WHOLE, words: [label?.text ?? ''] },
            column: WHOLE,
            labels: label === null ? [] : [label.text],
            heads: [],
          })
        leftOut.push(...asides([cell].filter(isUnreadable), UNREADABLE))
        continue
      }
      if (label == null || label.value !== null || unitIn(label.text) !== null) return withoutHeader(grid, body)
      if (isAside(label.text)) {
        leftOut.push(...asides([cell], IN_ASIDE_ROW))
        continue
      }
      if (cell.rows > 1) {
        leftOut.push(doubtful(cell, MERGED))
        continue
      }
      const behind = cells[at + 1]?.text ?? ''
      const units = unitIn(behind) === null ? [] : [behind]
      numbers.push({
        cell,
        row: { ...WHOLE, words: [withoutUnit(label.text)] },
        column: WHOLE,
        labels: [label.text],
        heads: [],
        units,
      })
    }
  }
  return { numbers, texts, leftOut }
}

function withoutHeader(grid: Grid, body: readonly number[]): PlacedCells {
  const cells = body.flatMap((row) => grid[row]!.filter((cell) => cell !== null))
  const span = { start: cells[0]!.start, end: cells.reduce((last, { end }) => Math.max(last, end), 0) }
  return { numbers: [], texts: [], leftOut: [doubtful(span, 'no header says what its columns count')] }
}

function underHeader(grid: Grid, segment: Segment): PlacedCells {
  const kinds = columnKinds(grid, segment)
  const headers = kinds.map((_, column) => headerOver(grid, segment, column))
  const columns = partsOf(headers.map((words, column) => (isRead(kinds[column]!) ? pathOf(words) : [])))
  const values = kinds.flatMap((kind, column) => (isRead(kind) ? [column] : []))
  const rows = rowsOf(grid, segment, kinds, headers)
  const numbers: PlacedNumber[] = []
  const texts: PlacedCell[] = []
  const leftOut = besideValues(grid, segment, kinds)
  const seen = new Set<TableCell>()
  const isShared = ({ column, columns: width, rows: height }: TableCell, at: number) =>
    differ(headers.slice(column, column + width)) ||
    differ(rows.slice(at, at + height).map((labels) => (labels.get(column) ?? NO_LABELS).raw))
  for (const [at, row] of segment.body.entries()) {
    if (numbersColumns(grid[row]!)) continue
    for (const column of values) {
      const cell = grid[row]![column]
      if (cell == null || isEmpty(cell) || seen.has(cell)) continue
      seen.add(cell)
      const { words, raw, units } = rows[at]!.get(column) ?? NO_LABELS
      if (raw.some(isAside)) {
        leftOut.push(...asides(cell.value === null ? cell.figures : [cell], IN_ASIDE_ROW))
        continue
      }
      const heads = headers[column]!
      const placed = { cell, row: words, column: columns[column]!, labels: raw, heads }
      if (cell.value === null) {
        if (cell.figures.length === 0) {
          if (/\d/.test(cell.text)) leftOut.push(doubtful(cell, 'a cell holds more than a number with its unit'))
        } else if (groupIn(grid[row]!) === cell) texts.push({ cell, row: WHOLE, column: WHOLE, labels: [], heads: [] })
        else if (isShared(cell, at)) leftOut.push(...mergedFigures(cell))
        else texts.push(placed)
        continue
      }
      const hasHeader = heads.length > 0 || values.length === 1
      const reason = doubtIn(cell, raw.length > 0 || !kinds.includes('label'), hasHeader)
      if (reason !== null) leftOut.push(doubtful(cell, reason))
      else numbers.push({ ...placed, units })
    }
  }
  return { numbers, texts, leftOut }
}

function differ(words: readonly (readonly string[])[]): boolean {
  return new Set(words.map((path) => path.join())).size > 1
}

function isRead(kind: ColumnKind): boolean {
  return kind === 'value' || kind === 'text'
}

function doubtIn({ rows, columns }: TableCell, hasLabel: boolean, hasHeader: boolean): string | null {
  if (rows > 1 || columns > 1) return MERGED
  if (!hasLabel) return 'a row has no label'
  return hasHeader ? null : 'a column has no header'
}

/** The figures of a cell of words that stands under the words of several rows or columns: nothing says of which they are. */
function mergedFigures(cell: TableCell): LeftOut[] {
  return cell.figures.map((figure) => doubtful(figure, MERGED))
}

const MERGED = 'a number stands in merged cells'
const IN_LABEL = 'stands in words that name a row or column'
const UNREADABLE = 'its digits are no number with a unit'
const IN_ASIDE_ROW = 'its row counts nothing'

/** What is left out without doubt: numbers in headers and labels, columns that count nothing, rows that number the columns. */
function besideValues(grid: Grid, { header, body }: Segment, kinds: readonly ColumnKind[]): LeftOut[] {
  const inBody = new Set(body.flatMap((row) => grid[row]!.filter((_, column) => kinds[column] === 'label')))
  const labels = [...inBody].filter(
    (cell) => cell !== null && !kinds.slice(cell.column, cell.column + cell.columns).some(isRead),
  )
  const named = [...new Set([...header.flatMap((row) => grid[row]!), ...labels])].filter((cell) => cell !== null)
  const numbering = new Set(body.filter((row) => numbersColumns(grid[row]!)))
  const columns = kinds.flatMap((kind, column) => {
    const holdsNumbers = body.some((row) => !numbering.has(row) && grid[row]![column]?.value != null)
    const head = header.map((row) => grid[row]![column]).findLast((cell) => cell != null)
    return kind === 'aside' && holdsNumbers && head != null ? [head] : []
  })
  const firsts = [...numbering].flatMap((row) => grid[row]!.find((cell) => cell?.value != null) ?? [])
  return [
    ...asides(named.flatMap(numbersIn), IN_LABEL),
    ...asides(named.filter(isUnreadable), UNREADABLE),
    ...asides(columns, 'the numbers of this column count nothing'),
    ...asides(firsts, 'the numbers of this row only number the columns'),
  ]
}

function numbersIn(cell: TableCell): readonly Span[] {
  return cell.value === null || isYear(cell) ? cell.figures : [cell]
}

/** -4, 12(3): digits without words, and no number. */
function isUnreadable({ text, value, figures }: TableCell): boolean {
  return value === null && figures.length === 0 && /\d/.test(text) && !HAN.test(text)
}
const HAN = /\p{Script=Han}/u

function asides(spans: readonly Span[], why: string): LeftOut[] {
  return spans.map(({ start, end }) => ({ start, end, why, isDoubtful: false }))
}
