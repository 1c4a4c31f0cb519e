import { TableSource } from '../../shared/readers/table-source.ts'
import type { Indicator, Level } from '../../shared/report/report.ts'
import { CoverageStore } from '../../shared/store/coverage-store.ts'
import { rowFactsOf } from '../../shared/store/document-facts.ts'
import { DocumentListing } from '../../shared/store/document-listing.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { DocumentVersions } from '../../shared/store/document-versions.ts'
import type { AddressedFile } from '../../shared/store/export-files.ts'
import { finishRun } from '../../shared/store/finish-run.ts'
import { rowsOf } from '../../shared/store/indicator-row.ts'
import { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { refuseUnreadable } from '../../shared/store/read-rows.ts'
import { ReaderTables } from '../../shared/store/reader-tables.ts'
import { ReportStore } from '../../shared/store/report-store.ts'
import { ResultReader } from '../../shared/store/result-reader.ts'
import { RunStore } from '../../shared/store/run-store.ts'
import { SightingStore } from '../../shared/store/sighting-store.ts'
import { Withdrawals } from '../../shared/store/withdrawals.ts'
import type { Engines } from '../engines/engines.ts'
import { arrivalOf, chunkOf, indicatorOf, reportOf, resultOf } from '../store/records.ts'

export const CODE = 'reconsideration.accepted'
export const TODAY = '2025-05-01'
/** What changed then has long been in every index. */
const LONG_AGO = new Date('2024-05-01T00:00:00.000Z')

export interface Dropped {
  /** Its first digits. */
  readonly id: string
  readonly publisherId: string
  readonly year?: number
  readonly run?: number
  readonly figures?: readonly Partial<Indicator>[]
  readonly bodyHash?: string
  readonly publishedOn?: string
  readonly level?: Level
  /** A document that it took the place of, by its first digits. */
  readonly supersedes?: string
  readonly sourceUrl?: string
  /** When the document came to show it. */
  readonly at?: Date
}

export const idOf = (digits: string) => digits.padEnd(32, '0')

/** New tables with a source over them, and what the pipeline does to them in one step. */
export async function stockTables(engines: Engines) {
  const names = await engines.createTables()
  const client = engines.tables
  const tables = new ReaderTables(client, names)
  const texts = new Map<string, string>()
  const bucket = { readText: async (key: string) => texts.get(key) ?? '' }
  const sightings = new SightingStore(client, names.sightings)
  const exported: AddressedFile[] = []
  const files = { list: async () => exported }
  const results = new ResultReader(client, names)
  const source = new TableSource({ tables, results, sightings, bucket, files }, () => TODAY)
  const documents = new DocumentStore(client, names.documents, () => LONG_AGO)
  const listing = new DocumentListing(client, names.documents)
  const indicators = new IndicatorStore(client, names.indicators)
  const reports = new ReportStore(client, names.reports)
  const runs = new RunStore(client, names.runs)
  const deps = { documents, listing, indicators, reports, runs }
  const withdrawals = new Withdrawals(client, names.documents, () => LONG_AGO)

  /** Rows of a run, beside those that readers see. Returns how to show it. */
  const written = async (dropped: Dropped) => {
    const { id, publisherId, year = 2023, run = 1, figures = [], level = 'county', at = LONG_AGO } = dropped
    const documentId = idOf(id)
    const regionCode = publisherId.split('/')[0]!
    const report = {
      ...reportOf({ documentId, regionCode, year }),
      ...{ publisherId, level, bodyHash: dropped.bodyHash ?? id, publishedOn: dropped.publishedOn ?? '2024-03-01' },
    }
    await documents.receive(arrivalOf({ documentId }))
    if (dropped.sourceUrl !== undefined) await listing.locate(documentId, dropped.sourceUrl)
    if (dropped.supersedes !== undefined)
      await listing.supersede(documentId, { documentId: idOf(dropped.supersedes), seenAt: '2024-04-01T00:00:00.000Z' })
    const found = figures.map((figure, index) => indicatorOf({ code: CODE, ordinal: index + 1, ...figure }))
    await indicators.put(rowsOf(chunkOf({ documentId, run, indicators: found, facts: rowFactsOf(report) })))
    const shown = new DocumentStore(client, names.documents, () => at)
    return async () => {
      await shown.showRun(documentId, run, resultOf({ report, indicatorCount: found.length }))
      await finishRun(documentId, deps)
    }
  }

  return {
    names,
    source,
    tables,
    results,
    bucket,
    texts,
    exported,
    sightings,
    documents,
    versions: new DocumentVersions(client, names.documents, refuseUnreadable),
    ledger: new CoverageStore(client, names.coverage),
    written,
    drop: async (...all: readonly Dropped[]) => {
      for (const dropped of all) await (await written(dropped))()
    },
    withdraw: async (id: string, detail: string) => {
      await withdrawals.withdraw({ documentId: idOf(id), run: 1, detail })
      await finishRun(idOf(id), deps)
    },
  }
}
