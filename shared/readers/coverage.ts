import * as v from 'valibot'
import type { PublisherRow, PublisherState } from '../crawl/ledger/rows.ts'
import type { ReaderTables } from '../store/reader-tables.ts'
import { cursorOf, DEFAULT_LIMIT, type Page, type PageQuery, positionIn } from './page.ts'

export interface CoverageQuery extends PageQuery {
  readonly year: number
  /** A region code or its beginning. */
  readonly region?: string
  readonly state?: PublisherState
}

const position = v.strictObject({ after: v.string() })

/**
 * What the ledger of the crawl knows of publishers and a year, by publisher.
 * @throws {CursorError}
 */
export async function coveragePage(tables: ReaderTables, query: CoverageQuery): Promise<Page<PublisherRow>> {
  const { year, region = '', state, cursor, limit = DEFAULT_LIMIT } = query
  const after = cursor === undefined ? null : positionIn(cursor, position).after
  const { rows, next } = await tables.ledgerOfYear(year, { prefix: region, after }, limit)
  return {
    items: rows.filter((row) => state === undefined || row.state === state),
    next: next === null ? null : cursorOf({ after: next }),
  }
}
