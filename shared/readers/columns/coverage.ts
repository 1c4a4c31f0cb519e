import type { PublisherRow } from '../../crawl/ledger/rows.ts'
import { PUBLISHER_ID } from '../../report/attributes.ts'
import { type Columns, date, integer, PLACE_COLUMNS, string, time } from './column.ts'

/** Of the ledger, one publisher and year a row. */
export const COVERAGE_COLUMNS = {
  publisher_id: string(PUBLISHER_ID.replaceAll('`', ''), (row) => row.publisherId),
  issuer: string('The body that reports, as its report names it.', (row) => row.issuer),
  ...PLACE_COLUMNS,
  year: integer('Year of the report.', (row) => row.year),
  state: string(
    'early, on_time (by 1 April of the next year), late, or found without a date; else why it is not there: missing, not_due, not_searched_whole, not_yet_searched, listed_unread, blocked or unreachable.',
    (row) => row.state,
  ),
  reason: string('Why it could not be read: a code, a colon and a sentence.', (row) => row.reason),
  published_on: date('Day of publication.', (row) => row.publishedOn),
  published_on_from: string('Where that day was read: page, list or url.', (row) => row.publishedOnFrom),
  document_id: string('The document that was found.', (row) => row.documentId),
  document_url: string("Where the document's bytes came from.", (row) => row.documentUrl),
  portal: string('The portal that was searched last.', (row) => row.portal),
  searched_at: time('When it was last searched; empty before the first time.', (row) => row.searchedAt),
} satisfies Columns<PublisherRow>
