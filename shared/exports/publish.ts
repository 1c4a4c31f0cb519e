import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { VERSIONS } from '../readers/versions.ts'
import type { ExportBucket } from '../store/export-bucket.ts'
import type { ExportFiles } from '../store/export-files.ts'
import type { ExportFile, ExportManifest } from '../store/export-manifest.ts'
import { companionFiles } from './companions.ts'
import { digestOfYear } from './digest-of-year.ts'
import { columnsInPartition, partitionPath } from './partitions.ts'
import type { ExportReader, ExportTable } from './table.ts'
import { EXPORT_TABLES } from './tables.ts'
import { writeFile } from './write-file.ts'
import { yearsWithRows } from './years.ts'

export interface PublishDeps {
  readonly reader: ExportReader
  readonly files: Pick<ExportFiles, 'manifest'>
  readonly exports: Pick<ExportBucket, 'putManifest' | 'putFile' | 'putText'>
  readonly now: () => Date
  /** Of this machine, for a file at a time. */
  readonly folder: string
}

export interface Published {
  /** The year that was written; null if none has changed. */
  readonly year: number | null
  /** Files whose content changed. */
  readonly files: readonly string[]
}

const EMPTY: ExportManifest = { schemaVersion: VERSIONS.schemaVersion, writtenAt: '', years: {}, files: [] }

/**
 * Writes one year of the exports in the bucket as Parquet: the one that changed and was written longest ago. Every table holds what is
 * current. Files whose bytes stay the same are not written again; the manifest comes last, so that it never names what is not there.
 */
export async function publishNextYear(deps: PublishDeps): Promise<Published> {
  const { reader, files, exports, now } = deps
  const before = (await files.manifest()) ?? EMPTY
  const changed = await firstChanged(reader, before)
  if (changed === null) return { year: null, files: [] }
  const { year, digest } = changed
  const written: ExportFile[] = []
  for (const table of Object.values(EXPORT_TABLES))
    written.push(await publishTable(deps, table, table.isByYear ? year : null, before.files))
  const kept = before.files.filter(({ path }) => written.every((file) => file.path !== path))
  const writtenAt = now().toISOString()
  const manifest: ExportManifest = {
    schemaVersion: VERSIONS.schemaVersion,
    writtenAt,
    years: { ...before.years, [year]: { writtenAt, digest } },
    files: [...kept, ...written].sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
  for (const [path, text] of Object.entries(companionFiles(tablesOf(manifest.files), reader.today)))
    await exports.putText(path, text)
  await exports.putManifest(manifest)
  const old = new Set(before.files.map(({ path, sha256 }) => `${path} ${sha256}`))
  return { year, files: written.filter(({ path, sha256 }) => !old.has(`${path} ${sha256}`)).map(({ path }) => path) }
}

async function firstChanged(reader: ExportReader, { years }: ExportManifest) {
  const writtenAt = (year: number) => years[year]?.writtenAt ?? ''
  const known = await yearsWithRows(reader)
  // Of those that were never written the last one is asked for most.
  const inTurn = known.sort((a, b) => (writtenAt(a) === writtenAt(b) ? b - a : writtenAt(a) < writtenAt(b) ? -1 : 1))
  for (const year of inTurn) {
    const digest = await digestOfYear(reader, year)
    if (digest !== years[year]?.digest) return { year, digest }
  }
  return null
}

async function publishTable(
  { reader, exports, now, folder }: PublishDeps,
  table: ExportTable,
  year: number | null,
  files: readonly ExportFile[],
): Promise<ExportFile> {
  const path = partitionPath(table, year)
  const file = join(folder, `${table.name}.parquet`)
  try {
    // A table that is asked for figures of a place and year must not give those of a duplicate as well.
    const isNarrowed = table === EXPORT_TABLES.indicators
    const rows = table.read(reader, { year: year ?? 0, ...(isNarrowed && { current: true }) })
    const written = await writeFile('parquet', file, columnsInPartition(table), rows)
    const before = files.find((one) => one.path === path)
    if (before?.sha256 === written.sha256) return before
    await exports.putFile(path, file)
    return { path, table: table.name, year, ...written, writtenAt: now().toISOString() }
  } finally {
    await rm(file, { force: true })
  }
}

/** The tables of files, each with its own. */
function tablesOf(files: readonly ExportFile[]) {
  return Object.values<ExportTable>(EXPORT_TABLES).map((table) => ({
    table,
    format: 'parquet' as const,
    files: files.filter((file) => file.table === table.name),
  }))
}
