import {
  type CoverageRow,
  isWholeList,
  LIST_STATES,
  PAGE_STATES,
  PUBLISHER_STATES,
  type PublisherRow,
  type WalkRow,
} from '../../../shared/crawl/ledger/rows.ts'
import { publisherOf } from '../../../shared/readers/publisher.ts'
import { textTable } from '../text-table.ts'
import { portalLines } from './lines.ts'
import { type ShownRow, stateOf } from './selection.ts'

const KINDS = [
  ['publisher', 'reports', PUBLISHER_STATES],
  ['list', 'lists', LIST_STATES],
  ['page', 'pages', PAGE_STATES],
] as const

/** The whole answer to a person: totals, publishers, portals, and their lists and pages. Parts without rows are left out. */
export function coverageTables(rows: readonly ShownRow[], maxWidth: number | undefined): string[] {
  const publishers = publisherRows(rows)
  const walks = rows.filter((row) => row.kind === 'walk')
  const portals = rows.filter((row) => row.kind === 'page' || row.kind === 'list')
  return [
    totalsTable(rows, maxWidth),
    ...(publishers.length > 0 ? [publisherTable(publishers, maxWidth)] : []),
    ...(walks.length > 0 ? [walkTable(walks, rows, maxWidth)] : []),
    ...(portals.length > 0 ? [portalTable(portals, maxWidth)] : []),
  ].flatMap((table, at) => (at === 0 ? table : ['', ...table]))
}

/** How many reports, lists and pages are in each state. */
export function totalsTable(rows: readonly ShownRow[], maxWidth: number | undefined): string[] {
  const cells = KINDS.flatMap(([kind, name, states]) => {
    const ofKind = rows.filter((row) => row.kind === kind).map(stateOf)
    return states
      .map((state) => ({ state, number: ofKind.filter((one) => one === state).length }))
      .filter(({ number }) => number > 0)
      .map(({ state, number }) => [name, state, String(number)])
  })
  return textTable(['of', 'state', 'number'], cells, maxWidth)
}

/** The rows of publishers, by publisher and year. */
export function publisherRows(rows: readonly CoverageRow[]): PublisherRow[] {
  return rows
    .filter((row) => row.kind === 'publisher')
    .sort((a, b) => a.publisherId.localeCompare(b.publisherId) || a.year - b.year)
}

/** The name of whoever has this ID, or the ID itself if it is of no known place. */
export function publisherName(publisherId: string): string {
  return publisherOf(publisherId)?.name ?? publisherId
}

const day = (time: string | null) => time?.slice(0, 10)

function publisherTable(publishers: readonly PublisherRow[], maxWidth: number | undefined): string[] {
  const header = ['publisher', 'name', 'year', 'state', 'published', 'read from', 'searched', 'changed']
  const rows = publishers.map((row) => [
    row.publisherId,
    publisherName(row.publisherId),
    row.year,
    row.state,
    row.publishedOn,
    row.publishedOnFrom,
    day(row.searchedAt),
    day(row.changedAt),
    row.portal,
    row.documentUrl,
    row.reason,
  ])
  return textTable([...header, 'portal', 'address', 'reason'], rows.map(texts), maxWidth)
}

function walkTable(walks: readonly WalkRow[], rows: readonly ShownRow[], maxWidth: number | undefined): string[] {
  const whole = new Set(rows.flatMap((row) => (row.kind === 'list' && isWholeList(row.listState) ? [row.url] : [])))
  const cells = walks.map(({ portalId, publisherId, startedAt, wholeAt, lists }) => [
    portalId,
    publisherId === null ? '' : publisherName(publisherId),
    minute(startedAt),
    minute(wholeAt) ?? 'never',
    `${lists.filter((url) => whole.has(url)).length} of ${lists.length}`,
  ])
  return textTable(['portal', 'of', 'last walk', 'last good walk', 'lists whole'], cells.map(texts), maxWidth)
}

const minute = (time: string | null) => time?.slice(0, 16).replace('T', ' ')

/** The table of lists and pages. */
export function portalTable(rows: readonly CoverageRow[], maxWidth: number | undefined): string[] {
  const header = ['portal', 'state', 'year', 'published', 'title', 'address', 'reason']
  const cells = portalLines(rows).map(({ portalId, state, year, publishedOn, title, url, reason }) =>
    texts([portalId, state, year, publishedOn, title, url, reason]),
  )
  return textTable(header, cells, maxWidth)
}

function texts(cells: readonly (string | number | null | undefined)[]): string[] {
  return cells.map((cell) => String(cell ?? ''))
}
