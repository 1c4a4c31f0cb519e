import { makeObserved } from '../../shared/aws/observed.ts'
import type { Retries } from '../../shared/aws/retries.ts'
import { makeTableClient } from '../../shared/aws/table-client.ts'
import type { CrawledFiles, PageRequests } from '../../shared/crawl/ports.ts'
import { CoverageStore } from '../../shared/store/coverage-store.ts'
import { HostStore } from '../../shared/store/host-store.ts'
import type { Config } from './config.ts'
import type { Deps } from './handler.ts'

export function makeDeps(config: Config): Deps {
  const tables = makeTableClient()
  return {
    ...makeObserved('fetch-page', config.stage),
    config,
    ledger: new CoverageStore(tables, config.coverageTable),
    hosts: new HostStore(tables, config.hostsTable),
    ...storesOf(config),
  }
}

function storesOf(config: Config): { bucket: CrawledFiles; pages: PageRequests; retries: Retries } {
  let made: Promise<ReturnType<typeof import('./stores.ts').makeStores>> | undefined
  const stores = () => {
    made ??= import('./stores.ts').then(({ makeStores }) => makeStores(config))
    return made
  }
  return {
    bucket: { putCrawled: async (...file) => (await stores()).bucket.putCrawled(...file) },
    pages: { send: async (page) => (await stores()).pages.send(page) },
    retries: { putOff: async (...message) => (await stores()).retries.putOff(...message) },
  }
}
