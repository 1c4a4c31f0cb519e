import type { Completeness } from '../report/report.ts'
import type { AddressedFile } from '../store/export-files.ts'
import type { Audit, Timeliness } from './audit.ts'
import type { CodeCounts } from './code-counts.ts'
import type { CoveragePage, CoverageQuery } from './coverage.ts'
import type { DocumentDetail } from './document-detail.ts'
import type { DocumentsQuery, ListedDocument } from './documents.ts'
import type { Figure } from './figure.ts'
import type { FiguresPage, FiguresQuery } from './figures.ts'
import type { News } from './news.ts'
import type { ObservationsQuery } from './observations.ts'
import type { Page } from './page.ts'
import type { Publisher } from './publisher.ts'
import type { SeriesPoint } from './series.ts'

/** A publisher with its reports, by year. */
export interface PublisherDetail extends Publisher {
  readonly reports: readonly {
    readonly year: number
    /** `current`: `documentId` can be read; `withdrawn`; `none`: its documents have moved to other reports. */
    readonly state: 'current' | 'withdrawn' | 'none'
    readonly documentId: string | null
    /** Why it was withdrawn. */
    readonly detail: string | null
    /** Of the current document; null if there is none. */
    readonly completeness: Completeness | null
    /** ISO date on which the current document was published; null if that is not known. */
    readonly publishedOn: string | null
    readonly timeliness: Timeliness | null
    /** Documents that can be read and are not current. */
    readonly others: readonly Pick<ListedDocument, 'documentId' | 'duplicateOf' | 'supersededBy'>[]
  }[]
}

export interface SeriesQuery {
  readonly publisherId: string
  readonly code: string
  readonly from: number
  readonly to: number
}

/**
 * What readers ask for, whatever answers: the tables, or the API that stands before them. Codes, regions and publishers are
 * well-formed: see `requireCode`, `regionPrefixOf`, `publisherIdIn`.
 */
export interface Source {
  observations(query: ObservationsQuery): Promise<Page<SeriesPoint>>
  series(query: SeriesQuery): Promise<readonly SeriesPoint[]>
  figures(query: FiguresQuery): Promise<FiguresPage>
  documents(query: DocumentsQuery): Promise<Page<ListedDocument>>
  /** Null if there is no such document. */
  document(documentId: string): Promise<DocumentDetail | null>
  /** The figures of a document in the order of the text; none unless it can be read. Null if there is no such document. */
  figuresOf(documentId: string): Promise<readonly Figure[] | null>
  /** What an inspector looks at in a document; null if it is no report that can be read. */
  audit(documentId: string): Promise<Audit | null>
  /** The canonical text; null if there is none. */
  text(documentId: string): Promise<string | null>
  /** Null if no publisher can have that ID. */
  publisher(publisherId: string): Promise<PublisherDetail | null>
  coverage(query: CoverageQuery): Promise<CoveragePage>
  /** Whole tables as files in the bucket, by their paths; none before the first export. */
  exports(): Promise<readonly AddressedFile[]>
  /** In how many reports each code is; up to a minute old. */
  codeCounts(): Promise<CodeCounts>
}

/** What an API says beside what readers ask for. */
export interface NewsSource {
  /** What happened last, the newest first. */
  news(limit: number): Promise<readonly News[]>
}
