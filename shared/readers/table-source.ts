import { isCanary } from '../report/canary.ts'
import type { AddressedFile, ExportFiles } from '../store/export-files.ts'
import type { ReaderTables } from '../store/reader-tables.ts'
import type { ReportBucket } from '../store/report-bucket.ts'
import type { ResultReader } from '../store/result-reader.ts'
import type { SightingStore } from '../store/sighting-store.ts'
import { type Audit, type AuditedReport, auditOf, timelinessOf } from './audit.ts'
import { type CodeCounts, codeCounts } from './code-counts.ts'
import { type CoveragePage, type CoverageQuery, coveragePage } from './coverage.ts'
import { type DocumentDetail, detailOf } from './document-detail.ts'
import { type DocumentsQuery, documentsPage, type ListedDocument, withStanding } from './documents.ts'
import { type Figure, figureOf } from './figure.ts'
import { type FiguresPage, type FiguresQuery, figuresPage } from './figures.ts'
import { type News, newsOf } from './news.ts'
import { type ObservationsQuery, observationsPage, publisherSeries } from './observations.ts'
import type { Page } from './page.ts'
import { publisherOf } from './publisher.ts'
import type { SeriesPoint } from './series.ts'
import type { NewsSource, PublisherDetail, SeriesQuery, Source } from './source.ts'

export interface TableSourceDeps {
  readonly tables: ReaderTables
  readonly results: Pick<ResultReader, 'document' | 'result'>
  readonly sightings: Pick<SightingStore, 'ofDocument'>
  readonly bucket: Pick<ReportBucket, 'readText'>
  readonly files: Pick<ExportFiles, 'list'>
}

/** Counts are read anew when they are older than this: the whole index of the reports is behind them. */
const COUNTS_KEPT_MILLISECONDS = 60_000

/** Answers readers out of the tables and the bucket. */
export class TableSource implements Source, NewsSource {
  readonly #deps: TableSourceDeps
  readonly #today: () => string
  #counts: { readonly readAt: number; readonly counts: Promise<CodeCounts> } | null = null

  /** @param today ISO date; which reports are due depends on it */
  constructor(deps: TableSourceDeps, today: () => string = () => new Date().toISOString().slice(0, 10)) {
    this.#deps = { ...deps, results: withoutCanary(deps.results) }
    this.#today = today
  }

  observations(query: ObservationsQuery): Promise<Page<SeriesPoint>> {
    return observationsPage(this.#deps.tables, query, this.#today())
  }

  series(query: SeriesQuery): Promise<readonly SeriesPoint[]> {
    return publisherSeries(this.#deps.tables, query, this.#today())
  }

  figures(query: FiguresQuery): Promise<FiguresPage> {
    return figuresPage(this.#deps.tables, query)
  }

  documents(query: DocumentsQuery): Promise<Page<ListedDocument>> {
    return documentsPage(this.#deps.tables, query)
  }

  async document(documentId: string): Promise<DocumentDetail | null> {
    const { results, tables, sightings } = this.#deps
    const row = await results.document(documentId)
    if (row === null) return null
    const summaries = await tables.documents([documentId])
    const [standing] = await withStanding(tables, [...summaries.values()])
    return detailOf(row, standing, await sightings.ofDocument(documentId))
  }

  async figuresOf(documentId: string): Promise<readonly Figure[] | null> {
    const result = await this.#deps.results.result(documentId)
    if (result === null) return null
    return result.indicators.map((row) => figureOf(row, result.document))
  }

  async text(documentId: string): Promise<string | null> {
    const row = await this.#deps.results.document(documentId)
    return row !== null && 'textKey' in row && row.textKey !== undefined
      ? this.#deps.bucket.readText(row.textKey)
      : null
  }

  async audit(documentId: string): Promise<Audit | null> {
    const report = await this.#audited(documentId)
    if (report === null) return null
    const { publisherId, year } = report.result.document
    if (publisherId === null || year === null) return auditOf(report, null)
    const before = (await this.#deps.tables.reports([publisherId], year - 1)).get(publisherId)?.documentId ?? null
    return auditOf(report, before === null ? null : await this.#audited(before))
  }

  async #audited(documentId: string): Promise<AuditedReport | null> {
    const result = await this.#deps.results.result(documentId)
    if (result?.document.status !== 'COMPLETE') return null
    const { document, indicators } = result
    return { result: { document, indicators }, text: await this.#deps.bucket.readText(document.textKey) }
  }

  async publisher(publisherId: string): Promise<PublisherDetail | null> {
    const publisher = publisherOf(publisherId)
    if (publisher === null) return null
    const rows = await this.#deps.tables.reportsOf(publisherId)
    const qualities = await this.#deps.tables.qualities(rows.flatMap(({ documentId }) => documentId ?? []))
    const reports = rows.map(({ year, state, documentId, detail, others }) => {
      const { completeness = null, publishedOn = null } = qualities.get(documentId ?? '') ?? {}
      const quality = { completeness, publishedOn, timeliness: timelinessOf(year, publishedOn) }
      return { year, state, documentId, detail, ...quality, others }
    })
    return { ...publisher, reports }
  }

  exports(): Promise<readonly AddressedFile[]> {
    return this.#deps.files.list()
  }

  coverage(query: CoverageQuery): Promise<CoveragePage> {
    return coveragePage(this.#deps.tables, query)
  }

  codeCounts(): Promise<CodeCounts> {
    const now = Date.now()
    if (this.#counts === null || this.#counts.readAt < now - COUNTS_KEPT_MILLISECONDS) {
      const counts = codeCounts(this.#deps.tables, this.#today())
      this.#counts = { readAt: now, counts }
      // What failed is asked for again.
      counts.catch(() => (this.#counts = null))
    }
    return this.#counts.counts
  }

  news(limit: number): Promise<readonly News[]> {
    return newsOf(this.#deps.tables, this.#today(), limit)
  }
}

/** The test report of the pipeline is no document of anybody. */
function withoutCanary(results: TableSourceDeps['results']): TableSourceDeps['results'] {
  return {
    document: async (documentId) => (isCanary(documentId) ? null : results.document(documentId)),
    result: async (documentId) => (isCanary(documentId) ? null : results.result(documentId)),
  }
}
