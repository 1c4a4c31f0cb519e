import {
  type AskedPage,
  type ListPageRow,
  type ListRow,
  type PageRow,
  type PublisherRow,
  unvisited,
  type WalkRow,
} from '../../shared/crawl/ledger/rows.ts'
import { coverageItemOf } from '../../shared/store/coverage-key.ts'
import { DOCUMENT_ID, TIME } from './records.ts'

/** One builder for each kind of row in the ledger: complete and valid, with the changes of a test. */

const URL_OF_PAGE = 'https://www.example.gov.cn/1.html'
const URL_OF_LIST = 'https://www.example.gov.cn/list.html'
const VALIDATORS = { etag: '"5f-61"', lastModified: null, answeredAt: null }

export function askedPageOf(changes: Partial<AskedPage> = {}): AskedPage {
  return { portalId: 'test', url: URL_OF_PAGE, title: '报告', listUrl: URL_OF_LIST, askedAt: TIME, ...changes }
}

/** A page whose report was found. */
export function pageRowOf(changes: Partial<PageRow> = {}): PageRow {
  return {
    ...unvisited(askedPageOf()),
    state: 'found',
    documentId: DOCUMENT_ID,
    documentUrl: URL_OF_PAGE,
    publishedOn: '2024-03-01',
    publishedOnFrom: 'page',
    year: 2023,
    resources: [{ url: URL_OF_PAGE, validators: VALIDATORS }],
    parserVersion: 1,
    searchedAt: TIME,
    changedAt: null,
    ...changes,
  }
}

export function listRowOf(changes: Partial<ListRow> = {}): ListRow {
  return {
    kind: 'list',
    portalId: 'test',
    url: URL_OF_LIST,
    title: '法治政府建设',
    state: 'list',
    listState: 'ok',
    reason: null,
    system: 'trs',
    pages: 1,
    items: 6,
    candidates: 3,
    declared: null,
    usualItems: 6,
    usualCandidates: 3,
    searchedAt: TIME,
    changedAt: null,
    ...changes,
  }
}

export function listPageRowOf(changes: Partial<ListPageRow> = {}): ListPageRow {
  return {
    kind: 'listPage',
    portalId: 'test',
    url: URL_OF_LIST,
    reading: {
      system: 'trs',
      items: [{ url: URL_OF_PAGE, title: '报告', publishedOn: null }],
      unreadable: [],
      rowGroups: [1],
      follow: [{ url: 'https://www.example.gov.cn/list_1.html', post: null }],
      otherwise: [],
      beside: [],
      archives: [],
      folders: [],
      unexplained: [],
      inside: [],
      before: [],
      declared: { series: 'all', items: 6, isExact: true },
      declaredPages: null,
      namedPages: null,
      column: '法治政府建设',
      saysEmpty: false,
      blindPager: null,
      blindPart: null,
      isUnheeded: false,
      nextIs: null,
      isScriptOnly: false,
      startsAnew: false,
      isTurnedByScript: false,
    },
    validators: VALIDATORS,
    readerVersion: 1,
    ...changes,
  }
}

export function publisherRowOf(changes: Partial<PublisherRow> = {}): PublisherRow {
  return {
    kind: 'publisher',
    publisherId: '440114',
    state: 'on_time',
    year: 2022,
    regionCode: '440114',
    issuer: '广州市花都区人民政府',
    documentId: DOCUMENT_ID,
    documentUrl: URL_OF_PAGE,
    publishedOn: '2023-03-01',
    publishedOnFrom: 'page',
    portal: 'test',
    reason: null,
    searchedAt: TIME,
    changedAt: null,
    ...changes,
  }
}

export function walkRowOf(changes: Partial<WalkRow> = {}): WalkRow {
  return {
    kind: 'walk',
    portalId: 'test',
    lists: [URL_OF_LIST],
    publisherId: '440114',
    years: [2022, 2023],
    startedAt: TIME,
    wholeAt: TIME,
    ...changes,
  }
}

/** A ledger as version 0.1 wrote it, with its keys: a row of each kind, without the attributes that came later. */
export function formerLedger(): Record<string, unknown>[] {
  const { beside, archives, before, nextIs, isTurnedByScript, ...reading } = listPageRowOf().reading
  const rows = [pageRowOf(), listRowOf(), listPageRowOf(), walkRowOf(), publisherRowOf()]
  return rows.map((row) => {
    const { changedAt, wholeAt, publisherYear, ...former } = coverageItemOf(row) as Record<string, unknown>
    return row.kind === 'listPage' ? { ...former, reading } : former
  })
}
