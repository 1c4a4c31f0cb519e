import type { PublisherRow } from '../crawl/ledger/rows.ts'
import type { ReaderTables } from '../store/reader-tables.ts'
import type { ReportBucket } from '../store/report-bucket.ts'
import type { ResultReader } from '../store/result-reader.ts'
import { type CoverageQuery, coveragePage } from './coverage.ts'
import { type DocumentsQuery, documentsPage, type ListedDocument, withStanding } from './documents.ts'
import { type Figure, figureOf } from './figure.ts'
import { type FiguresPage, type FiguresQuery, figuresPage } from './figures.ts'
import { type ObservationsQuery, observationsPage, publisherSeries } from './observations.ts'
import type { Page } from './page.ts'
import { publisherOf } from './publisher.ts'
import type { SeriesPoint } from './series.ts'
import type { DocumentDetail, PublisherDetail, SeriesQuery, Source } from './source.ts'

export interface TableSourceDeps {
  readonly tables: ReaderTables
  readonly results: ResultReader
  readonly bucket: Pick<ReportBucket, 'readText'>
}

/** Answers readers out of the tables and the bucket. */
export class TableSource implements Source {
  readonly #deps: TableSourceDeps
  readonly #today: () => string

  /** @param today ISO date; which reports are due depends on it */
  constructor(deps: TableSourceDeps, today: () => string = () => new Date().toISOString().slice(0, 10)) {
    this.#deps = deps
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
    const row = await this.#deps.results.document(documentId)
    if (row === null) return null
    const summaries = await this.#deps.tables.documents([documentId])
    const [standing] = await withStanding(this.#deps.tables, [...summaries.values()])
    const { current = false, duplicateOf = null, supersededBy = null } = standing ?? {}
    return { ...row, current, duplicateOf, supersededBy }
  }

  async figuresOf(documentId: string): Promise<readonly Figure[] | null> {
    const result = await this.#deps.results.result(documentId)
    if (result === null) return null
    return result.indicators.map((row) => figureOf(row, result.document.sourceUrl ?? null))
  }

  async text(documentId: string): Promise<string | null> {
    const row = await this.#deps.results.document(documentId)
    return row !== null && 'textKey' in row && row.textKey !== undefined
      ? this.#deps.bucket.readText(row.textKey)
      : null
  }

  async publisher(publisherId: string): Promise<PublisherDetail | null> {
    const publisher = publisherOf(publisherId)
    if (publisher === null) return null
    const rows = await this.#deps.tables.reportsOf(publisherId)
    const reports = rows.map(({ year, state, documentId, detail, others }) => {
      return { year, state, documentId, detail, others }
    })
    return { ...publisher, reports }
  }

  coverage(query: CoverageQuery): Promise<Page<PublisherRow>> {
    return coveragePage(this.#deps.tables, query)
  }
}
