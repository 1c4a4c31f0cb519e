import { isWaiting } from '../../../shared/crawl/ledger/judge.ts'
import type { PageRow } from '../../../shared/crawl/ledger/rows.ts'
import type { Portal } from '../../../shared/crawl/portal.ts'
import type { Ledger } from '../../../shared/crawl/ports.ts'
import { type HostProgress, hostProgress } from './host-progress.ts'

/**
 * Follows a crawl in the ledger. A portal that was walked and whose pages were all visited is not read again.
 * @param walking IDs of the portals whose walk has not ended; changes during the crawl
 * @param since when the crawl began, ISO time
 */
export function watchHosts(
  portals: readonly Portal[],
  ledger: Pick<Ledger, 'searchOf'>,
  walking: ReadonlySet<string>,
  since: string,
): () => Promise<HostProgress[]> {
  const pages = new Map<string, readonly PageRow[]>()
  const done = new Set<string>()
  return async () => {
    for (const { id } of portals) {
      if (done.has(id)) continue
      const isWalked = walking.has(id)
      const rows = (await ledger.searchOf(id)).filter((row) => row.kind === 'page')
      pages.set(id, rows)
      if (!isWalked && !rows.some(isWaiting)) done.add(id)
    }
    const walked = portals.filter(({ id }) => walking.has(id)).flatMap(({ lists }) => lists)
    const hosts = new Set(walked.map(({ url }) => new URL(url).host))
    return hostProgress([...pages.values()].flat(), hosts, since, Date.now())
  }
}
