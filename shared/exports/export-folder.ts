import { createHash } from 'node:crypto'
import { writeFile as writeWhole } from 'node:fs/promises'
import { join } from 'node:path'
import { citationFile, LICENSE_TEXT, sums } from './companions.ts'
import { dataPackage, type ExportedFile, type ExportedTable } from './datapackage.ts'
import type { Format } from './names.ts'
import { columnsInPartition, partitionPath } from './partitions.ts'
import type { ExportReader, ExportTable, FlatRow, Narrowed } from './table.ts'
import { writeFile } from './write-file.ts'

export interface FolderExport {
  readonly tables: readonly ExportTable[]
  readonly format: Format
  readonly years: readonly number[]
  readonly narrowed: Narrowed
  /** Is empty. */
  readonly folder: string
}

/**
 * Exports tables into a folder: CSV and JSON lines as one file a table, Parquet as one a table and year. What describes them comes
 * last, so that a folder without `SHA256SUMS` is not whole.
 */
export async function exportFolder(reader: ExportReader, order: FolderExport): Promise<ExportedTable[]> {
  const { tables, format, folder } = order
  const exported: ExportedTable[] = []
  for (const table of tables) {
    const files: ExportedFile[] = []
    for (const { path, columns, rows } of filesOf(reader, table, order))
      files.push({ path, ...(await writeFile(format, join(folder, path), columns, rows)) })
    exported.push({ table, format, files })
  }
  await describeFolder(folder, exported, reader.today)
  return exported
}

function filesOf(reader: ExportReader, table: ExportTable, { format, years, narrowed }: FolderExport) {
  const { name, columns, isByYear } = table
  const rowsOf = (year: number) => table.read(reader, { ...narrowed, year })
  if (format !== 'parquet')
    return [
      {
        path: `${name}.${format}`,
        columns,
        rows: isByYear ? inTurn(years.map((year) => () => rowsOf(year))) : rowsOf(0),
      },
    ]
  return (isByYear ? years : [null]).map((year) => ({
    path: partitionPath(table, year),
    columns: columnsInPartition(table),
    rows: rowsOf(year ?? 0),
  }))
}

async function* inTurn(each: readonly (() => AsyncIterable<FlatRow>)[]): AsyncGenerator<FlatRow, void, undefined> {
  for (const rows of each) yield* rows()
}

async function describeFolder(folder: string, tables: readonly ExportedTable[], day: string): Promise<void> {
  const described = Object.entries(companionFiles(tables, day))
  for (const [path, text] of described) await writeWhole(join(folder, path), text)
  const files = tables.flatMap((table) => table.files)
  const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex')
  const all = [...files, ...described.map(([path, text]) => ({ path, sha256: sha256Of(text) }))]
  await writeWhole(join(folder, 'SHA256SUMS'), sums(all))
}

/** What lies beside the data, by its name. */
function companionFiles(tables: readonly ExportedTable[], day: string): Readonly<Record<string, string>> {
  return {
    'datapackage.json': `${JSON.stringify(dataPackage(tables, day), null, 2)}\n`,
    LICENSE: LICENSE_TEXT,
    'CITATION.cff': citationFile(day),
  }
}
