import { createHash } from 'node:crypto'
import { isCandidate } from './candidate.ts'
import { isOfficialHost, isPortalHost, MAX_URL_LENGTH } from './fetch/url-rules.ts'
import type { ListItem } from './lists/list-reading.ts'
import type { ListWalk } from './lists/walk-list.ts'
import type { PortalList } from './portal.ts'
import type { Problem } from './problem.ts'

/** A row that may lead to a report and that is not visited. */
export interface UnreadRow {
  /** Its address; for a row without one the list's, with a fragment that is its own. */
  readonly url: string
  readonly title: string
  readonly problem: Problem
}

export interface RowsToVisit {
  readonly candidates: readonly ListItem[]
  readonly unread: readonly UnreadRow[]
}

/**
 * The rows of a list that may lead to a report: those to visit, and those that cannot be. A row may lead to the list's own
 * host, to the portal's hosts, and to any under gov.cn, as when the bureau of justice publishes the report of its government.
 */
export function rowsToVisit(
  walk: ListWalk,
  list: Pick<PortalList, 'url'>,
  { hosts }: { readonly hosts: readonly string[] },
): RowsToVisit {
  const column = `${walk.column} ${list.url}`
  const listHost = new URL(list.url).host
  const isOwn = (url: URL) => url.host === listHost || isPortalHost(url, hosts) || isOfficialHost(url)
  const candidates: ListItem[] = []
  const unread: UnreadRow[] = []
  for (const item of walk.items.filter(({ title }) => isCandidate(title, column))) {
    const url = new URL(item.url)
    if (url.href.length > MAX_URL_LENGTH) {
      unread.push(withoutAddress(list, item.title, `its address is longer than ${MAX_URL_LENGTH} characters`))
    } else if (isOwn(url)) candidates.push(item)
    else {
      const detail = `${url.host} is neither a host of the portal nor under gov.cn`
      unread.push({ url: item.url, title: item.title, problem: { code: 'off_host', detail } })
    }
  }
  for (const { title, detail } of walk.unreadable) {
    if (isCandidate(title, column)) unread.push(withoutAddress(list, title, detail))
  }
  return { candidates, unread }
}

function withoutAddress({ url }: Pick<PortalList, 'url'>, title: string, detail: string): UnreadRow {
  const row = createHash('sha256').update(title).digest('hex').slice(0, 16)
  return { url: `${url.split('#')[0]}#row-${row}`, title, problem: { code: 'unreadable_row', detail } }
}
