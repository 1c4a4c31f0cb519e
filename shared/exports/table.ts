import type { Columns, Value } from '../readers/columns/column.ts'
import type { ReaderTables } from '../store/reader-tables.ts'
import type { ReportBucket } from '../store/report-bucket.ts'
import type { ResultReader } from '../store/result-reader.ts'

/** What exports read from. */
export interface ExportReader {
  readonly tables: ReaderTables
  readonly results: Pick<ResultReader, 'result'>
  readonly bucket: Pick<ReportBucket, 'readText'>
  /** ISO date: which reports are due depends on it. */
  readonly today: string
}

/** What a table may be narrowed to, beside a year. */
export interface Narrowed {
  /** Of the catalogue. */
  readonly code?: string
  /** A region code or its beginning. */
  readonly region?: string
  /** Only what stands for its report. */
  readonly current?: boolean
}

export interface ExportQuery extends Narrowed {
  readonly year: number
}

/** A row as files have it: cells by the names of their columns. */
export type FlatRow = Readonly<Record<string, Value>>

/** One table of an export, whatever its rows are in the program. */
export interface ExportTable {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly columns: Columns<never>
  /** Columns that tell rows apart. */
  readonly key: readonly string[]
  /** Whether rows belong to a year; those of a table that does not are read once. */
  readonly isByYear: boolean
  readonly narrowedBy: readonly (keyof Narrowed)[]
  readonly read: (reader: ExportReader, query: ExportQuery) => AsyncGenerator<FlatRow, void, undefined>
}

interface Definition<Row> extends Omit<ExportTable, 'columns' | 'read'> {
  readonly columns: Columns<Row>
  readonly rows: (reader: ExportReader, query: ExportQuery) => AsyncIterable<Row> | Iterable<Row>
}

export function exportTable<Row>({ columns, rows, ...table }: Definition<Row>): ExportTable {
  return {
    ...table,
    columns,
    read: async function* (reader, query) {
      for await (const row of rows(reader, query)) yield flatRow(row, columns)
    },
  }
}

function flatRow<Row>(row: Row, columns: Columns<Row>): FlatRow {
  const flat: Record<string, Value> = {}
  for (const name in columns) flat[name] = columns[name]!.of(row)
  return flat
}
