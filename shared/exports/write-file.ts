import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Columns } from '../readers/columns/column.ts'
import { csvHeader, csvLines } from '../readers/csv.ts'
import type { Format } from './names.ts'
import type { FlatRow } from './table.ts'
import { writeParquet } from './write-parquet.ts'

/** What is known of a file once it is written. */
export interface Written {
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/** Rows that are turned into text at once. */
const BATCH = 1000

/** Writes rows into a file as they come; memory holds some thousand of them. */
export async function writeFile(
  format: Format,
  path: string,
  columns: Columns<never>,
  rows: AsyncIterable<FlatRow>,
): Promise<Written> {
  await mkdir(dirname(path), { recursive: true })
  let count = 0
  const counted = async function* () {
    for await (const row of rows) {
      count += 1
      yield row
    }
  }
  if (format === 'parquet') await writeParquet(path, columns, counted())
  else await pipeline(Readable.from(textOf(format, columns, counted())), createWriteStream(path))
  return { rows: count, ...(await digestOf(path)) }
}

async function* textOf(format: 'csv' | 'jsonl', columns: Columns<never>, rows: AsyncIterable<FlatRow>) {
  const isCsv = format === 'csv'
  if (isCsv) yield csvHeader(columns)
  for await (const batch of batchesOf(rows))
    yield isCsv
      ? csvLines(batch.map((row) => Object.values(row)))
      : batch.map((row) => `${JSON.stringify(row)}\n`).join('')
}

async function* batchesOf<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Row[], void, undefined> {
  let batch: Row[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Size and SHA-256 of a file. */
async function digestOf(path: string): Promise<Omit<Written, 'rows'>> {
  const sha256 = createHash('sha256')
  let bytes = 0
  for await (const part of createReadStream(path)) {
    sha256.update(part)
    bytes += part.length
  }
  return { bytes, sha256: sha256.digest('hex') }
}
