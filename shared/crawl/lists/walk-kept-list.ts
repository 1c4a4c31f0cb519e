import { decode } from '../../formats/decode.ts'
import { RefusalError } from '../../report/refusal.ts'
import { PAGE_LIMITS } from '../fetch/limits.ts'
import { type ListPageRow, listPageKey } from '../ledger/rows.ts'
import { readMarkup } from '../pages/markup.ts'
import { scriptChallenge } from '../pages/refused-page.ts'
import type { PortalList } from '../portals.ts'
import type { Problem } from '../problem.ts'
import type { Page, Visitor } from '../visit.ts'
import type { ListReading } from './list-reading.ts'
import type { ListPage } from './list-system.ts'
import { readList } from './read-list.ts'
import type { SystemChoice } from './systems.ts'
import { type ListWalk, walkList } from './walk-list.ts'

/** Raise it when list pages are read differently: rows that an earlier reader kept are then not used again. */
const READER_VERSION = 1

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

  const open = async (url: string, number: number): Promise<ListReading | Problem> => {
    const kept = current.get(listPageKey(url))
    const visited = await visit(url, PAGE_LIMITS, kept?.validators)
    if (visited.kind === 'problem') return visited.problem
    if (visited.kind === 'unchanged') {
      system = kept!.reading.system
      return kept!.reading
    }
    const reading = readPage(system, visited.page, { number, fragment })
    if ('code' in reading) return reading
    system = reading.system
    const { validators } = visited.page
    const row: ListPageRow = {
      kind: 'listPage',
      portalId,
      url: listPageKey(url),
      reading,
      validators,
      readerVersion: READER_VERSION,
    }
    current.set(row.url, row)
    await keep(row)
    return reading
  }

  const walk = await walkList(list, maxPages, open)
  if (walk.renumbered !== null) {
    const first = current.get(listPageKey(list.url.split('#')[0]!))!
    await keep({ ...first, reading: walk.renumbered })
  }
  return walk
}

function readPage(
  system: SystemChoice,
  { url, body }: Page,
  place: Pick<ListPage, 'number' | 'fragment'>,
): ListReading | Problem {
  try {
    const { text } = decode(body)
    const markup = readMarkup(text)
    return scriptChallenge(markup) ?? readList(system, { url, text, markup, ...place })
  } catch (error) {
    if (error instanceof RefusalError)
      return { code: 'unreadable', detail: `${url}: ${error.reason}: ${error.message}` }
    throw error
  }
}
