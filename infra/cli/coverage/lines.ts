import type { CoverageRow, ListRow, PageRow } from '../../../shared/crawl/ledger/rows.ts'

/** A line of the portals' ledger for other programs. */
export interface PortalLine {
  readonly kind: CoverageRow['kind']
  readonly portalId: string
  readonly url: string
  readonly title: string
  readonly state: string
  readonly documentId: string | null
  readonly publishedOn: string | null
  readonly year: number | null
  readonly reason: string | null
}

/** One line per page and one per list. A list page that could not be read has a line of its own. */
export function portalLines(rows: readonly CoverageRow[]): PortalLine[] {
  return rows.flatMap((row) => (row.kind === 'page' ? [pageLine(row)] : row.kind === 'list' ? listLines(row) : []))
}

function pageLine(row: PageRow) {
  const { kind, portalId, url, title, state, documentId, publishedOn, year, reason } = row
  const { documentUrl, publishedOnFrom, issuer, regionCode, supersedes, searchedAt, changedAt } = row
  const line = { kind, portalId, url, title, state, documentId, publishedOn, year, reason }
  return { ...line, documentUrl, publishedOnFrom, issuer, regionCode, supersedes, searchedAt, changedAt }
}

function listLines(row: ListRow): PortalLine[] {
  const { kind, portalId, url, title, state, listState, reason } = row
  const { system, pages, items, candidates, declared, searchedAt, changedAt } = row
  const line = { kind, portalId, url, title, state, documentId: null, publishedOn: null, year: null, reason }
  const list = { ...line, listState, system, pages, items, candidates, declared, searchedAt, changedAt }
  const page = { ...line, kind: 'listPage' as const }
  if (listState === 'blocked') return [{ ...page, state: 'blocked' }, list]
  return listState === 'unreachable' ? [{ ...page, state: 'failed' }, list] : [list]
}
