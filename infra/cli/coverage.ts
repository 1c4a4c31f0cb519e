import type { CoverageRow, ListRow, PageRow, PublisherRow } from '../../shared/crawl/ledger/rows.ts'
import { regionAsked } from './asked.ts'
import { engineDeployment, findDeployment } from './deployment.ts'
import { openEngine } from './open-engine.ts'
import { createProgress } from './progress.ts'
import { textTable } from './text-table.ts'

export interface CoverageOptions {
  readonly stack?: string
  readonly data?: string
  readonly region?: string
  readonly year?: number
  readonly json?: boolean
}

/** Prints the ledger of the crawl: who has published, and the state of the portals' lists and pages. */
export async function coverage({ data, json = false, region, year, ...options }: CoverageOptions): Promise<void> {
  await using cleanup = new AsyncDisposableStack()
  const progress = createProgress()
  cleanup.defer(progress.clear)
  const opened = data === undefined ? null : await openEngine(data, {}, progress, cleanup)
  const deployment =
    opened === null
      ? await findDeployment(options)
      : engineDeployment(opened.engine.endpoint, opened.engine.resources.outputs)
  const prefix = region === undefined ? undefined : regionAsked(region)
  const rows = (await deployment.coverage.all()).filter((row) => matches(row, prefix, year))
  progress.clear()
  const lines = json
    ? [...publishers(rows), ...portalLines(rows)].map((line) => JSON.stringify(line))
    : [...publisherTable(rows, process.stdout.columns), '', ...coverageTable(rows, process.stdout.columns)]
  for (const line of lines) console.log(line)
}

/** Lists have no region and no year, so they are shown only without these options. */
function matches(row: CoverageRow, region: string | undefined, year: number | undefined): boolean {
  if (row.kind === 'listPage' || row.kind === 'walk') return false
  if (row.kind === 'list') return region === undefined && year === undefined
  return (
    (region === undefined || row.regionCode?.startsWith(region) === true) && (year === undefined || row.year === year)
  )
}

/** A line of the portals' ledger for other programs. */
export interface PortalLine {
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
  const { portalId, url, title, state, documentId, publishedOn, year, reason } = row
  const { documentUrl, publishedOnFrom, issuer, regionCode, supersedes, searchedAt } = row
  const line = { portalId, url, title, state, documentId, publishedOn, year, reason }
  return { ...line, documentUrl, publishedOnFrom, issuer, regionCode, supersedes, searchedAt }
}

function listLines(row: ListRow): PortalLine[] {
  const { portalId, url, title, state, listState, reason } = row
  const { system, pages, items, candidates, declared, searchedAt } = row
  const line = { portalId, url, title, state, documentId: null, publishedOn: null, year: null, reason }
  const list = { ...line, listState, system, pages, items, candidates, declared, searchedAt }
  if (listState === 'blocked') return [{ ...line, state: 'blocked' }, list]
  return listState === 'unreachable' ? [{ ...line, state: 'failed' }, list] : [list]
}

/** The table of lists and pages. */
export function coverageTable(rows: readonly CoverageRow[], maxWidth?: number): string[] {
  const header = ['portal', 'state', 'year', 'published', 'title', 'address', 'reason']
  const cells = portalLines(rows).map(({ portalId, state, year, publishedOn, title, url, reason }) =>
    [portalId, state, year, publishedOn, title, url, reason].map((cell) => String(cell ?? '')),
  )
  return textTable(header, cells, maxWidth)
}

function publishers(rows: readonly CoverageRow[]): PublisherRow[] {
  return rows
    .filter((row) => row.kind === 'publisher')
    .sort((a, b) => a.publisherId.localeCompare(b.publisherId) || a.year - b.year)
}

function publisherTable(rows: readonly CoverageRow[], maxWidth?: number): string[] {
  const header = ['publisher', 'year', 'state', 'published', 'read from', 'searched', 'address', 'reason']
  const cells = publishers(rows).map((row) =>
    [
      row.publisherId,
      row.year,
      row.state,
      row.publishedOn,
      row.publishedOnFrom,
      row.searchedAt?.slice(0, 10),
      row.documentUrl,
      row.reason,
    ].map((cell) => String(cell ?? '')),
  )
  return textTable(header, cells, maxWidth)
}
