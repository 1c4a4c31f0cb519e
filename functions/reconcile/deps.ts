import { makeBucketClient, makeQueueClient } from '../../shared/aws/clients.ts'
import { makeObserved } from '../../shared/aws/observed.ts'
import { makeTableClient } from '../../shared/aws/table-client.ts'
import { DocumentListing } from '../../shared/store/document-listing.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { IncomingFolder } from '../../shared/store/incoming-folder.ts'
import { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { logUnreadable } from '../../shared/store/log-unreadable.ts'
import { MessageQueue } from '../../shared/store/message-queue.ts'
import { ReportStore } from '../../shared/store/report-store.ts'
import { RunStore } from '../../shared/store/run-store.ts'
import { SightingStore } from '../../shared/store/sighting-store.ts'
import { StalledDocuments } from '../../shared/store/stalled-documents.ts'
import type { Config } from './config.ts'
import type { Deps } from './handler.ts'

export function makeDeps(config: Config): Deps {
  const tables = makeTableClient()
  const queues = makeQueueClient()
  const observed = makeObserved('reconcile', config.stage)
  const onUnreadable = logUnreadable(observed.logger)
  return {
    ...observed,
    config,
    incoming: new IncomingFolder(makeBucketClient(), config.bucketName),
    documents: new DocumentStore(tables, config.documentsTable),
    stalled: new StalledDocuments(tables, config.documentsTable, onUnreadable),
    runs: new RunStore(tables, config.runsTable, onUnreadable),
    listing: new DocumentListing(tables, config.documentsTable),
    reports: new ReportStore(tables, config.reportsTable),
    indicators: new IndicatorStore(tables, config.indicatorsTable),
    sightings: new SightingStore(tables, config.sightingsTable, onUnreadable),
    intake: new MessageQueue(queues, config.intakeQueueUrl),
    reprocessQueue: new MessageQueue(queues, config.reprocessQueueUrl),
    indicatorQueue: new MessageQueue(queues, config.indicatorQueueUrl),
    reprocessedQueue: new MessageQueue(queues, config.reprocessedQueueUrl),
    now: () => new Date(),
  }
}
