import type { SectionRole } from '../../report/report.ts'
import type { Cell, Table } from '../../tables/table.ts'
import { squeezed } from '../../text/fold.ts'
import { type Reading, read } from '../../text/reading.ts'
import { type Excluded, measure } from '../measures/measure.ts'
import type { Measurement } from '../measures/measurement.ts'
import { type Quantity, quantityOf } from '../measures/quantity.ts'
import { numbersIn } from '../measures/scan.ts'
import type { Unit } from '../measures/units.ts'

/** A cell as the rules on tables see it. */
export interface TableCell extends Cell {
  /** Folded, without blanks. */
  readonly text: string
  /** The number that is all of the cell, else null. */
  readonly value: Quantity | null
  /** The unit that stands in the cell, in the report's own script; null if there is none. */
  readonly unit: string | null
  /** The figures that a cell of words states with units of their own. */
  readonly figures: readonly Measurement[]
  /** The numbers with a measure word in a cell of words that measure nothing. */
  readonly excluded: readonly Excluded[]
}

const YEAR = /^(?:19|20)\d\d年?度?$/

/** The cells of a table by row and column; a cell that spans several stands in each. */
export type Grid = readonly (readonly (TableCell | null)[])[]

/**
 * Linear in the number of places of the table.
 * @param role of the part that the table stands in
 * @param year the year reported on
 */
export function gridOf(text: string, table: Table, role: SectionRole, year: number | null): Grid {
  const { cells, height, width } = table
  const grid: (TableCell | null)[][] = Array.from({ length: height }, () => new Array(width).fill(null))
  for (const cell of cells) {
    const seen = cellIn(text, cell, role, year)
    for (let row = cell.row; row < Math.min(height, cell.row + cell.rows); row++)
      for (let column = cell.column; column < cell.column + cell.columns; column++) grid[row]![column] ??= seen
  }
  return grid
}

function cellIn(text: string, cell: Cell, role: SectionRole, year: number | null): TableCell {
  const reading = read(text, cell)
  const value = wholeValue(reading.text)
  const unit = value === null ? null : (value.number.unit ?? unitWritten(text, reading, value.unit))
  const isSigned = /^[-+]/.test(reading.text)
  const excluded: Excluded[] = []
  const figures =
    value === null && !isSigned
      ? measure(text, [{ start: cell.start, end: cell.end, role }], year, (one) => excluded.push(one))
      : []
  return { ...cell, text: squeezed(text.slice(cell.start, cell.end)), value, unit, figures, excluded }
}

function unitWritten(text: string, { offsets }: Reading, unit: Unit | null): string | null {
  if (unit === null || unit.name === '%') return unit?.name ?? null
  return Array.from(offsets.subarray(unit.start, unit.end), (offset) => text[offset]!).join('')
}

/** The number that is all of a text, with its own approximators and unit. */
function wholeValue(reading: string): Quantity | null {
  if (!/^\D{0,4}\d/.test(reading) || reading.length > LONGEST_VALUE) return null
  const [found] = numbersIn(reading)
  if (found === undefined || found.number.form !== 'arabic') return null
  const value = quantityOf(reading, found.number)
  return value?.start === 0 && value.end === reading.length ? value : null
}
const LONGEST_VALUE = 30

/** What stands where there is no number. */
const EMPTY = /^[-—–―/\\无*·.]+$/

/** Whether a cell holds a sign that it is empty. */
export function isEmpty({ text }: TableCell): boolean {
  return EMPTY.test(text)
}

/** Whether a cell names a year alone, as headers do. */
export function isYear({ text }: TableCell): boolean {
  return YEAR.test(text)
}
