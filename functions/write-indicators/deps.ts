import { makeQueueClient } from '../../shared/aws/clients.ts'
import { makeObserved } from '../../shared/aws/observed.ts'
import { QueueRetries } from '../../shared/aws/queue-retries.ts'
import { makeTableClient } from '../../shared/aws/table-client.ts'
import { DocumentListing } from '../../shared/store/document-listing.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { ReportStore } from '../../shared/store/report-store.ts'
import { RunStore } from '../../shared/store/run-store.ts'
import type { Config } from './config.ts'
import type { Deps } from './handler.ts'

export function makeDeps(config: Config): Deps {
  const tables = makeTableClient()
  return {
    ...makeObserved('write-indicators', config.stage),
    config,
    retries: new QueueRetries(makeQueueClient()),
    documents: new DocumentStore(tables, config.documentsTable),
    runs: new RunStore(tables, config.runsTable),
    listing: new DocumentListing(tables, config.documentsTable),
    reports: new ReportStore(tables, config.reportsTable),
    indicators: new IndicatorStore(tables, config.indicatorsTable),
  }
}
