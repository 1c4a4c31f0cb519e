import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics } from '@aws-lambda-powertools/metrics'
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { makeHandler as makeParseHandler } from '../../functions/parse-report/handler.ts'
import { makeHandler as makeReconcileHandler, type Reconciled } from '../../functions/reconcile/handler.ts'
import { makeHandler as makeWriteHandler } from '../../functions/write-indicators/handler.ts'
import { MAX_RECEIVE_COUNT } from '../../infra/dead-lettered-queue.ts'
import { QueueRetries } from '../../shared/aws/queue-retries.ts'
import { DocumentListing } from '../../shared/store/document-listing.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { IncomingFolder } from '../../shared/store/incoming-folder.ts'
import { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { MessageQueue } from '../../shared/store/message-queue.ts'
import { ReportBucket } from '../../shared/store/report-bucket.ts'
import { ReportStore } from '../../shared/store/report-store.ts'
import { RunStore } from '../../shared/store/run-store.ts'
import { SightingStore } from '../../shared/store/sighting-store.ts'
import { StalledDocuments } from '../../shared/store/stalled-documents.ts'
import { Withdrawals } from '../../shared/store/withdrawals.ts'
import type { Engines } from '../engines/engines.ts'
import type { SimulatedQueue } from './simulated-queue.ts'
import { parserOf } from './workload.ts'

export type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>

export interface Functions {
  /** By the version of the parser. */
  readonly parse: Readonly<Record<1 | 2, QueueHandler>>
  readonly write: QueueHandler
  readonly reconcile: (context: Context) => Promise<Reconciled>
}

export interface FunctionPlaces {
  readonly bucketName: string
  readonly names: Awaited<ReturnType<Engines['createTables']>>
  readonly queues: Readonly<Record<'intake' | 'indicators' | 'reprocess' | 'reprocessed', SimulatedQueue>>
}

/** The functions of the pipeline as they are deployed, over the clients of the simulation. */
export function makeFunctions({ s3, sqs, tables }: Engines, { bucketName, names, queues }: FunctionPlaces): Functions {
  process.env.POWERTOOLS_METRICS_DISABLED = 'true'
  const queue = (name: keyof typeof queues) => new MessageQueue(sqs, queues[name].url)
  const logger = new Logger({ logLevel: 'SILENT' })
  const deps = {
    logger,
    metrics: new Metrics({ namespace: 'simulation', logger }),
    config: { bucketName, maxReceiveCount: MAX_RECEIVE_COUNT },
    retries: new QueueRetries(sqs),
    bucket: new ReportBucket(s3, bucketName),
    incoming: new IncomingFolder(s3, bucketName),
    documents: new DocumentStore(tables, names.documents),
    stalled: new StalledDocuments(tables, names.documents),
    runs: new RunStore(tables, names.runs),
    withdrawals: new Withdrawals(tables, names.documents),
    listing: new DocumentListing(tables, names.documents),
    reports: new ReportStore(tables, names.reports),
    indicators: new IndicatorStore(tables, names.indicators),
    sightings: new SightingStore(tables, names.sightings),
    intake: queue('intake'),
    reprocessQueue: queue('reprocess'),
    indicatorQueue: queue('indicators'),
    reprocessedQueue: queue('reprocessed'),
    now: () => new Date(),
  }
  const reconcile = makeReconcileHandler(deps)
  return {
    parse: { 1: makeParseHandler({ ...deps, ...parserOf(1) }), 2: makeParseHandler({ ...deps, ...parserOf(2) }) },
    write: makeWriteHandler(deps),
    reconcile: (context) => reconcile({}, context),
  }
}
