import * as v from 'valibot'
import { divisionOf } from '../../regions/gazetteer.ts'

/** What a cell may hold; null if there is nothing. */
export type Value = string | number | boolean | readonly string[] | readonly number[] | null

/**
 * Types of columns. `long` may be above 2³¹; `date` is a day of the calendar as `2024-03-31`, `time` an instant in UTC as
 * `2024-03-31T00:00:00.000Z`.
 */
export type ColumnType = 'string' | 'integer' | 'long' | 'number' | 'boolean' | 'date' | 'time' | 'strings' | 'integers'

export interface Column<Row> {
  readonly type: ColumnType
  /** One sentence or two, for whoever reads a file without this program. */
  readonly description: string
  readonly of: (row: Row) => Value
}

/**
 * Columns of a flat table by their names, in lower snake_case. Everything that names or types a column reads it here: CSV, JSON
 * lines, Parquet, the data package, the tables of Glue and `docs/exports.md`.
 */
export type Columns<Row> = Readonly<Record<string, Column<Row>>>

const maker =
  <Cell extends Value>(type: ColumnType) =>
  <Row>(description: string, of: (row: Row) => Cell): Column<Row> => ({ type, description, of })

export const string = maker<string | null>('string')
export const integer = maker<number | null>('integer')
export const long = maker<number | null>('long')
export const number = maker<number | null>('number')
export const boolean = maker<boolean | null>('boolean')
export const time = maker<string | null>('time')
export const strings = maker<readonly string[]>('strings')
export const integers = maker<readonly number[]>('integers')

/** A day. Reports write days that no calendar has; they are left empty, as no typed file can hold them. */
export const date = <Row>(description: string, of: (row: Row) => string | null): Column<Row> => ({
  type: 'date',
  description,
  of: (row) => {
    const day = of(row)
    return day !== null && isDay(day) ? day : null
  },
})

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** The meaning that the schema of an attribute gives it. */
export function meaning(schema: v.GenericSchema): string {
  const described = v.getDescription(
    schema.type === 'optional' ? (schema as { wrapped?: v.GenericSchema }).wrapped! : schema,
  )
  if (described === undefined) throw new TypeError('The schema of a column has no description.')
  return described
}

interface Placed {
  readonly regionCode: string | null
}

/** Names of the places that hold the place of a row, by its code. */
export const PLACE_COLUMNS = {
  region_code: string(
    'GB/T 2260 code of the place, down to county; empty if it is not known.',
    (row) => row.regionCode,
  ),
  province: string('Name of the province.', ({ regionCode }) => nameOf(regionCode, 2)),
  prefecture: string(
    'Name of the prefecture or city; empty for a province, and for what is directly under one.',
    (row) => nameOf(row.regionCode, 4),
  ),
  county: string('Name of the county or district; empty for higher places.', (row) => nameOf(row.regionCode, 6)),
} satisfies Columns<Placed>

/** @param digits how many digits of a code tell the places of that rank apart */
function nameOf(code: string | null, digits: 2 | 4 | 6): string | null {
  if (code === null || /^0*$/.test(code.slice(digits - 2, digits))) return null
  return divisionOf(code.slice(0, digits).padEnd(6, '0'))?.name ?? null
}
