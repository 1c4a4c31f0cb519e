import { makeQueueClient } from '../../shared/aws/clients.ts'
import { makeObserved } from '../../shared/aws/observed.ts'
import { QueueRetries } from '../../shared/aws/queue-retries.ts'
import { makeTableClient } from '../../shared/aws/table-client.ts'
import { CoverageStore } from '../../shared/store/coverage-store.ts'
import { HostStore } from '../../shared/store/host-store.ts'
import { logUnreadable } from '../../shared/store/log-unreadable.ts'
import { PageQueue } from '../../shared/store/page-queue.ts'
import type { Config } from './config.ts'
import type { Deps } from './handler.ts'

export function makeDeps(config: Config): Deps {
  const tables = makeTableClient()
  const queues = makeQueueClient()
  const observed = makeObserved('crawl-portal', config.stage)
  return {
    ...observed,
    config,
    ledger: new CoverageStore(tables, config.coverageTable, logUnreadable(observed.logger)),
    hosts: new HostStore(tables, config.hostsTable),
    pages: new PageQueue(queues, config.pageQueueUrl),
    retries: new QueueRetries(queues),
    // Few entries have seeds, and the places of China take half a megabyte.
    countiesOf: async (code) => (await import('../../shared/regions/gazetteer.ts')).countiesUnder(code),
  }
}
