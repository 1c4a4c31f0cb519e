import { type Discovery, discover } from '../../../shared/crawl/discover/discover.ts'
import { type Entry, entryOf } from '../../../shared/crawl/discover/entry.ts'
import { MemoryHosts } from '../../../shared/crawl/memory-hosts.ts'
import type { Portal } from '../../../shared/crawl/portal.ts'
import { NO_CONTACT } from '../../../shared/crawl/portals.ts'
import { visitor } from '../../../shared/crawl/visit.ts'
import { inParallel } from '../../../shared/store/in-parallel.ts'
import { UsageError, UserError } from '../errors.ts'
import { createProgress } from '../progress.ts'
import { foundTable } from './found-table.ts'
import { portalsIn, textOf } from './portals-file.ts'

/** Portals that are searched at the same time. One that is slow holds one place. */
const PORTALS_AT_ONCE = 8
/** A host that asks to wait longer is left alone. */
const PATIENCE_MS = 120_000
const DEFAULT_DELAY_SECONDS = 2

export interface DiscoverOptions {
  readonly contact?: string
  readonly allowLoopback?: boolean
}

/** Prints the entry of a portal whose home page is named, or a portals file whose imported entries have their lists. */
export async function discoverPortals(target: string, options: DiscoverOptions): Promise<void> {
  if (/^https?:\/\//i.test(target)) await discoverOne(target, options)
  else await discoverAll(target, options)
}

async function discoverOne(home: string, { contact, allowLoopback = false }: DiscoverOptions): Promise<void> {
  if (contact === undefined) {
    throw new UsageError(
      'Name with --contact a web or mail address where the portal can reach you: it is sent with each request.',
    )
  }
  if (!URL.canParse(home)) throw new UsageError(`${home} is no address of a home page.`)
  const hosts = [new URL(home).host]
  const search = searcher(contact, allowLoopback)
  const found = await search({ hosts, delaySeconds: DEFAULT_DELAY_SECONDS, home, name: null })
  const entry = entryOf(found)
  tell([found])
  if (entry === null) throw new UserError(nothingFound(found))
  console.log(JSON.stringify(entry, null, 2))
}

async function discoverAll(path: string, { contact, allowLoopback = false }: DiscoverOptions): Promise<void> {
  if (contact !== undefined) throw new UsageError(`The contact of ${path} is used: leave out --contact.`)
  const file = await portalsIn(path)
  if (file.contact === NO_CONTACT) {
    throw new UserError(`${path} has no contact: write where a portal's operator can reach you, as "contact".`)
  }
  const sought = file.portals.filter(awaitsDiscovery)
  if (sought.length === 0) {
    throw new UserError(
      `No entry of ${path} is paused with its home page as its only list, as portals import writes them.`,
    )
  }
  const search = searcher(file.contact, allowLoopback)
  const found = new Map<string, Discovery>()
  const progress = createProgress()
  await inParallel(PORTALS_AT_ONCE, sought, async (portal) => {
    progress.show(`${found.size} of ${sought.length} portals searched …`)
    found.set(portal.id, await search({ ...portal, home: portal.lists[0]!.url }))
  })
  progress.clear()
  // As the file has them: what its entries leave out stays left out.
  const written: { portals: Entry[] } = JSON.parse(await textOf(path))
  const portals = written.portals.map((entry) => withLists(entry, found.get(entry.id)))
  tell([...found.values()])
  console.log(JSON.stringify({ ...written, portals }, null, 2))
  const missed = [...found.values()].filter((one) => entryOf(one) === null)
  for (const one of missed) console.error(`fazhi: ${nothingFound(one)}`)
  if (missed.length > 0) process.exitCode = 1
}

type Sought = Pick<Portal, 'hosts' | 'delaySeconds' | 'certificate'> & { home: string; name: string | null }

function searcher(contact: string, allowLoopback: boolean): (sought: Sought) => Promise<Discovery> {
  const hosts = new MemoryHosts()
  return (sought) => {
    const { hosts: own, delaySeconds, certificate = null } = sought
    const rules = { hosts: own, allowLoopback }
    const visit = visitor({ hosts, rules, contact, delaySeconds, certificate, patienceMs: () => PATIENCE_MS })
    return discover(sought, visit)
  }
}

/** As `portals import` writes an entry: paused, with its home page in place of its lists. */
function awaitsDiscovery({ paused, lists }: Portal): boolean {
  return paused && lists.length === 1 && new URL(lists[0]!.url).pathname === '/' && lists[0]!.recipe === undefined
}

function withLists(entry: Entry, found: Discovery | undefined): Entry {
  const known = found === undefined ? null : entryOf(found)
  if (known === null) return entry
  const { paused, ...rest } = entry
  const { hosts, lists } = known
  return { ...known, ...rest, hosts: [...new Set([...entry.hosts, ...hosts])], lists }
}

function nothingFound({ home, pages, problem }: Discovery): string {
  if (problem !== null) return `${home} cannot be read: ${problem}.`
  return `No list with a report was found from ${home} in ${pages} pages: look for the column in a browser and write its address as list.`
}

function tell(found: readonly Discovery[]): void {
  for (const line of foundTable(found, process.stderr.columns)) console.error(line)
}
