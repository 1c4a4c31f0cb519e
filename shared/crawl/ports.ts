import type { AskedPage, CoverageRow, ListRow, PageRow, PublisherRow, WalkRow } from './ledger/rows.ts'
import type { PageRequest } from './page-request.ts'
import type { Problem } from './problem.ts'
import type { WalkRequest } from './walk-request.ts'

// What the crawl needs of the tables, the queue and the bucket. `shared/store` implements these, and the tests replace them.

/** The coverage ledger. Each row has one writer at a time: the walk of its portal, or the visit of its page. */
export interface Ledger {
  /** Writes a whole row. */
  put(row: CoverageRow): Promise<void>
  page(portalId: string, url: string): Promise<PageRow | null>
  /** The last walk of a portal that ended; null before the first. */
  walkOf(portalId: string): Promise<WalkRow | null>
  /** Every row of one portal: its pages, its lists and their pages. */
  rowsOf(portalId: string): Promise<CoverageRow[]>
  /** What the search of one portal is judged by: its last walk, its lists and its pages. */
  searchOf(portalId: string): Promise<CoverageRow[]>
  listsOf(portalId: string): Promise<ListRow[]>
  /** Reads no more of them than are taken. */
  pagesOf(portalId: string): AsyncIterable<PageRow>
  /** Marks a page as asked for. The results of earlier visits stay on its row. */
  ask(page: AskedPage): Promise<void>
  /**
   * Records a row that names a document and that is not visited. What an earlier visit found stays on its row.
   * @param changedAt see `changedAtOf`
   */
  putUnread(page: AskedPage, problem: Problem, changedAt: string | null): Promise<void>
  /** Lists a publisher that is expected to publish. An existing row stays as it is. */
  expect(row: PublisherRow): Promise<void>
  /**
   * Records that a search did not find a publisher's report. A report that was found stays found, a later search stays, and
   * `missing` does not replace what another portal of the same publisher says.
   */
  recordNotFound(row: PublisherRow): Promise<void>
  /** Records a publisher's report. If two pages have one, the earlier publication is kept. */
  recordFound(row: PublisherRow): Promise<void>
}

/** The queue of pages that wait for a visit. */
export interface PageRequests {
  /** May be repeated within one walk: the queue keeps one request per page. */
  send(page: PageRequest): Promise<void>
}

/** Takes the files that the crawl finds to the start of the pipeline. */
export interface CrawledFiles {
  /** @param name key below the crawl's folder; the same name replaces the file */
  putCrawled(name: string, bytes: Uint8Array, provenance: Provenance): Promise<void>
}

/** Where and when the crawl fetched a file, with the validators of its server for the next visit. */
export interface Provenance {
  readonly url: string
  /** ISO time. */
  readonly fetchedAt: string
  readonly etag: string | null
  readonly lastModified: string | null
  /** SHA-256 of the text without white space. It tells a changed report from a page on which only the clock changed. */
  readonly textHash: string | null
  /** The document that was at the same address before its text changed. */
  readonly supersedes: string | null
}

/** The queue of walks. It hands out one walk of a portal at a time. */
export interface WalkRequests {
  /** May be repeated: the queue drops a repetition of the same walk that comes soon, and who takes walks drops a later one. */
  send(walk: WalkRequest): Promise<void>
}

/** Which walks were sent, on the ledger. */
export interface Dispatches {
  /** What the last walk that was sent was for, ISO time, by portal. */
  lastSent(): Promise<ReadonlyMap<string, string>>
  /** When the last walk that ended began, ISO time, of those of the portals that were walked. */
  lastWalked(portalIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Records that a walk was sent. An older one never replaces a newer one. */
  recordSent(walk: Pick<WalkRequest, 'dueAt'> & { readonly portalId: string }): Promise<void>
}

/** The portals files of a deployment. */
export interface PortalsFiles {
  /** The one that was put there last; null if there is none. */
  deployed(): Promise<StoredPortals | null>
  /** The one that was in force last; null before the first. */
  lastGood(): Promise<StoredPortals | null>
  /** Keeps a file as the last good one, if it is not that already. */
  keepGood(file: StoredPortals): Promise<void>
}

export interface StoredPortals {
  readonly text: string
  /** Another one for another text. */
  readonly etag: string
  /** When it was put there, in milliseconds since 1970. */
  readonly storedAt: number
}
