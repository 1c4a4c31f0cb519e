import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics } from '@aws-lambda-powertools/metrics'
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { paginateScan } from '@aws-sdk/lib-dynamodb'
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda'
import { vi } from 'vitest'
import { makeHandler as makeParseHandler, type Deps as ParseDeps } from '../../functions/parse-report/handler.ts'
import { makeHandler as makeWriteHandler } from '../../functions/write-indicators/handler.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { PARSER_VERSION } from '../../shared/report/parser-version.ts'
import { DocumentListing } from '../../shared/store/document-listing.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { MessageQueue } from '../../shared/store/message-queue.ts'
import { ReportBucket } from '../../shared/store/report-bucket.ts'
import { ReportStore } from '../../shared/store/report-store.ts'
import { ResultReader } from '../../shared/store/result-reader.ts'
import { RunStore } from '../../shared/store/run-store.ts'
import { SightingStore } from '../../shared/store/sighting-store.ts'
import { Withdrawals } from '../../shared/store/withdrawals.ts'
import type { Engines } from '../engines/engines.ts'

const MAX_RECEIVE_COUNT = 5

let made = 0

/** Both functions with a new bucket, queue and tables of running engines. */
export async function pipelineOn(engines: Engines, overrides: Partial<ParseDeps> = {}) {
  return functionsAt(engines, await makePlace(engines), overrides)
}

async function makePlace({ s3, sqs, createTables }: Engines) {
  made += 1
  const bucketName = `reports-${made}`
  await s3.send(new CreateBucketCommand({ Bucket: bucketName }))
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: `indicators-${made}` }))
  return { bucketName, queueUrl: QueueUrl!, names: await createTables() }
}

type Place = Awaited<ReturnType<typeof makePlace>>

function functionsAt(engines: Engines, place: Place, overrides: Partial<ParseDeps>) {
  const { s3, sqs, tables } = engines
  const { bucketName, queueUrl, names } = place
  const documents = new DocumentStore(tables, names.documents)
  const sightings = new SightingStore(tables, names.sightings)
  const indicators = new IndicatorStore(tables, names.indicators)
  const runs = new RunStore(tables, names.runs)
  const withdrawals = new Withdrawals(tables, names.documents)
  const listing = new DocumentListing(tables, names.documents)
  const reports = new ReportStore(tables, names.reports)
  const { logger = new Logger({ logLevel: 'SILENT' }), metrics = new Metrics({ namespace: 'test' }) } = overrides
  const pauses: number[] = []
  const retries = { putOff: async (_: unknown, seconds: number) => void pauses.push(seconds) }
  const observed = { logger, metrics, retries }
  const addMetric = vi.spyOn(observed.metrics, 'addMetric')
  const deps: ParseDeps = {
    ...observed,
    config: { bucketName, maxReceiveCount: MAX_RECEIVE_COUNT },
    bucket: new ReportBucket(s3, bucketName),
    documents,
    runs,
    withdrawals,
    listing,
    reports,
    indicators,
    sightings,
    indicatorQueue: new MessageQueue(sqs, queueUrl),
    reprocessedQueue: new MessageQueue(sqs, queueUrl),
    parse: parseDocument,
    parserVersion: PARSER_VERSION,
    ...overrides,
  }
  const parse = makeParseHandler(deps)
  const write = makeWriteHandler({ ...observed, config: deps.config, documents, runs, listing, reports, indicators })

  return {
    ...place,
    ...observed,
    documents,
    runs,
    listing,
    reports,
    sightings,
    indicators,
    reader: new ResultReader(tables, names),
    /** The same resources after another version of the functions was deployed. */
    withDeployed: (changes: Partial<ParseDeps>) => functionsAt(engines, place, changes),
    /** Seconds that each failed message was put off. */
    pauses,
    /** Names of the metrics counted so far. */
    counted: () => addMetric.mock.calls.map(([name]) => name),
    /** All items of a table, in the order of their keys. */
    rowsOf: async (table: keyof typeof names) => {
      const rows: Record<string, unknown>[] = []
      for await (const { Items = [] } of paginateScan({ client: tables }, { TableName: names[table] }))
        rows.push(...Items)
      return rows.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    },
    objectKeys: async () => {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucketName }))
      return Contents.map(({ Key }) => Key)
    },
    read: async (objectKey: string) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucketName, Key: objectKey }))
      return Buffer.from(await Body!.transformToByteArray())
    },
    remove: (objectKey: string) => s3.send(new DeleteObjectCommand({ Bucket: bucketName, Key: objectKey })),
    upload: async (objectKey: string, body: string | Uint8Array, metadata = {}) => {
      await s3.send(new PutObjectCommand({ Bucket: bucketName, Key: objectKey, Body: body, Metadata: metadata }))
    },
    /** Runs parse-report on messages. `receives` says how often each was received. */
    parse: (bodies: readonly (object | string)[], receives = 1) => parse(eventOf(bodies, receives), CONTEXT),
    write: (bodies: readonly (object | string)[], receives = 1) => write(eventOf(bodies, receives), CONTEXT),
    /** Takes all messages off the indicator queue. */
    takeMessages: async () => {
      const chunks: object[] = []
      for (;;) {
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
        )
        if (Messages.length === 0) return chunks
        for (const { Body, ReceiptHandle } of Messages) {
          chunks.push(JSON.parse(Body!))
          await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }))
        }
      }
    },
  }
}

const orderOf = ({ documentId, run = 0, ordinal = 0, objectKey = '' }: Record<string, unknown>) =>
  `${documentId}${String(run).padStart(6, '0')}${String(ordinal).padStart(6, '0')}${objectKey}`

export const CONTEXT = {
  functionName: 'function',
  functionVersion: '1',
  memoryLimitInMB: '512',
  awsRequestId: 'request-1',
  getRemainingTimeInMillis: () => 900_000,
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:function',
} as Context

export function eventOf(bodies: readonly (object | string)[], receives: number): SQSEvent {
  return {
    Records: bodies.map(
      (body, index) =>
        ({
          messageId: `message-${index}`,
          body: typeof body === 'string' ? body : JSON.stringify(body),
          attributes: { ApproximateReceiveCount: String(receives) },
        }) as SQSRecord,
    ),
  }
}
