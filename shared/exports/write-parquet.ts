import { fileWriter, parquetWriteRows, type SchemaElement } from 'hyparquet-writer'
import type { Column, Columns, ColumnType, Value } from '../readers/columns/column.ts'
import { VERSIONS } from '../readers/versions.ts'
import type { FlatRow } from './table.ts'

/** Rows that are encoded at once, and that a reader may skip together. Memory holds so many. */
const ROW_GROUP = 4_000

/**
 * Writes rows as Parquet, compressed with Snappy: strings, 32-bit and 64-bit integers, DOUBLE, BOOLEAN, DATE, TIMESTAMP in UTC, and
 * lists of strings and integers. The versions are in the metadata of the file.
 */
export async function writeParquet(path: string, columns: Columns<never>, rows: AsyncIterable<FlatRow>): Promise<void> {
  const made = Object.entries<Column<never>>(columns)
  await parquetWriteRows({
    writer: fileWriter(path),
    rows: encoded(rows, made),
    columns: made.map(([name]) => ({ name, offsetIndex: false })),
    schema: [{ name: 'root', num_children: made.length }, ...made.flatMap(([name, { type }]) => ELEMENTS[type](name))],
    rowGroupSize: ROW_GROUP,
    createdBy: 'Fazhi',
    kvMetadata: Object.entries(VERSIONS).map(([key, value]) => ({ key, value: String(value) })),
  })
}

async function* encoded(rows: AsyncIterable<FlatRow>, columns: readonly (readonly [string, Column<never>])[]) {
  for await (const row of rows) {
    const cells: Record<string, unknown> = {}
    for (const [name, { type }] of columns) cells[name] = encodedCell(type, row[name]!)
    yield cells
  }
}

function encodedCell(type: ColumnType, value: Value): unknown {
  if (value === null) return null
  if (type === 'date' || type === 'time') return new Date(value as string)
  return type === 'long' ? BigInt(value as number) : value
}

type Elements = (name: string) => SchemaElement[]

const scalar =
  (type: Partial<SchemaElement>): Elements =>
  (name) => [{ name, repetition_type: 'OPTIONAL', ...type }]

/** In the three levels that the format asks for. A list is never null: it may be empty. */
const list =
  (type: Partial<SchemaElement>): Elements =>
  (name) => [
    { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', ...type },
  ]

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const

const ELEMENTS: Readonly<Record<ColumnType, Elements>> = {
  string: scalar(TEXT),
  integer: scalar({ type: 'INT32' }),
  long: scalar({ type: 'INT64' }),
  number: scalar({ type: 'DOUBLE' }),
  boolean: scalar({ type: 'BOOLEAN' }),
  date: scalar({ type: 'INT32', converted_type: 'DATE' }),
  time: scalar({
    type: 'INT64',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
    converted_type: 'TIMESTAMP_MILLIS',
  }),
  strings: list(TEXT),
  integers: list({ type: 'INT32' }),
}
