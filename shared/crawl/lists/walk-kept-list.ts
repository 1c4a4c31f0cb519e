import { PAGE_LIMITS } from '../fetch/limits.ts'
import { type ListRequest, requestKey } from '../fetch/list-request.ts'
import type { ListPageRow } from '../ledger/rows.ts'
import type { PortalList } from '../portals.ts'
import type { Problem } from '../problem.ts'
import type { Visitor } from '../visit.ts'
import type { ListReading } from './list-reading.ts'
import { readPage } from './read-page.ts'
import type { SystemChoice } from './systems.ts'
import { type ListWalk, walkList } from './walk-list.ts'

/** Raise it when list pages are read differently: rows that an earlier reader kept are then not used again. */
const READER_VERSION = 2

export interface KeptPages {
  /** What the list's pages said on earlier walks. */
  readonly rows: readonly ListPageRow[]
  readonly keep: (row: ListPageRow) => Promise<void>
}

/** Walks a list by conditional requests. For a page that has not changed the earlier reading is used. */
export async function walkKeptList(
  list: PortalList,
  { id: portalId, maxPages }: { readonly id: string; readonly maxPages: number },
  visit: Visitor,
  { rows, keep }: KeptPages,
): Promise<ListWalk> {
  const current = new Map(
    rows.filter(({ readerVersion }) => readerVersion === READER_VERSION).map((row) => [row.url, row]),
  )
  const { hash: fragment } = new URL(list.url)
  let system: SystemChoice = list.system

  const open = async (request: ListRequest, number: number): Promise<ListReading | Problem> => {
    const key = requestKey(request)
    const kept = current.get(key)
    const visited = await visit(request, PAGE_LIMITS, kept?.validators)
    if (visited.kind === 'problem') return visited.problem
    if (visited.kind === 'unchanged') {
      if (kept!.reading.system !== 'generic') system = kept!.reading.system
      return kept!.reading
    }
    const reading = readPage(system, visited.page, { request, number, fragment })
    if ('code' in reading) return reading
    // What a page without a system of its own leads to may have one: a list in a frame, a service.
    if (reading.system !== 'generic') system = reading.system
    const { validators } = visited.page
    const row: ListPageRow = {
      kind: 'listPage',
      portalId,
      url: key,
      reading,
      validators,
      readerVersion: READER_VERSION,
    }
    current.set(key, row)
    await keep(row)
    return reading
  }

  const walk = await walkList(list, maxPages, open)
  if (walk.renumbered !== null) {
    const { request, reading } = walk.renumbered
    await keep({ ...current.get(requestKey(request))!, reading })
  }
  return walk
}
