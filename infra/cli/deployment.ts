import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import * as v from 'valibot'
import { tableClientOver } from '../../shared/aws/table-client.ts'
import type { NewsSource, Source } from '../../shared/readers/source.ts'
import { TableSource } from '../../shared/readers/table-source.ts'
import { CoverageStore } from '../../shared/store/coverage-store.ts'
import { DeadLetterQueue } from '../../shared/store/dead-letter-queue.ts'
import { DispatchStore } from '../../shared/store/dispatch-store.ts'
import { DocumentListing } from '../../shared/store/document-listing.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { DocumentVersions } from '../../shared/store/document-versions.ts'
import type { UnreadableRowError } from '../../shared/store/errors.ts'
import { ExportFiles } from '../../shared/store/export-files.ts'
import { FormerDocuments } from '../../shared/store/former-documents.ts'
import { FormerIndicators } from '../../shared/store/former-indicators.ts'
import { FormerLedger } from '../../shared/store/former-ledger.ts'
import { HostStore } from '../../shared/store/host-store.ts'
import { IncomingFolder } from '../../shared/store/incoming-folder.ts'
import { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { MessageQueue } from '../../shared/store/message-queue.ts'
import { ObjectVersions } from '../../shared/store/object-versions.ts'
import { PortalsBucket } from '../../shared/store/portals-bucket.ts'
import { Quarantine } from '../../shared/store/quarantine.ts'
import { ReaderTables } from '../../shared/store/reader-tables.ts'
import { ReceivedFiles } from '../../shared/store/received-files.ts'
import { ReportBucket } from '../../shared/store/report-bucket.ts'
import { ReportStore } from '../../shared/store/report-store.ts'
import type { ReprocessRequest } from '../../shared/store/reprocess-request.ts'
import { ResultReader } from '../../shared/store/result-reader.ts'
import { RunStore } from '../../shared/store/run-store.ts'
import { SightingStore } from '../../shared/store/sighting-store.ts'
import { StalledDocuments } from '../../shared/store/stalled-documents.ts'
import { WalkQueue } from '../../shared/store/walk-queue.ts'
import { Withdrawals } from '../../shared/store/withdrawals.ts'
import { type Clients, createClients } from '../local/clients.ts'
import { readEngineFile } from './engine-file.ts'
import { UserError } from './errors.ts'
import { type AgeOfQueue, agesInCloudWatch, agesInEngine } from './recovery/queue-ages.ts'
import { WORK_QUEUES } from './work-queues.ts'

/** A queue of the pipeline, by the name that commands and docs call it. */
export interface WorkQueue {
  readonly name: string
  readonly queue: MessageQueue<object>
  readonly deadLetters: DeadLetterQueue
  /** Seconds that its oldest message has been there; null if it has none, or nobody knows. */
  readonly age: () => Promise<number | null>
}

/** A copy of the pipeline on this machine or in AWS, as the commands use it. */
export interface Deployment {
  /** Of the engine on this machine; null in AWS, or if nobody knows. */
  readonly startedAt: Date | null
  readonly s3: S3Client
  readonly bucketName: string
  readonly bucket: ReportBucket
  readonly results: ResultReader
  readonly versions: DocumentVersions
  /** What readers ask for. */
  readonly source: Source & NewsSource
  readonly tables: ReaderTables
  readonly runs: RunStore
  readonly documents: DocumentStore
  readonly withdrawals: Withdrawals
  readonly listing: DocumentListing
  readonly reports: ReportStore
  readonly objects: ObjectVersions
  readonly indicators: IndicatorStore
  /** What version 0.1 left. */
  readonly formerDocuments: FormerDocuments
  readonly formerIndicators: FormerIndicators
  readonly formerLedger: FormerLedger
  readonly reprocessQueue: MessageQueue<ReprocessRequest>
  /** Of the parser that the deployment's functions have. */
  readonly parserVersion: number
  readonly sightings: SightingStore
  readonly received: ReceivedFiles
  readonly coverage: CoverageStore
  readonly hosts: HostStore
  readonly portals: PortalsBucket
  readonly walks: WalkQueue
  readonly dispatches: DispatchStore
  readonly queues: readonly WorkQueue[]
  readonly incoming: IncomingFolder
  readonly stalled: StalledDocuments
  readonly quarantine: Quarantine
}

const Outputs = v.object({
  BucketName: v.string(),
  DocumentsTable: v.string(),
  RunsTable: v.string(),
  ReportsTable: v.string(),
  IndicatorsTable: v.string(),
  FormerIndicatorsTable: v.string(),
  SightingsTable: v.string(),
  CoverageTable: v.string(),
  HostsTable: v.string(),
  IntakeQueueUrl: v.string(),
  IntakeDeadLetterUrl: v.string(),
  IndicatorQueueUrl: v.string(),
  IndicatorDeadLetterUrl: v.string(),
  ReprocessQueueUrl: v.string(),
  ReprocessDeadLetterUrl: v.string(),
  ReprocessedQueueUrl: v.string(),
  ReprocessedDeadLetterUrl: v.string(),
  WalkQueueUrl: v.string(),
  WalkDeadLetterUrl: v.string(),
  PageQueueUrl: v.string(),
  PageDeadLetterUrl: v.string(),
  ParserVersion: v.pipe(v.string(), v.toNumber()),
})

/**
 * Finds the deployment for a command: the stack in AWS if one is named, else the engine that runs on this machine.
 * @throws {UserError} if there is none
 */
export async function findDeployment({ stack }: { readonly stack?: string }): Promise<Deployment> {
  if (stack !== undefined) {
    const clients = { s3: new S3Client(), sqs: new SQSClient(), dynamodb: new DynamoDBClient() }
    return deploymentOf(await outputsOf(stack), clients, agesInCloudWatch())
  }
  const { endpoint, outputs, startedAt } = await readEngineFile()
  return { ...engineDeployment(endpoint, outputs), startedAt: startedAt === undefined ? null : new Date(startedAt) }
}

/** @param outputs of the engine's resources */
export function engineDeployment(endpoint: string, outputs: Readonly<Record<string, string>>): Deployment {
  return deploymentOf(outputs, createClients(endpoint, 'fazhi'), agesInEngine(endpoint))
}

function deploymentOf(outputs: unknown, { s3, sqs, dynamodb }: Clients, ageOf: AgeOfQueue): Deployment {
  const names = v.parse(Outputs, outputs)
  const client = tableClientOver(dynamodb)
  const { DocumentsTable: documents, ReportsTable: reports, IndicatorsTable: indicators } = names
  const formerIndicators = names.FormerIndicatorsTable
  const bucket = new ReportBucket(s3, names.BucketName)
  const objects = new ObjectVersions(s3, names.BucketName)
  const results = new ResultReader(client, { documents, indicators, formerIndicators })
  const tables = new ReaderTables(
    client,
    { documents, reports, indicators, coverage: names.CoverageTable },
    sayUnreadable,
  )
  const sightings = new SightingStore(client, names.SightingsTable, sayUnreadable)
  return {
    startedAt: null,
    s3,
    bucketName: names.BucketName,
    bucket,
    results,
    source: new TableSource({ tables, results, sightings, bucket, files: new ExportFiles(s3, names.BucketName) }),
    tables,
    versions: new DocumentVersions(client, documents, sayUnreadable),
    runs: new RunStore(client, names.RunsTable, sayUnreadable),
    documents: new DocumentStore(client, documents),
    withdrawals: new Withdrawals(client, documents),
    listing: new DocumentListing(client, documents),
    objects,
    reports: new ReportStore(client, names.ReportsTable, sayUnreadable),
    indicators: new IndicatorStore(client, indicators),
    formerDocuments: new FormerDocuments(client, documents, sayUnreadable),
    formerIndicators: new FormerIndicators(client, formerIndicators),
    formerLedger: new FormerLedger(client, names.CoverageTable),
    reprocessQueue: new MessageQueue(sqs, names.ReprocessQueueUrl),
    parserVersion: names.ParserVersion,
    sightings,
    received: new ReceivedFiles(s3, names.BucketName, sightings),
    coverage: new CoverageStore(client, names.CoverageTable, sayUnreadable),
    hosts: new HostStore(client, names.HostsTable, sayUnreadable),
    portals: new PortalsBucket(s3, names.BucketName),
    walks: new WalkQueue(sqs, names.WalkQueueUrl),
    dispatches: new DispatchStore(client, names.CoverageTable, sayUnreadable),
    queues: Object.entries(WORK_QUEUES).map(([name, [queue, deadLetters]]) => ({
      name,
      queue: new MessageQueue(sqs, names[queue]),
      deadLetters: new DeadLetterQueue(sqs, names[deadLetters], names[queue]),
      age: () => ageOf(nameOf(names[queue])),
    })),
    incoming: new IncomingFolder(s3, names.BucketName),
    stalled: new StalledDocuments(client, documents, sayUnreadable),
    quarantine: new Quarantine(client, documents, objects),
  }
}

/** The name of a queue is the end of its address. */
function nameOf(queueUrl: string): string {
  return queueUrl.slice(queueUrl.lastIndexOf('/') + 1)
}

/** A row that cannot be read is missing from what a command prints. */
function sayUnreadable({ message }: UnreadableRowError): void {
  console.error(`fazhi: ${message}`)
}

/** @throws {UserError} */
async function outputsOf(stack: string): Promise<Record<string, string>> {
  const { Stacks = [] } = await new CloudFormationClient()
    .send(new DescribeStacksCommand({ StackName: stack }))
    .catch((cause: Error) => {
      throw new UserError(
        `Stack ${stack} cannot be looked up (${cause.message}): set AWS_REGION and the credentials of its account, and name a stack that is there.`,
        { cause },
      )
    })
  const outputs = Object.fromEntries(
    (Stacks[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  )
  if (!v.is(Outputs, outputs))
    throw new UserError(
      `Stack ${stack} does not have the outputs of this version of Fazhi. Name a stack of Fazhi, or deploy this version.`,
    )
  return outputs
}
