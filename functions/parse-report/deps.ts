import { makeBucketClient, makeQueueClient } from '../../shared/aws/clients.ts'
import { makeObserved } from '../../shared/aws/observed.ts'
import { QueueRetries } from '../../shared/aws/queue-retries.ts'
import { makeTableClient } from '../../shared/aws/table-client.ts'
import { PARSER_VERSION } from '../../shared/report/parser-version.ts'
import { DocumentListing } from '../../shared/store/document-listing.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { logUnreadable } from '../../shared/store/log-unreadable.ts'
import { MessageQueue } from '../../shared/store/message-queue.ts'
import { ReportBucket } from '../../shared/store/report-bucket.ts'
import { ReportStore } from '../../shared/store/report-store.ts'
import { RunStore } from '../../shared/store/run-store.ts'
import { SightingStore } from '../../shared/store/sighting-store.ts'
import { Withdrawals } from '../../shared/store/withdrawals.ts'
import type { Config } from './config.ts'
import type { Deps } from './handler.ts'

/** Loaded when needed: the parser with its gazetteer is three quarters of the program, and repeated messages do not need it. */
const parse: Deps['parse'] = async (bytes) =>
  (await import('../../shared/parse/parse-document.ts')).parseDocument(bytes)

export function makeDeps(config: Config): Deps {
  const tables = makeTableClient()
  const queues = makeQueueClient()
  const observed = makeObserved('parse-report', config.stage)
  return {
    ...observed,
    config,
    retries: new QueueRetries(queues),
    bucket: new ReportBucket(makeBucketClient(), config.bucketName),
    documents: new DocumentStore(tables, config.documentsTable),
    runs: new RunStore(tables, config.runsTable, logUnreadable(observed.logger)),
    withdrawals: new Withdrawals(tables, config.documentsTable),
    listing: new DocumentListing(tables, config.documentsTable),
    reports: new ReportStore(tables, config.reportsTable),
    indicators: new IndicatorStore(tables, config.indicatorsTable),
    sightings: new SightingStore(tables, config.sightingsTable, logUnreadable(observed.logger)),
    indicatorQueue: new MessageQueue(queues, config.indicatorQueueUrl),
    reprocessedQueue: new MessageQueue(queues, config.reprocessedQueueUrl),
    parse,
    parserVersion: PARSER_VERSION,
  }
}
