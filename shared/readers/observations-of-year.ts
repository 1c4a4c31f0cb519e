import type { DocumentSummary } from '../store/document-summary.ts'
import type { ReaderTables } from '../store/reader-tables.ts'
import { type ReadReport, wholeReports } from './current-figures.ts'
import { groupBy } from './group-by.ts'
import { observationOf, publishersOf } from './observations.ts'
import { breakOf, publisherOf } from './publisher.ts'
import { comparedWith, type SeriesPoint } from './series.ts'

/** Reports held at once, each with all its figures and those of the year before. */
const PUBLISHERS_AT_ONCE = 50

export interface YearQuery {
  readonly year: number
  /** A region code or its beginning. */
  readonly region?: string
  /** Of the catalogue. */
  readonly codes: readonly string[]
}

/** An observation with the document that it is of. */
export interface DocumentedObservation extends SeriesPoint {
  /** Null if no report can be read. */
  readonly document: DocumentSummary | null
}

/**
 * The observations of many codes in a year, by publisher and then code: the same as `observationsPage` gives code by code. Each
 * report is read once for all codes, and memory holds a few of them, however many there are.
 * @param today ISO date: what is due
 * @throws {RowsReplacedError} if a report changes each time that it is read
 */
export async function* observationsOfYear(
  tables: ReaderTables,
  { year, codes, ...query }: YearQuery,
  today: string,
): AsyncGenerator<DocumentedObservation, void, undefined> {
  let after: string | null = null
  do {
    const page = await publishersOf(tables, query, { year, after }, PUBLISHERS_AT_ONCE)
    const [ofYear, ofYearBefore] = await Promise.all(
      [year, year - 1].map((one) => wholeReports(tables, one, page.publishers)),
    )
    for (const publisherId of page.publishers) {
      const publisher = publisherOf(publisherId)
      const brokenBy = publisher === null ? null : breakOf(publisher, year)
      const read = byCode(ofYear!.whole.get(publisherId))
      const readBefore = byCode(ofYearBefore!.whole.get(publisherId))
      const known = {
        ledger: page.ledger.get(publisherId) ?? null,
        report: ofYear!.reports.get(publisherId) ?? null,
        today,
      }
      const knownBefore = { ledger: null, report: ofYearBefore!.reports.get(publisherId) ?? null, today }
      for (const code of codes) {
        const observation = observationOf(publisherId, year, code, { read: read(code), ...known })
        const before = observationOf(publisherId, year - 1, code, { read: readBefore(code), ...knownBefore })
        yield {
          ...comparedWith(observation, before, brokenBy),
          document: ofYear!.whole.get(publisherId)?.document ?? null,
        }
      }
    }
    after = page.last
  } while (after !== null)
}

/** A report as it is read for one code after the other. */
function byCode(whole: ReadReport | undefined): (code: string) => ReadReport | null {
  if (whole === undefined) return () => null
  const figures = groupBy(whole.figures, ({ code }) => code)
  return (code) => ({ ...whole, figures: figures.get(code) ?? [] })
}
