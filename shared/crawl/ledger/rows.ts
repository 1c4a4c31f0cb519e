import type { ListReading } from '../lists/list-reading.ts'
import type { Resource, Validators } from '../validators.ts'

/** Rows of the `coverage` table: key `portalId`, sort `url`. */

/** `queued` is temporary: a walk asked for the page and no visit has been made yet. */
export type PageState = 'queued' | 'found' | 'unchanged' | 'blocked' | 'failed'

/** Where the publication date was read: on the page, in the list, or in the address. */
export type DateSource = 'page' | 'list' | 'url'

/** A page that a list led to. */
export interface PageRow {
  readonly kind: 'page'
  readonly portalId: string
  readonly url: string
  readonly title: string
  readonly state: PageState
  readonly reason: string | null
  readonly documentId: string | null
  /** Where the document's bytes came from: the page or its attachment. */
  readonly documentUrl: string | null
  /** The document that was here before, if the text changed. */
  readonly supersedes: string | null
  readonly textHash: string | null
  readonly publishedOn: string | null
  readonly publishedOnFrom: DateSource | null
  readonly year: number | null
  readonly issuer: string | null
  readonly regionCode: string | null
  readonly listUrl: string
  readonly resources: readonly Resource[]
  /** Version of the parser that read the page. Another version may read it differently. */
  readonly parserVersion: number | null
  /** ISO times: when a walk last asked for the page, and when it was last visited. */
  readonly askedAt: string
  readonly searchedAt: string | null
}

/** What a walk says of a page it asks for. */
export type AskedPage = Pick<PageRow, 'portalId' | 'url' | 'title' | 'listUrl' | 'askedAt'>

/** The row of a page before its first visit. */
export function unvisited({ portalId, url, title, listUrl, askedAt }: AskedPage): PageRow {
  return {
    kind: 'page',
    portalId,
    url,
    title,
    listUrl,
    askedAt,
    state: 'queued',
    reason: null,
    documentId: null,
    documentUrl: null,
    supersedes: null,
    textHash: null,
    publishedOn: null,
    publishedOnFrom: null,
    year: null,
    issuer: null,
    regionCode: null,
    resources: [],
    parserVersion: null,
    searchedAt: null,
  }
}

/** A list as its last walk saw it. */
export interface ListRow {
  readonly kind: 'list'
  readonly portalId: string
  readonly url: string
  readonly title: string
  readonly state: 'list'
  readonly reason: string | null
  readonly system: string | null
  readonly pages: number
  readonly items: number
  readonly candidates: number
  readonly declared: number | null
  /** Counts of the last walk that saw any. An empty list is compared with them. */
  readonly usualItems: number
  readonly usualCandidates: number
  readonly searchedAt: string
}

/** One page of a list, used again when the page answers that it has not changed. */
export interface ListPageRow {
  readonly kind: 'listPage'
  readonly portalId: string
  readonly url: string
  readonly reading: ListReading
  readonly validators: Validators
  readonly readerVersion: number
}

/**
 * What is known of one publisher's report on one year. Early is before the year is over, on time by 1 April of the
 * next (rules on rule-of-law inspection of 2019, article 24 and following), found if no date could be read.
 */
export type PublisherState = 'early' | 'on_time' | 'late' | 'found' | 'missing' | 'blocked' | 'not_yet_searched'

export interface PublisherRow {
  readonly kind: 'publisher'
  /** `region#CODE`, or `issuer#NAME` for townships and departments. */
  readonly portalId: string
  /** `year#YYYY`. */
  readonly url: string
  readonly state: PublisherState
  readonly year: number
  readonly regionCode: string | null
  readonly issuer: string | null
  /** Null before anything was found. */
  readonly documentId: string | null
  readonly documentUrl: string | null
  readonly publishedOn: string | null
  readonly publishedOnFrom: DateSource | null
  /** The portal that was searched last. */
  readonly portal: string | null
  readonly reason: string | null
  readonly searchedAt: string | null
}

export type CoverageRow = PageRow | ListRow | ListPageRow | PublisherRow

const LIST_PREFIX = 'list#'
const LIST_PAGE_PREFIX = 'list-page#'

export const listKey = (url: string): string => `${LIST_PREFIX}${url}`
export const listPageKey = (url: string): string => `${LIST_PAGE_PREFIX}${url}`
export const regionKey = (code: string): string => `region#${code}`
export const issuerKey = (name: string): string => `issuer#${name}`
export const yearKey = (year: number): string => `year#${year}`

/** The address of a row, without the prefix of its kind. */
export function addressOf({ url }: CoverageRow): string {
  return url.startsWith(LIST_PREFIX) ? url.slice(LIST_PREFIX.length) : url
}
