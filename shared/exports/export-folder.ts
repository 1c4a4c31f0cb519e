import { writeFile as writeWhole } from 'node:fs/promises'
import { join } from 'node:path'
import { companionFiles } from './companions.ts'
import type { ExportedFile, ExportedTable } from './datapackage.ts'
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
  for (const [path, text] of Object.entries(companionFiles(exported, reader.today)))
    await writeWhole(join(folder, path), text)
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
