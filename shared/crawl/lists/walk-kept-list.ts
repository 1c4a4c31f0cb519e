import { decode } from '../../formats/decode.ts'
import { RefusalError } from '../../report/refusal.ts'
import { PAGE_LIMITS } from '../fetch/limits.ts'
import { getOf, type ListRequest, requestKey } from '../fetch/list-request.ts'
import type { ListPageRow } from '../ledger/rows.ts'
import { readMarkup } from '../pages/markup.ts'
import { scriptChallenge, softNotFound } from '../pages/refused-page.ts'
import type { PortalList } from '../portals.ts'
import type { Problem } from '../problem.ts'
import type { Page, Visitor } from '../visit.ts'
import type { ListReading } from './list-reading.ts'
import type { ListPage } from './list-system.ts'
import { readList } from './read-list.ts'
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
      system = kept!.reading.system
      return kept!.reading
    }
    const reading = readPage(system, visited.page, { request, number, fragment })
    if ('code' in reading) return reading
    system = reading.system
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
    const first = current.get(requestKey(getOf(list.url)))!
    await keep({ ...first, reading: walk.renumbered })
  }
  return walk
}

function readPage(
  system: SystemChoice,
  { url, body }: Page,
  place: Pick<ListPage, 'request' | 'number' | 'fragment'>,
): ListReading | Problem {
  try {
    const { text } = decode(body)
    const markup = readMarkup(text)
    const challenge = scriptChallenge(markup)
    if (challenge !== null) return challenge
    const reading = readList(system, { url, text, markup, ...place })
    const hasRows = reading.items.length + reading.unreadable.length + reading.follow.length > 0
    return hasRows || reading.saysEmpty ? reading : (softNotFound(markup) ?? reading)
  } catch (error) {
    if (error instanceof RefusalError)
      return { code: 'unreadable', detail: `${url}: ${error.reason}: ${error.message}` }
    throw error
  }
}
