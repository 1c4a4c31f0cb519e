import type { Report } from '../report/report.ts'
import type { RowFacts } from './indicator-chunk.ts'
import { publisherDocumentOf } from './tables.ts'

/** The report's facts as attributes of its document's row, with the keys of the indexes that the report settles. */
export function factsOf({ documentId, reason: _, ...facts }: Report) {
  const { publisherId, year } = facts
  return {
    ...facts,
    ...(year !== null && { publisherDocument: publisherDocumentOf(publisherId, documentId) }),
  }
}

/** The facts that each figure of a report repeats. */
export function rowFactsOf({ publisherId, region, year, issuer, level }: Report): RowFacts {
  return { publisherId, regionCode: region.code, year, issuer, level }
}
