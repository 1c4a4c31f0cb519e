import type { Resolve } from '../../shared/crawl/fetch/guarded-lookup.ts'
import type { PageRequest } from '../../shared/crawl/page-request.ts'
import type { Portal } from '../../shared/crawl/portal.ts'
import { readPortals } from '../../shared/crawl/portals.ts'
import type { Provenance } from '../../shared/crawl/ports.ts'
import { visitor } from '../../shared/crawl/visit.ts'
import { type ReportVisit, visitReport } from '../../shared/crawl/visit-report.ts'
import { type WalkedList, walkPortal } from '../../shared/crawl/walk-portal.ts'
import { countiesUnder } from '../../shared/regions/gazetteer.ts'
import { CoverageStore } from '../../shared/store/coverage-store.ts'
import { HostStore } from '../../shared/store/host-store.ts'
import type { Engines } from '../engines/engines.ts'

/** However slow the machine is, no host is given up that asks for less. */
const PATIENCE_MS = 600_000

export interface Dropped {
  readonly name: string
  readonly bytes: Uint8Array
  readonly provenance: Provenance
}

/**
 * A crawl without its functions: the same walk and visits on real tables, with a list as page queue.
 * @param beforeEffect called before each write to ledger, queue and bucket; if it throws, the run ends there
 */
export async function startCrawl(
  engines: Engines,
  beforeEffect: (effect: string) => void = () => {},
  resolve?: Resolve,
) {
  const names = await engines.createTables()
  const ledger = withEffects(new CoverageStore(engines.tables, names.coverage), beforeEffect)
  const hosts = new HostStore(engines.tables, names.hosts)
  const dropped: Dropped[] = []
  const queue: PageRequest[] = []
  const pages = withEffects({ send: async (page: PageRequest) => void queue.push(page) }, beforeEffect)
  const bucket = withEffects(
    {
      putCrawled: async (name: string, bytes: Uint8Array, provenance: Provenance) =>
        void dropped.push({ name, bytes, provenance }),
    },
    beforeEffect,
  )
  const visitorOf = ({
    hosts: own,
    delaySeconds,
    certificate = null,
  }: Pick<Portal, 'hosts' | 'delaySeconds'> & { certificate?: string | null | undefined }) =>
    visitor({
      hosts,
      rules: { hosts: own, allowLoopback: true },
      contact: 'https://crawler.example/',
      delaySeconds,
      patienceMs: () => PATIENCE_MS,
      certificate,
      ...(resolve && { resolve }),
    })
  const walk = (portal: Portal): Promise<WalkedList[]> =>
    walkPortal(
      { contact: 'https://crawler.example/', portal },
      { ledger, pages, visit: visitorOf(portal), countiesOf: async (code: string) => countiesUnder(code) },
    )
  const visitAll = async (): Promise<ReportVisit[]> => {
    const visits: ReportVisit[] = []
    while (queue.length > 0) {
      const [page] = queue
      visits.push(await visitReport(page!, { ledger, bucket, pages, visit: visitorOf(page!) }))
      // Like a queue, which deletes a message only after it was handled.
      queue.shift()
    }
    return visits
  }
  const rows = async (portalId: string) => {
    const all = await ledger.rowsOf(portalId)
    return { pages: all.filter((row) => row.kind === 'page'), lists: all.filter((row) => row.kind === 'list') }
  }
  /** The years of one publisher, in no order. */
  const yearsOf = async (publisherId: string) =>
    (await ledger.all()).filter((row) => row.kind === 'publisher').filter((row) => row.publisherId === publisherId)
  return {
    ledger,
    hosts,
    dropped,
    queue,
    walk,
    visitAll,
    rows,
    yearsOf,
    crawl: async (portal: Portal) => {
      await walk(portal)
      await visitAll()
      return rows(portal.id)
    },
  }
}

const READS = new Set(['page', 'walkOf', 'rowsOf', 'searchOf', 'listsOf', 'pagesOf', 'all'])

function withEffects<Store extends object>(store: Store, beforeEffect: (effect: string) => void): Store {
  return new Proxy(store, {
    get: (target, name) => {
      const value = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        if (!READS.has(String(name))) beforeEffect(String(name))
        return value.apply(target, args)
      }
    },
  })
}

/** A portal's entry as a file would give it. */
export function portalOf(
  entry: { readonly hosts: readonly string[]; readonly lists: readonly string[] } & Partial<
    Omit<Portal, 'hosts' | 'lists'>
  >,
): Portal {
  const { lists, ...rest } = entry
  const portal = { id: 'test', name: '甲县人民政府', delaySeconds: 0, ...rest, lists: lists.map((url) => ({ url })) }
  return readPortals(JSON.stringify({ portals: [portal] })).portals[0]!
}
