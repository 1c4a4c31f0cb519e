import type { Column, ColumnType } from '../readers/columns/column.ts'
import { VERSIONS } from '../readers/versions.ts'
import type { Format } from './names.ts'
import type { ExportTable } from './table.ts'
import { LICENSE_ID, LICENSE_TITLE, LICENSE_URL, TITLE, versionOf } from './terms.ts'
import type { Written } from './write-file.ts'

/** A file of an export. */
export interface ExportedFile extends Written {
  /** Below the folder of the export, with `/`. */
  readonly path: string
}

/** A table with its files. */
export interface ExportedTable {
  readonly table: ExportTable
  readonly format: Format
  readonly files: readonly ExportedFile[]
}

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
}

const FIELD_TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  integer: 'integer',
  long: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  time: 'datetime',
  strings: 'list',
  integers: 'list',
}

/** The description of an export (Data Package 2.0): every file, and every column with its type and meaning. */
export function dataPackage(tables: readonly ExportedTable[], day: string): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'fazhi',
    title: TITLE,
    version: versionOf(day),
    created: `${day}T00:00:00Z`,
    licenses: [{ name: LICENSE_ID, path: LICENSE_URL, title: LICENSE_TITLE }],
    ...VERSIONS,
    resources: tables.map(resourceOf),
  }
}

function resourceOf({ table, format, files }: ExportedTable) {
  const { name, title, description, key } = table
  const [only] = files
  return {
    name,
    title,
    description,
    path: files.length === 1 ? only!.path : files.map(({ path }) => path),
    format,
    mediatype: MEDIA_TYPES[format],
    ...(format !== 'parquet' && { encoding: 'utf-8' }),
    ...(files.length === 1 && { bytes: only!.bytes, hash: `sha256:${only!.sha256}` }),
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    schema: { fields: fieldsOf(table, format), primaryKey: key },
  }
}

function fieldsOf({ columns }: ExportTable, format: Format) {
  return Object.entries<Column<never>>(columns).map(([name, { type, description }]) => ({
    name,
    ...(format === 'csv' ? csvType(type) : { type: typeOf(type) }),
    description,
  }))
}

/** Files other than CSV hold lists as lists. */
function typeOf(type: ColumnType): string {
  return FIELD_TYPES[type] === 'list' ? 'array' : FIELD_TYPES[type]
}

function csvType(type: ColumnType) {
  if (FIELD_TYPES[type] !== 'list') return { type: FIELD_TYPES[type] }
  return { type: 'list', delimiter: ' ', itemType: type === 'integers' ? 'integer' : 'string' }
}
