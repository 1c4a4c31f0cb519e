import { walkKeptList } from '../lists/walk-kept-list.ts'
import type { ListWalk } from '../lists/walk-list.ts'
import { MemoryHosts } from '../memory-hosts.ts'
import type { Portal } from '../portal.ts'
import type { PortalsFile } from '../portals.ts'
import { type RowsToVisit, rowsToVisit } from '../rows-to-visit.ts'
import { visitor } from '../visit.ts'

/** Portals tried at the same time. One that is slow holds one place. */
const PORTALS_AT_ONCE = 8
/** A host that asks to wait longer is left alone: its list is told as `host_busy`. */
const PATIENCE_MS = 120_000

/** A list as a walk would find it today. */
export interface TriedList {
  readonly portalId: string
  readonly url: string
  readonly walk: ListWalk
  readonly rows: RowsToVisit
}

/**
 * Walks each list of the portals that are not paused, as politely as a crawl and with its guard, fetches no page of them and
 * stores nothing.
 * @param onTried is told how many of how many lists were tried
 * @returns the lists in the order of the file
 */
export async function tryLists(
  { contact, portals }: PortalsFile,
  allowLoopback: boolean,
  onTried: (done: number, all: number) => void,
): Promise<TriedList[]> {
  const hosts = new MemoryHosts()
  const active = portals.filter(({ paused }) => !paused)
  const all = active.reduce((sum, { lists }) => sum + lists.length, 0)
  let done = 0

  const tryPortal = async (portal: Portal) => {
    const { delaySeconds, certificate = null } = portal
    const rules = { hosts: portal.hosts, allowLoopback }
    const visit = visitor({ hosts, rules, contact, delaySeconds, certificate, patienceMs: () => PATIENCE_MS })
    const tried: TriedList[] = []
    for (const list of portal.lists) {
      const walk = await walkKeptList(list, portal, visit, { rows: [], keep: async () => {} })
      tried.push({ portalId: portal.id, url: list.url, walk, rows: rowsToVisit(walk, list, portal) })
      onTried(++done, all)
    }
    return tried
  }

  const results = new Map<Portal, TriedList[]>()
  const waiting = [...active]
  const work = async () => {
    for (let portal = waiting.shift(); portal !== undefined; portal = waiting.shift())
      results.set(portal, await tryPortal(portal))
  }
  await Promise.all(Array.from({ length: PORTALS_AT_ONCE }, work))
  return active.flatMap((portal) => results.get(portal)!)
}
