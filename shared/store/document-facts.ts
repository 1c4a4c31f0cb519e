import type { Report } from '../report/report.ts'
import type { RowFacts } from './indicator-chunk.ts'
import { publisherDocumentOf, yearDocumentOf } from './tables.ts'

/** The report's facts as attributes of its document's row, with the keys of the indexes that the report settles. */
export function factsOf({ documentId, reason: _, ...facts }: Report) {
  const { publisherId, year } = facts
  const regionCode = facts.region.code
  return {
    ...facts,
    ...(year !== null && { publisherDocument: publisherDocumentOf(publisherId, documentId) }),
    ...(year !== null && regionCode !== null && { regionCode, yearDocument: yearDocumentOf(year, documentId) }),
  }
}

/** The facts that each figure of a report repeats. */
export function rowFactsOf({ publisherId, region, year, issuer, level }: Report): RowFacts {
  return { publisherId, regionCode: region.code, year, issuer, level }
}
