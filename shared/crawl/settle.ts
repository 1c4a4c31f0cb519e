import { isWaiting, judgeYear } from './ledger/judge.ts'
import { notFound } from './ledger/publishers.ts'
import type { Ledger } from './ports.ts'

/**
 * Records what the search of a portal says of each year whose report was not found. Does nothing while a page waits for its
 * visit: whoever visits the last one settles. Computed anew from all rows each time, so it may be repeated.
 */
export async function settle(portalId: string, ledger: Ledger): Promise<void> {
  const rows = await ledger.searchOf(portalId)
  const walk = rows.find((row) => row.kind === 'walk')
  const lists = rows.filter((row) => row.kind === 'list')
  const pages = rows.filter((row) => row.kind === 'page')
  if (walk === undefined || walk.publisherId === null || pages.some(isWaiting)) return
  const times = [walk.startedAt, ...lists.map((row) => row.searchedAt), ...pages.flatMap((row) => row.searchedAt ?? [])]
  const searchedAt = times.reduce((last, time) => (time > last ? time : last))
  const today = new Date().toISOString().slice(0, 10)
  for (const year of walk.years) {
    const { state, reason } = judgeYear(year, { walk, lists, pages }, today)
    await ledger.recordNotFound(notFound(walk.publisherId, year, state, { portal: portalId, reason, searchedAt }))
  }
}
