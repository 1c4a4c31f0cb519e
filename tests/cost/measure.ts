import { Logger } from '@aws-lambda-powertools/logger'
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { paginateScan } from '@aws-sdk/lib-dynamodb'
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { makeHandler as makeParseHandler } from '../../functions/parse-report/handler.ts'
import { makeHandler as makeWriteHandler } from '../../functions/write-indicators/handler.ts'
import { makeObserved } from '../../shared/aws/observed.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { PARSER_VERSION } from '../../shared/report/parser-version.ts'
import { DocumentListing } from '../../shared/store/document-listing.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { MessageQueue } from '../../shared/store/message-queue.ts'
import { ReportBucket } from '../../shared/store/report-bucket.ts'
import { ReportStore } from '../../shared/store/report-store.ts'
import { RunStore } from '../../shared/store/run-store.ts'
import { SightingStore } from '../../shared/store/sighting-store.ts'
import { Withdrawals } from '../../shared/store/withdrawals.ts'
import type { Engines } from '../engines/engines.ts'
import { objectCreated } from '../functions/events.ts'
import { Meter, newUsage, type Usage } from './meter.ts'

const BUCKET = 'cost'

/** What reports have used on their way from an object of the bucket to COMPLETE. */
export interface Measured {
  readonly reports: number
  readonly figures: number
  readonly parse: Usage
  readonly write: Usage
  readonly messages: number
  readonly logBytes: number
  readonly tableBytes: number
  readonly objectBytes: number
}

/** Sends reports one after the other through the real functions, on engines of this machine, and counts. */
export async function measure(engines: Engines, texts: readonly string[]): Promise<Measured> {
  const { s3, sqs, tables } = engines
  const names = await engines.createTables()
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }))
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: BUCKET }))
  const documents = new DocumentStore(tables, names.documents)
  const shared = {
    ...makeObserved('cost', 'cost'),
    logger: new Logger({ serviceName: 'cost', logLevel: 'INFO' }),
    retries: { putOff: async () => {} },
    config: { bucketName: BUCKET, maxReceiveCount: 5 },
    documents,
    runs: new RunStore(tables, names.runs),
    listing: new DocumentListing(tables, names.documents),
    reports: new ReportStore(tables, names.reports),
    indicators: new IndicatorStore(tables, names.indicators),
  }
  const parse = makeParseHandler({
    ...shared,
    bucket: new ReportBucket(s3, BUCKET),
    withdrawals: new Withdrawals(tables, names.documents),
    sightings: new SightingStore(tables, names.sightings),
    indicatorQueue: new MessageQueue(sqs, QueueUrl),
    reprocessedQueue: new MessageQueue(sqs, QueueUrl),
    parse: parseDocument,
    parserVersion: PARSER_VERSION,
  })
  const write = makeWriteHandler(shared)

  const put = texts.map((text, n) => ({ Bucket: BUCKET, Key: `incoming/${n}.txt`, Body: text }))
  for (const object of put) await s3.send(new PutObjectCommand(object))
  const meter = new Meter({ dynamo: engines.dynamo, tables, s3, sqs })
  const log = capture()
  for (const { Key } of put) handled(await parse(eventOf([JSON.stringify(objectCreated(BUCKET, Key))]), CONTEXT))
  const parseUsage = meter.usage
  meter.usage = newUsage()
  const bodies: string[] = []
  for (;;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
    if (Messages.length === 0) break
    for (const { Body = '', ReceiptHandle } of Messages) {
      bodies.push(Body)
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
    }
  }
  meter.usage = newUsage()
  for (const body of bodies) handled(await write(eventOf([body]), CONTEXT))
  const writeUsage = meter.usage
  // What is read from here on is the measurement's own.
  meter.usage = newUsage()
  const logBytes = log.end()

  let [figures, tableBytes] = [0, 0]
  for (const TableName of Object.values(names))
    for await (const { Items = [] } of paginateScan({ client: tables }, { TableName })) {
      if (TableName === names.indicators) figures += Items.length
      tableBytes += Items.reduce((sum, item) => sum + Buffer.byteLength(JSON.stringify(item)), 0)
    }
  return {
    reports: texts.length,
    figures,
    parse: parseUsage,
    write: writeUsage,
    messages: bodies.length,
    logBytes,
    tableBytes,
    // Each report is kept as it came, and as its canonical text.
    objectBytes: texts.reduce((sum, text) => sum + 2 * Buffer.byteLength(text), 0),
  }
}

/** What failed is not measured. */
function handled({ batchItemFailures }: SQSBatchResponse): void {
  if (batchItemFailures.length > 0) throw new Error('A message failed: see the log above.')
}

/** Takes what the functions print, instead of showing it. */
function capture() {
  const { write } = process.stdout
  let bytes = 0
  process.stdout.write = (chunk: string | Uint8Array) => {
    bytes += Buffer.byteLength(chunk)
    return true
  }
  return {
    end: () => {
      process.stdout.write = write
      return bytes
    },
  }
}

const CONTEXT = { awsRequestId: 'cost', getRemainingTimeInMillis: () => 60_000 } as Context

function eventOf(bodies: readonly string[]): SQSEvent {
  const attributes = { ApproximateReceiveCount: '1' }
  return {
    Records: bodies.map((body, n) => ({ body, attributes, messageId: `m-${n}`, eventSource: 'aws:sqs' })),
  } as SQSEvent
}
