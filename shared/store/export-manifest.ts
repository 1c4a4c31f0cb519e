import * as v from 'valibot'
import { count, described, isoTime, listOf } from '../report/attributes.ts'

const year = v.pipe(v.number(), v.integer())

const exportFile = v.object({
  path: described(v.string(), 'Below `exports/` in the bucket: `indicators/year=2023/indicators.parquet`.'),
  table: described(v.string(), 'Table that its rows are of.'),
  year: described(v.nullable(year), 'Year that its rows are of; null of a table without years.'),
  rows: described(count, 'How many rows it has.'),
  bytes: described(count, 'Its size.'),
  sha256: described(v.pipe(v.string(), v.hexadecimal()), 'SHA-256 of its bytes, in hex.'),
  writtenAt: described(isoTime, 'When its content last changed.'),
})

/** A file of data among the exports in the bucket. */
export type ExportFile = Readonly<v.InferOutput<typeof exportFile>>

/** What the exports in the bucket are, and what the next run compares with. */
export const exportManifest = v.pipe(
  v.object({
    /** Of the program that wrote it. */
    schemaVersion: count,
    writtenAt: isoTime,
    /** By their years: when they were last written, and a digest of what their files were made from. */
    years: v.record(v.string(), v.object({ writtenAt: isoTime, digest: v.string() })),
    files: listOf(exportFile),
  }),
  v.readonly(),
)

export type ExportManifest = v.InferOutput<typeof exportManifest>

/** The attributes of a file, for whoever describes answers. */
export const exportFileEntries = exportFile.entries
