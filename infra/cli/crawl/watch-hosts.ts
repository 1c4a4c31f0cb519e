import { isWaiting, type PageRow } from '../../../shared/crawl/ledger/rows.ts'
import type { Portal } from '../../../shared/crawl/portal.ts'
import type { Ledger } from '../../../shared/crawl/ports.ts'
import { type HostProgress, hostProgress } from './host-progress.ts'

/**
 * Follows a crawl in the ledger. A portal that was walked and whose pages were all visited is not read again.
 * @param since when the crawl began, ISO time
 */
export function watchHosts(
  portals: readonly Portal[],
  ledger: Pick<Ledger, 'searchOf'>,
  since: string,
): () => Promise<HostProgress[]> {
  const pages = new Map<string, readonly PageRow[]>()
  const walked = new Set<string>()
  const done = new Set<string>()
  return async () => {
    for (const { id } of portals) {
      if (done.has(id)) continue
      const rows = await ledger.searchOf(id)
      if (rows.some((row) => row.kind === 'walk' && row.startedAt >= since)) walked.add(id)
      const asked = rows.filter((row) => row.kind === 'page')
      pages.set(id, asked)
      if (walked.has(id) && !asked.some(isWaiting)) done.add(id)
    }
    const lists = portals.filter(({ id }) => !walked.has(id)).flatMap((portal) => portal.lists)
    const hosts = new Set(lists.map(({ url }) => new URL(url).host))
    return hostProgress([...pages.values()].flat(), hosts, since, Date.now())
  }
}
