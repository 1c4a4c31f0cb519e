import { changedAtOf } from './ledger/changed.ts'
import { type CountiesOf, expectedOf, ownYears } from './ledger/publishers.ts'
import { type CoverageRow, isWholeList, type ListRow, type ListState, type PageRow } from './ledger/rows.ts'
import type { ListItem } from './lists/list-reading.ts'
import { walkKeptList } from './lists/walk-kept-list.ts'
import type { ListProblem, ListWalk } from './lists/walk-list.ts'
import type { Portal, PortalList } from './portal.ts'
import type { Ledger, PageRequests } from './ports.ts'
import { isBlocked, reasonOf, UNREAD_STATES, unreadState } from './problem.ts'
import { rowsToVisit, type UnreadRow } from './rows-to-visit.ts'
import { settle } from './settle.ts'
import type { Visitor } from './visit.ts'
import type { WalkRequest } from './walk-request.ts'

export interface WalkDeps {
  readonly ledger: Ledger
  readonly pages: PageRequests
  readonly visit: Visitor
  readonly countiesOf: CountiesOf
}

/** A list after its walk. */
export interface WalkedList {
  readonly url: string
  readonly state: ListState
  readonly candidates: number
  readonly problem: ListProblem | null
}

/**
 * Walks the lists of one portal and sends every page that may have a report to the page queue. Each effect may be repeated,
 * and a page is on the ledger before it is on the queue, so the next walk completes a walk that was interrupted.
 */
export async function walkPortal(
  { portal, contact }: Pick<WalkRequest, 'portal' | 'contact'>,
  deps: WalkDeps,
): Promise<WalkedList[]> {
  const { ledger } = deps
  const { id: portalId, hosts, delaySeconds, regionCode, certificate = null } = portal
  const askedAt = new Date().toISOString()
  const today = askedAt.slice(0, 10)
  for (const row of await expectedOf(portal, deps.countiesOf, today)) await ledger.expect(row)
  const known = await ledger.rowsOf(portalId)
  const kept = { rows: known.filter((row) => row.kind === 'listPage'), keep: (row: CoverageRow) => ledger.put(row) }
  const before = new Map(known.filter((row) => row.kind === 'page').map((row) => [row.url, row]))
  const asked = new Set<string>()

  const ask = async (listUrl: string, { url, title, publishedOn: listedOn }: ListItem) => {
    if (asked.has(url)) return
    asked.add(url)
    const page = { portalId, url, title, listUrl, askedAt }
    await ledger.ask(page)
    await deps.pages.send({ ...page, listedOn, contact, hosts, delaySeconds, regionCode, certificate })
  }
  const note = async (listUrl: string, { url, title, problem }: UnreadRow) => {
    if (asked.has(url)) return
    asked.add(url)
    const outcome = {
      state: unreadState(problem),
      documentId: before.get(url)?.documentId ?? null,
      reason: reasonOf(problem),
    }
    const changedAt = changedAtOf(before.get(url) ?? null, outcome, askedAt)
    await ledger.putUnread({ portalId, url, title, listUrl, askedAt }, problem, changedAt)
  }

  const walked: WalkedList[] = []
  for (const list of portal.lists) {
    const walk = await walkKeptList(list, portal, deps.visit, kept)
    const { candidates, unread } = rowsToVisit(walk, list, portal)
    for (const item of candidates) await ask(list.url, item)
    for (const row of unread) await note(list.url, row)
    const before = known.filter((row) => row.kind === 'list').find(({ url }) => url === list.url)
    const seen = candidates.length + unread.length
    const problem = wentEmpty(walk, seen, before) ?? walk.problem
    const row = listRow(walk, list, portal, { candidates: seen, problem, before, askedAt })
    await ledger.put(row)
    walked.push({ url: list.url, state: row.listState, candidates: seen, problem })
  }
  for (const { listUrl, url, title } of unread(known)) await ask(listUrl, { url, title, publishedOn: null })
  const lists = portal.lists.map(({ url }) => url)
  const years = regionCode === null ? [] : ownYears(portal, today)
  const last = known.find((row) => row.kind === 'walk')
  const isWhole = walked.every(({ state }) => isWholeList(state))
  await ledger.put({
    kind: 'walk',
    portalId,
    lists,
    publisherId: regionCode,
    years,
    startedAt: askedAt,
    wholeAt: isWhole ? askedAt : (last?.wholeAt ?? null),
  })
  await settle(portalId, ledger)
  return walked
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
  const usualCandidates = candidates || (before?.usualCandidates ?? 0)
  const listState = problem === null ? (usualCandidates === 0 ? 'no_report_ever' : 'ok') : listStateOf(problem)
  const reason = problem === null ? null : reasonOf(problem)
  const seenBefore = before === undefined ? null : { ...before, state: before.listState }
  return {
    kind: 'list',
    portalId: id,
    url: list.url,
    title: walk.column || name,
    state: 'list',
    listState,
    reason,
    system: walk.system,
    pages: walk.pages,
    items: walk.items.length,
    candidates,
    declared: walk.declared,
    usualItems: walk.items.length || (before?.usualItems ?? 0),
    usualCandidates,
    searchedAt: askedAt,
    changedAt: changedAtOf(seenBefore, { state: listState, reason }, askedAt),
  }
}

/** A page that could not be asked for, or not read, is as far as the list goes: the reason says which. */
function listStateOf({ code }: ListProblem): ListState {
  switch (code) {
    case 'went_empty':
    case 'max_pages':
    case 'pager_unknown':
    case 'pager_repeats':
    case 'count_mismatch':
    case 'unknown_layout':
    case 'script_only':
      return code
    case 'unreadable':
      return 'unknown_layout'
    default:
      return isBlocked({ code }) ? 'blocked' : 'unreachable'
  }
}

/** Pages that an earlier walk asked for and that were not visited since, or could not be read when they were. */
function unread(known: readonly CoverageRow[]): PageRow[] {
  return known
    .filter((row) => row.kind === 'page')
    .filter(({ state }) => state !== 'off_host' && state !== 'unreadable_row')
    .filter(({ state, reason, searchedAt, askedAt, documentId }) => {
      const isUnread = UNREAD_STATES.some((one) => one === state) && reason?.startsWith('not_a_report') === false
      return (searchedAt ?? '') < askedAt || (isUnread && documentId === null)
    })
}
