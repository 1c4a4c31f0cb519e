import { notFound } from './ledger/publishers.ts'
import { isWaiting, type PageRow } from './ledger/rows.ts'
import type { Ledger } from './ports.ts'

/**
 * Records what the search of a portal says of each year whose report was not found. Does nothing while a page waits for its
 * visit: whoever visits the last one settles. Computed anew from all rows each time, so it may be repeated.
 */
export async function settle(portalId: string, ledger: Ledger): Promise<void> {
  const pages: PageRow[] = []
  for await (const page of ledger.pagesOf(portalId)) {
    if (isWaiting(page)) return
    pages.push(page)
  }
  const walk = await ledger.walkOf(portalId)
  if (walk === null || walk.publisherId === null) return
  const lists = await ledger.listsOf(portalId)
  // Most visits do not come so far, and titles are judged by the names of all places, which are half a megabyte.
  const { judgeYear } = await import('./ledger/judge.ts')
  const times = [walk.startedAt, ...lists.map((row) => row.searchedAt), ...pages.flatMap((row) => row.searchedAt ?? [])]
  const searchedAt = times.reduce((last, time) => (time > last ? time : last))
  const today = new Date().toISOString().slice(0, 10)
  for (const year of walk.years) {
    const { state, reason } = judgeYear(year, { walk, lists, pages }, today)
    await ledger.recordNotFound(notFound(walk.publisherId, year, state, { portal: portalId, reason, searchedAt }))
  }
}
