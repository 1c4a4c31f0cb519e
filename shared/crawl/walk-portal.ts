import { isCandidate } from './candidate.ts'
import { isPortalHost, MAX_URL_LENGTH } from './fetch/url-rules.ts'
import { type CountiesOf, expectedOf, notFound } from './ledger/publishers.ts'
import type { CoverageRow, ListRow, PageRow, PublisherRow } from './ledger/rows.ts'
import type { ListItem } from './lists/list-reading.ts'
import { walkKeptList } from './lists/walk-kept-list.ts'
import type { ListProblem, ListWalk } from './lists/walk-list.ts'
import type { Portal, PortalEvent, PortalList } from './portals.ts'
import type { Ledger, PageRequests } from './ports.ts'
import { BLOCKED, reasonOf } from './problem.ts'
import type { Visitor } from './visit.ts'

export interface WalkDeps {
  readonly ledger: Ledger
  readonly pages: PageRequests
  readonly visit: Visitor
  readonly countiesOf: CountiesOf
}

/** A list after its walk. */
export interface WalkedList {
  readonly url: string
  readonly candidates: number
  readonly problem: ListProblem | null
}

/**
 * Walks the lists of one portal and sends every page that may have a report to the page queue. Each effect may be repeated,
 * and a page is on the ledger before it is on the queue, so the next walk completes a walk that was interrupted.
 */
export async function walkPortal({ portal, contact }: PortalEvent, deps: WalkDeps): Promise<WalkedList[]> {
  const { ledger } = deps
  const askedAt = new Date().toISOString()
  const expected = expectedOf(portal, deps.countiesOf, askedAt.slice(0, 10))
  for (const row of expected) await ledger.expect(row)
  const known = await ledger.rowsOf(portal.id)
  const kept = { rows: known.filter((row) => row.kind === 'listPage'), keep: (row: CoverageRow) => ledger.put(row) }
  const asked = new Set<string>()

  const ask = async (listUrl: string, { url, title, publishedOn: listedOn }: ListItem) => {
    if (asked.has(url)) return
    asked.add(url)
    const { id: portalId, hosts, delaySeconds, regionCode } = portal
    const page = { portalId, url, title, listUrl, askedAt }
    await ledger.ask(page)
    await deps.pages.send({ ...page, listedOn, contact, hosts, delaySeconds, regionCode })
  }

  const walked: WalkedList[] = []
  for (const list of portal.lists) {
    const walk = await walkKeptList(list, portal, deps.visit, kept)
    const candidates = candidatesOf(walk, list, portal)
    for (const item of candidates) await ask(list.url, item)
    const before = known.filter((row) => row.kind === 'list').find(({ url }) => url === list.url)
    const problem = wentEmpty(walk, candidates.length, before) ?? walk.problem
    await ledger.put(listRow(walk, list, portal, { candidates: candidates.length, problem, before, askedAt }))
    walked.push({ url: list.url, candidates: candidates.length, problem })
  }
  for (const { listUrl, url, title } of unfinished(known)) await ask(listUrl, { url, title, publishedOn: null })
  await recordSearch(portal, expected, walked, askedAt, deps)
  return walked
}

function candidatesOf({ items, column }: ListWalk, list: PortalList, { hosts }: Portal): ListItem[] {
  const listHost = new URL(list.url).host
  const isOwn = (url: URL) => url.href.length <= MAX_URL_LENGTH && (url.host === listHost || isPortalHost(url, hosts))
  return items.filter(({ url, title }) => isOwn(new URL(url)) && isCandidate(title, `${column} ${list.url}`))
}

/** A list that had rows or reports on an earlier walk and has none on this one. Null if another problem explains it. */
function wentEmpty({ items, problem }: ListWalk, candidates: number, before: ListRow | undefined): ListProblem | null {
  if (problem !== null && problem.code !== 'unknown_layout') return null
  const seen = (count: number, what: string) => `the list gave ${count} ${what} on an earlier walk and gives none now`
  if (items.length === 0 && (before?.usualItems ?? 0) > 0) {
    return { code: 'went_empty', detail: seen(before!.usualItems, 'rows') }
  }
  if (candidates > 0 || (before?.usualCandidates ?? 0) === 0) return null
  return { code: 'went_empty', detail: seen(before!.usualCandidates, 'reports') }
}

interface Counted {
  readonly candidates: number
  readonly problem: ListProblem | null
  readonly before: ListRow | undefined
  readonly askedAt: string
}

function listRow(walk: ListWalk, list: PortalList, { id, name }: Portal, counted: Counted): ListRow {
  const { candidates, problem, before, askedAt } = counted
  return {
    kind: 'list',
    portalId: id,
    url: list.url,
    title: walk.column || name,
    state: 'list',
    reason: problem === null ? null : reasonOf(problem),
    system: walk.system,
    pages: walk.pages,
    items: walk.items.length,
    candidates,
    declared: walk.declared,
    usualItems: walk.items.length || (before?.usualItems ?? 0),
    usualCandidates: candidates || (before?.usualCandidates ?? 0),
    searchedAt: askedAt,
  }
}

/** Pages that an earlier walk asked for and that were not visited since. */
function unfinished(known: readonly CoverageRow[]): PageRow[] {
  return known.filter((row) => row.kind === 'page').filter((row) => (row.searchedAt ?? '') < row.askedAt)
}

/** Records the reports of the portal's own government that were not found: `missing`, or `blocked` if a list was blocked. */
async function recordSearch(
  portal: Portal,
  expected: readonly PublisherRow[],
  walked: readonly WalkedList[],
  searchedAt: string,
  { ledger }: WalkDeps,
): Promise<void> {
  const problem = walked.find((list) => list.problem !== null && list.problem.code !== 'max_pages')?.problem
  const isBlocked = BLOCKED.some((code) => code === problem?.code)
  if (portal.regionCode === null || (problem && !isBlocked)) return
  const search = { portal: portal.id, reason: problem ? reasonOf(problem) : null, searchedAt }
  for (const { publisherId, year } of expected) {
    if (publisherId !== portal.regionCode) continue
    await ledger.recordNotFound(notFound(portal.regionCode, year, isBlocked ? 'blocked' : 'missing', search))
  }
}
