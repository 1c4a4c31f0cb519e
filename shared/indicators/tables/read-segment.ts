import type { Role } from '../../report/report.ts'
import { decimal } from '../../text/numerals.ts'
import { roleOf } from '../measures/roles.ts'
import type { PathMeaning, Standing } from './parts.ts'
import {
  doubtful,
  type LeftOut,
  type PlacedCell,
  type PlacedNumber,
  placeCells,
  type WordsOver,
} from './placed-cells.ts'
import { captionIn, headerOver, type Segment } from './segments.ts'
import { type UnitWords, unitOf } from './units.ts'
import { type Grid, isYear, type TableCell } from './words.ts'
import { isYearAlone, roleByYear, yearNamed } from './years.ts'

/** The cells and lines that a figure was read from; folded, without blanks. */
export interface CellsRead extends WordsOver {
  /** The line above the table that says what it is about; empty if there is none. */
  readonly caption: string
  /** The words that gave the unit; null without one. */
  readonly unit: UnitWords | null
}

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
  readonly row: Standing
  readonly column: Standing
  readonly cells: CellsRead
  /** As the number would stand in a sentence: 96.2万元. */
  readonly stated: string
}

/** A cell of words, which may state figures in a sentence of its own. */
export interface TableText {
  readonly cell: TableCell
  readonly counted: readonly string[]
  /** What its row and column make of a level: a value of an earlier year, a goal. Null if nothing. */
  readonly role: Role | null
  readonly row: Standing
  readonly column: Standing
  readonly cells: CellsRead
}

export interface SegmentReading {
  readonly numbers: readonly TableNumber[]
  readonly texts: readonly TableText[]
  readonly leftOut: readonly LeftOut[]
}

/** What the words around a table say. */
export interface TableContext {
  readonly caption: string
  readonly inPlans: boolean
  /** The year reported on. */
  readonly year: number | null
}

export function readSegment(grid: Grid, segment: Segment, context: TableContext): SegmentReading {
  const placed = placeCells(grid, segment)
  const corner = headerOver(grid, segment, 0).filter((words) => words.includes('单位'))
  const unitCaption = [context.caption, captionIn(grid, segment), ...corner].filter((words) => words !== '').join(',')
  const leftOut = [...placed.leftOut]
  const numbers = placed.numbers.flatMap((number) => {
    const read = numberOf(number, unitCaption, context)
    if (typeof read !== 'string') return [read]
    leftOut.push(doubtful(number.cell, read))
    return []
  })
  return { numbers, texts: placed.texts.map((text) => textOf(text, context)), leftOut }
}

function textOf({ cell, row, column, labels, heads }: PlacedCell, { caption, year }: TableContext): TableText {
  const counted = [...row.words, ...column.words]
  const names = [...labels, ...heads, ...counted]
  return {
    cell,
    counted,
    role: names.some((name) => PLANNED.test(name)) ? 'target' : roleByYear(names, year),
    row: standingOf(row),
    column: standingOf(column),
    cells: { labels, heads, caption, unit: inCell(cell) },
  }
}

function inCell({ text }: TableCell): UnitWords {
  return { words: text, place: 'cell' }
}

/** A year is no part of what is counted: it says when. */
function standingOf({ part, total }: PathMeaning): Standing {
  return part !== null && yearNamed(part) !== null ? { part: null, total: null } : { part, total }
}

/** The number with its unit, or why it is not read. */
function numberOf(
  { cell, row, column, labels, heads, units }: PlacedNumber,
  unitCaption: string,
  { caption, inPlans, year }: TableContext,
): TableNumber | string {
  const { number } = cell.value!
  const near: UnitWords[] = [
    ...units.map((words) => ({ words, place: 'unit column' as const })),
    ...labels.toReversed().map((words) => ({ words, place: 'row' as const })),
    ...heads.toReversed().map((words) => ({ words, place: 'column' as const })),
  ]
  const given = cell.unit === null ? unitOf(near, unitCaption) : { unit: cell.unit, power: 0, from: inCell(cell) }
  if (given === 'doubtful') return 'a number may have one of several units'
  if (given === null && (!Number.isInteger(number.value) || isYear(cell))) return 'a number has no unit'
  const { unit, power } = given ?? { unit: '', power: 0 }
  if (power > 0 && number.power > 0) return 'a number has two scales'
  const counted = [...row.words, ...column.words]
  const names = [...near.map(({ words }) => words), ...counted]
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
    row: standingOf(row),
    column: standingOf(column),
    cells: { labels, heads, caption, unit: given?.from ?? null },
    stated: `${cell.text}${cell.unit === null ? `${SCALES[power] ?? ''}${unit}` : ''}`,
  }
}

/** Columns of what was to be reached: 计划数 | 完成数. */
const PLANNED = /^(?:全?年?度?)(?:计划|目标|任务)(?:数|值|量)?(?:\(|$)/
const SCALES: Readonly<Record<number, string>> = { 1: '十', 2: '百', 3: '千', 4: '万', 6: '百万', 7: '千万', 8: '亿' }
