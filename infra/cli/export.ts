import { mkdir, readdir } from 'node:fs/promises'
import { exportFolder } from '../../shared/exports/export-folder.ts'
import type { ExportTableName, Format } from '../../shared/exports/names.ts'
import type { Narrowed } from '../../shared/exports/table.ts'
import { EXPORT_TABLES } from '../../shared/exports/tables.ts'
import { yearsWithRows } from '../../shared/exports/years.ts'
import { codeAsked, regionAsked } from './asked.ts'
import { findDeployment } from './deployment.ts'
import { UsageError } from './errors.ts'
import { printRows } from './print.ts'

export interface ExportOptions {
  readonly table: readonly ExportTableName[]
  readonly format: Format
  readonly out: string
  readonly code?: string
  readonly year?: number
  readonly region?: string
  readonly current?: boolean
  readonly stack?: string
}

/** Writes tables into files of a folder, and prints what it wrote. */
export async function exportTables({ format, out, year, ...options }: ExportOptions): Promise<void> {
  const tables = [...new Set(options.table)].map((name) => EXPORT_TABLES[name])
  const narrowed: Narrowed = {
    ...(options.code !== undefined && { code: codeAsked(options.code) }),
    ...(options.region !== undefined && { region: regionAsked(options.region) }),
    ...(options.current !== undefined && { current: options.current }),
  }
  for (const { name, narrowedBy } of tables)
    for (const by of Object.keys(narrowed) as (keyof Narrowed)[])
      if (!narrowedBy.includes(by)) throw new UsageError(`Table ${name} cannot be narrowed by --${by}.`)
  const deployment = await findDeployment(options)
  await requireEmpty(out)
  const reader = { ...deployment, today: new Date().toISOString().slice(0, 10) }
  const years = year === undefined ? await yearsWithRows(reader) : [year]
  const exported = await exportFolder(reader, { tables, format, years, narrowed, folder: out })
  const files = exported.flatMap((table) => table.files)
  printRows(files, { file: ({ path }) => path, rows: ({ rows }) => rows, bytes: ({ bytes }) => bytes })
}

/** Files of an earlier export would be taken for this one's: Parquet is read by the folder. */
async function requireEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) throw new UsageError(`${folder} is not empty: name a new folder with --out.`)
}
