import type { Role } from '../../report/report.ts'
import { decimal } from '../../text/numerals.ts'
import { roleOf } from '../measures/roles.ts'
import { NO_LABELS, pathOf, rowsOf } from './labels.ts'
import { type PathMeaning, partsOf } from './parts.ts'
import { captionIn, columnKinds, headerOver, isAside, numbersColumns, type Segment } from './segments.ts'
import { type GivenUnit, unitIn, unitOf, withoutUnit } from './units.ts'
import { type Grid, isEmpty, isYear, type TableCell } from './words.ts'
import { isYearAlone, roleByYear, yearNamed } from './years.ts'

/** A number of a table with all that its rows and columns say of it. */
export interface TableNumber {
  readonly cell: TableCell
  readonly value: number
  readonly unit: string
  readonly role: Role
  /** The words of row and column that say what is counted, without those of the part. */
  readonly counted: readonly string[]
  /** The years that they name. */
  readonly when: readonly string[]
  /** The word of its row, and that of its column, if it is a part and another one is the total; else null. */
  readonly rowPart: string | null
  readonly columnPart: string | null
  /** As the number would stand in a sentence: 96.2万元. */
  readonly stated: string
}

/** A cell of words, which may state figures in a sentence of its own. */
export interface TableText {
  readonly cell: TableCell
  readonly counted: readonly string[]
}

export interface SegmentReading {
  readonly numbers: readonly TableNumber[]
  readonly texts: readonly TableText[]
  /** Why numbers were left unread, one word for each. */
  readonly unread: readonly string[]
}

/** What the words around a table say. */
export interface TableContext {
  readonly caption: string
  readonly inPlans: boolean
  /** The year reported on. */
  readonly year: number | null
}

/** One number with the words of its row and column. */
interface Placed {
  readonly cell: TableCell
  readonly row: PathMeaning
  readonly column: PathMeaning
  /** Words that may name the unit, the nearest first. */
  readonly near: readonly string[]
}

export function readSegment(grid: Grid, segment: Segment, context: TableContext): SegmentReading {
  const unread: string[] = []
  const placed = segment.header.length > 0 ? underHeader(grid, segment, unread) : behindLabels(grid, segment)
  if (placed === null) return { numbers: [], texts: [], unread: ['no header says what its columns count'] }
  const corner = headerOver(grid, segment, 0).filter((words) => words.includes('单位'))
  const caption = [context.caption, captionIn(grid, segment), ...corner].filter((words) => words !== '').join(',')
  const numbers = placed.numbers.flatMap((number) => {
    const read = numberOf(number, { ...context, caption })
    if (typeof read !== 'string') return [read]
    unread.push(read)
    return []
  })
  return { numbers, texts: placed.texts, unread }
}

interface PlacedCells {
  readonly numbers: readonly Placed[]
  readonly texts: readonly TableText[]
}

const WHOLE: PathMeaning = { words: [], part: null }

/** A table without header: each number stands right behind the words that say what it counts. Null if one does not. */
function behindLabels(grid: Grid, { body }: Segment): PlacedCells | null {
  const numbers: Placed[] = []
  const texts: TableText[] = []
  for (const row of body) {
    const cells = [...new Set(grid[row])]
    for (const [at, cell] of cells.entries()) {
      if (cell?.value == null) {
        if (at > 0 && cell != null) texts.push({ cell, counted: [cells[at - 1]?.text ?? ''] })
        continue
      }
      const label = cells[at - 1]
      if (label == null || label.value !== null || unitIn(label.text) !== null) return null
      if (isAside(label.text)) continue
      const behind = cells[at + 1]?.text ?? ''
      const near = unitIn(behind) === null ? [label.text] : [behind, label.text]
      numbers.push({ cell, row: { words: [withoutUnit(label.text)], part: null }, column: WHOLE, near })
    }
  }
  return { numbers, texts }
}

function underHeader(grid: Grid, segment: Segment, unread: string[]): PlacedCells {
  const kinds = columnKinds(grid, segment)
  const headers = kinds.map((_, column) => headerOver(grid, segment, column))
  const columns = partsOf(headers.map((words) => pathOf(words)))
  const values = kinds.flatMap((kind, column) => (kind === 'value' || kind === 'text' ? [column] : []))
  const rows = rowsOf(grid, segment, kinds, headers)
  const numbers: Placed[] = []
  const texts: TableText[] = []
  for (const [at, row] of segment.body.entries()) {
    if (numbersColumns(grid[row]!)) continue
    for (const column of values) {
      const cell = grid[row]![column]
      if (cell == null || isEmpty(cell)) continue
      const { words, raw, units } = rows[at]!.get(column) ?? NO_LABELS
      if (raw.some(isAside)) continue
      const names = headers[column]!
      if (cell.value === null) {
        texts.push({ cell, counted: [...words.words, ...columns[column]!.words] })
        if (cell.figures.length === 0 && /\d/.test(cell.text))
          unread.push('a cell holds more than a number with its unit')
        continue
      }
      const reason = doubtIn(cell, raw.length > 0 || !kinds.includes('label'), names.length > 0 || values.length === 1)
      if (reason !== null) unread.push(reason)
      else
        numbers.push({
          cell,
          row: words,
          column: columns[column]!,
          near: [...units, ...raw.toReversed(), ...names.toReversed()],
        })
    }
  }
  return { numbers, texts }
}

function doubtIn({ rows, columns }: TableCell, hasLabel: boolean, hasHeader: boolean): string | null {
  if (rows > 1 || columns > 1) return 'a number stands in merged cells'
  if (!hasLabel) return 'a row has no label'
  return hasHeader ? null : 'a column has no header'
}

function isYearOrNone(part: string | null): boolean {
  return part === null || yearNamed(part) !== null
}

/** The number with its unit, or why it is not read. */
function numberOf({ cell, row, column, near }: Placed, { caption, inPlans, year }: TableContext): TableNumber | string {
  const { number } = cell.value!
  const given: GivenUnit | 'doubtful' | null =
    cell.unit === null ? unitOf(near, caption) : { unit: cell.unit, power: 0 }
  if (given === 'doubtful') return 'a number may have one of several units'
  if (given === null && (!Number.isInteger(number.value) || isYear(cell))) return 'a number has no unit'
  const { unit, power } = given ?? { unit: '', power: 0 }
  if (power > 0 && number.power > 0) return 'a number has two scales'
  const counted = [...row.words, ...column.words]
  const names = [...near, ...counted]
  const words = counted.join('')
  const isGoal = inPlans || names.some((name) => PLANNED.test(name))
  const change = roleOf({ clause: words, lead: words, after: '', unit, inPlans: isGoal, year, previous: null })
  return {
    cell,
    value: power > 0 ? decimal(number.written, power) : number.value,
    unit,
    role: change === 'level' ? (roleByYear(names, year) ?? 'level') : change,
    counted: counted.filter((word) => !isYearAlone(word)),
    when: counted.filter((word) => isYearAlone(word)),
    rowPart: isYearOrNone(row.part) ? null : row.part,
    columnPart: isYearOrNone(column.part) ? null : column.part,
    stated: `${cell.text}${cell.unit === null ? `${SCALES[power] ?? ''}${unit}` : ''}`,
  }
}

/** Columns of what was to be reached: 计划数 | 完成数. */
const PLANNED = /^(?:全?年?度?)(?:计划|目标|任务)(?:数|值|量)?(?:\(|$)/
const SCALES: Readonly<Record<number, string>> = { 1: '十', 2: '百', 3: '千', 4: '万', 6: '百万', 7: '千万', 8: '亿' }
