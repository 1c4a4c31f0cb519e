import * as v from 'valibot'
import {
  count,
  described,
  documentId,
  isoDate,
  isoTime,
  listOf,
  ordinal,
  PUBLISHER_ID,
  regionCode,
} from '../../report/attributes.ts'
import { UNREAD_STATES } from '../problem.ts'
import { listReading } from './kept-reading.ts'
import { resource, validators } from './kept-validators.ts'

/** Rows of the ledger of the crawl. The store gives each its key in the table `coverage`. */

const KIND =
  'What the row is about: a page, a list, a page of a list, a walk, a walk that was sent, or a publisher and year.'
const kindIs = <const Kind extends string>(kind: Kind) => described(v.literal(kind), KIND)

const STATE = 'What became of it: see below.'

const portalId = described(v.string(), 'The portal, by its `id` in the portals file.')
const url = described(v.string(), 'Address of the page or list.')
const reason = described(
  v.nullable(v.string()),
  'Why it could not be read: a code, a colon and a sentence; else `null`.',
)
const year = 'Year of the report.'

/** Where the publication date was read: on the page, in the list, or in the address. */
const dateSource = v.picklist(['page', 'list', 'url'])

const foundDocument = {
  documentId: described(v.nullable(documentId), 'The document that was found; `null` before.'),
  documentUrl: described(
    v.nullable(v.string()),
    "Where the document's bytes came from: the page, or a file that hangs on it.",
  ),
  publishedOn: described(v.nullable(isoDate), 'Day of publication.'),
  publishedOnFrom: described(
    v.nullable(dateSource),
    'Where that day was read: on the page, in the list or in the address.',
  ),
  issuer: described(v.nullable(v.string()), 'The body that reports.'),
  regionCode: described(v.nullable(regionCode), 'Its place.'),
}

const CHANGED =
  'When its state, its document or the kind of its reason last changed; `null` if an earlier version of Fazhi saw it last.'
const changedAt = v.optional(described(v.nullable(isoTime), CHANGED), null)

const SEARCHED = 'Last visit of a page, last walk of a list, last search for a report; `null` before the first.'
const searchedAt = described(v.nullable(isoTime), SEARCHED)

/** `queued` until the first visit; all others are what the last visit made of it. */
export const PAGE_STATES = ['queued', 'found', 'unchanged', ...UNREAD_STATES] as const

/** A page that a list led to. */
const pageRow = v.object({
  kind: kindIs('page'),
  portalId,
  url,
  title: described(v.string(), 'Title of the page or the list.'),
  state: described(v.picklist(PAGE_STATES), STATE),
  reason,
  ...foundDocument,
  year: described(v.nullable(v.number()), year),
  supersedes: described(v.nullable(documentId), 'The document that stood here before, if the text changed.'),
  textHash: described(v.nullable(v.string()), 'SHA-256 of the text without white space.'),
  listUrl: described(v.string(), 'The list that led to the page.'),
  resources: described(listOf(resource), 'The files that the document was made from.'),
  parserVersion: described(
    v.nullable(ordinal),
    'Version of the parser that judged the page; another one may judge otherwise.',
  ),
  askedAt: described(isoTime, 'When a walk last asked for the page.'),
  searchedAt,
  changedAt,
})

/** What a walk made of a list (`isWholeList`). */
export const LIST_STATES = [
  'ok',
  'no_report_ever',
  'went_empty',
  'max_pages',
  'pager_unknown',
  'pager_repeats',
  'count_mismatch',
  'unknown_layout',
  'script_only',
  'blocked',
  'unreachable',
] as const

export type ListState = (typeof LIST_STATES)[number]

/** Whether a list was read to its end, so that a report that is not in it is not there. */
export function isWholeList(state: ListState): boolean {
  return state === 'ok' || state === 'no_report_ever'
}

/** A list as its last walk saw it. */
const listRow = v.object({
  kind: kindIs('list'),
  portalId,
  url,
  title: pageRow.entries.title,
  state: described(v.literal('list'), STATE),
  listState: v.optional(described(v.picklist(LIST_STATES), 'What the walk made of the list.'), 'unknown_layout'),
  reason,
  system: described(v.nullable(v.string()), 'The system that the list was read as (`docs/portals.md`).'),
  pages: described(count, 'Pages that were read.'),
  items: described(count, 'Rows that were seen.'),
  candidates: described(count, 'Rows that may lead to a report.'),
  declared: described(v.nullable(v.number()), 'Rows that the list says it has.'),
  usualItems: described(count, 'Rows of the last walk that saw any: what makes an empty list conspicuous.'),
  usualCandidates: described(count, 'Candidates of the last walk that saw any.'),
  searchedAt: described(isoTime, SEARCHED),
  changedAt,
})

/** One page of a list, kept for the day it answers that it has not changed. */
const listPageRow = v.object({
  kind: kindIs('listPage'),
  portalId,
  url,
  reading: described(listReading, 'What the page said.'),
  validators: described(validators, 'What to ask for the page with the next time.'),
  readerVersion: described(ordinal, 'Version of the reader of lists; what another one kept is not used.'),
})

/** The last walk that reached its end: what the search of the portal's own government is judged by. */
const walkRow = v.object({
  kind: kindIs('walk'),
  portalId,
  lists: described(listOf(v.string()), 'Addresses of the lists that the walk was to read.'),
  publisherId: described(v.nullable(v.string()), PUBLISHER_ID),
  years: described(listOf(v.number()), 'Years whose report is expected of it.'),
  startedAt: described(isoTime, 'When the walk began.'),
  wholeAt: v.optional(
    described(v.nullable(isoTime), 'When the last walk began that read every list to its end; `null` if none did.'),
    null,
  ),
})

/** The last walk of a portal that was sent to the queue of walks: from it follows when the next one is due. */
const dispatchRow = v.object({
  kind: kindIs('dispatch'),
  portalId,
  dueAt: described(isoTime, 'The time that the walk was planned for.'),
})

/** Why a report is not there. `missing` is said only on proof (`judgeYear`). */
const NOT_FOUND_STATES = [
  'missing',
  'not_due',
  'not_searched_whole',
  'not_yet_searched',
  'listed_unread',
  'blocked',
  'unreachable',
] as const

/**
 * Early is before the year is over, on time by 1 April of the next (rules on rule-of-law inspection of 2019, article 24
 * and following), found if no date could be read.
 */
export const PUBLISHER_STATES = ['early', 'on_time', 'late', 'found', ...NOT_FOUND_STATES] as const

/** What is known of one publisher's report on one year. */
const publisherRow = v.object({
  kind: kindIs('publisher'),
  publisherId: described(v.string(), PUBLISHER_ID),
  state: described(v.picklist(PUBLISHER_STATES), STATE),
  year: described(v.number(), year),
  ...foundDocument,
  portal: described(v.nullable(v.string()), 'The portal that was searched last.'),
  reason,
  searchedAt,
  changedAt,
})

export const coverageRow = v.pipe(
  v.variant('kind', [pageRow, listRow, listPageRow, walkRow, dispatchRow, publisherRow]),
  v.readonly(),
)

export type CoverageRow = v.InferOutput<typeof coverageRow>
type RowOf<Kind> = Extract<CoverageRow, { readonly kind: Kind }>
export type PageRow = RowOf<'page'>
export type ListRow = RowOf<'list'>
export type ListPageRow = RowOf<'listPage'>
export type PublisherRow = RowOf<'publisher'>
export type WalkRow = RowOf<'walk'>
export type DispatchRow = RowOf<'dispatch'>
export type PublisherState = PublisherRow['state']
export type NotFoundState = (typeof NOT_FOUND_STATES)[number]
export type DateSource = v.InferOutput<typeof dateSource>

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
    changedAt: null,
  }
}

/** Whether a page waits for the visit that a walk asked for. While one does, no year is judged. */
export function isWaiting({ state, searchedAt, askedAt }: PageRow): boolean {
  return state === 'queued' || searchedAt === null || searchedAt < askedAt
}
