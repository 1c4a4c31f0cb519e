import { makeBucketClient, makeQueueClient, makeTableClient } from '../../shared/aws/clients.ts'
import { makeObserved } from '../../shared/aws/observed.ts'
import { QueueRetries } from '../../shared/aws/retries.ts'
import { CoverageStore } from '../../shared/store/coverage-store.ts'
import { HostStore } from '../../shared/store/host-store.ts'
import { PageQueue } from '../../shared/store/page-queue.ts'
import { ReportBucket } from '../../shared/store/report-bucket.ts'
import type { Config } from './config.ts'
import type { Deps } from './handler.ts'

export function makeDeps(config: Config): Deps {
  const tables = makeTableClient()
  const queues = makeQueueClient()
  return {
    ...makeObserved('fetch-page', config.stage),
    config,
    retries: new QueueRetries(queues),
    ledger: new CoverageStore(tables, config.coverageTable),
    hosts: new HostStore(tables, config.hostsTable),
    pages: new PageQueue(queues, config.pageQueueUrl),
    bucket: new ReportBucket(makeBucketClient(), config.bucketName),
  }
}
