import { createHash } from 'node:crypto'
import { lastDueYear } from '../crawl/ledger/timeliness.ts'
import { VERSIONS } from '../readers/versions.ts'
import { ledgerOfYear } from './ledger-of-year.ts'
import { documentBatches } from './listed-documents.ts'
import type { ExportReader } from './table.ts'

/** Documents of one request: their figures are not read. */
const PAGE = 1000

/**
 * A digest of everything that the rows of a year are made from: its documents and which are current, those of the year before, the
 * ledger, what is due, and the versions. While it stays the same, so do the rows; to find that out, no figure is read.
 */
export async function digestOfYear(reader: Pick<ExportReader, 'tables' | 'today'>, year: number): Promise<string> {
  const sha256 = createHash('sha256')
  const add = (part: unknown) => sha256.update(`${JSON.stringify(part)}\n`)
  add([VERSIONS, lastDueYear(reader.today)])
  for (const one of [year, year - 1])
    for await (const documents of documentBatches(reader, { year: one }, PAGE)) documents.forEach(add)
  for await (const row of ledgerOfYear(reader, { year })) add(row)
  return sha256.digest('hex')
}
