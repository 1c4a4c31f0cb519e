import type { PublisherRow } from '../crawl/ledger/rows.ts'
import type { ExportQuery, ExportReader } from './table.ts'

/** Rows of one request. */
const PAGE = 1000

/** What the ledger knows of a year, by publisher. */
export async function* ledgerOfYear(
  { tables }: Pick<ExportReader, 'tables'>,
  { year, region: prefix = '' }: Pick<ExportQuery, 'year' | 'region'>,
): AsyncGenerator<PublisherRow, void, undefined> {
  let after: string | null = null
  do {
    const { rows, next } = await tables.ledgerOfYear(year, { prefix, after }, PAGE)
    yield* rows
    after = next
  } while (after !== null)
}
