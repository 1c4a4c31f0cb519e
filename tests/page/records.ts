import type { PublisherRow } from '../../shared/crawl/ledger/rows.ts'

/** What the ledger knows of a publisher on 2023, with the changes of a test. */
export function rowOfPublisher(changes: Partial<PublisherRow>): PublisherRow {
  const regionCode = changes.regionCode ?? '430223'
  return {
    kind: 'publisher',
    publisherId: regionCode,
    regionCode,
    year: 2023,
    state: 'on_time',
    documentId: null,
    documentUrl: null,
    publishedOn: null,
    publishedOnFrom: null,
    issuer: null,
    portal: null,
    reason: null,
    searchedAt: null,
    changedAt: null,
    ...changes,
  }
}
