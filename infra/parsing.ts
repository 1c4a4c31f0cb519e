import { Duration } from 'aws-cdk-lib'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { INCOMING_PREFIX, QUARANTINE_PREFIX, TEXT_PREFIX, UNPACKED_PREFIX } from '../shared/store/object-keys.ts'
import { type DeadLetteredQueue, MAX_RECEIVE_COUNT } from './dead-lettered-queue.ts'
import { allowUnder } from './prefix-access.ts'
import type { BucketRef } from './report-bucket.ts'
import type { Tables } from './tables.ts'
import { Worker } from './worker.ts'

/** The largest known report parses in seconds. The rest is for a cold start and a slow read. */
export const PARSE_TIMEOUT = Duration.seconds(60)

/** Gives one whole vCPU, and memory for a file at the size limit with its text and tree. */
const MEMORY_MEGABYTES = 1769

/** One report per invocation: if it exhausts time or memory, no other report fails with it. */
const BATCH_SIZE = 1

/** Prevents a bulk upload from using all concurrency of the account. */
const MAX_CONCURRENCY = 20

export interface ParsingProps {
  readonly bucket: BucketRef
  readonly tables: Tables
  readonly intake: DeadLetteredQueue
  readonly indicatorQueue: DeadLetteredQueue
  readonly stage: string
}

/** Reads reports from the intake queue, records their facts, and sends their figures to the indicator queue. */
export class Parsing extends Construct {
  readonly worker: Worker

  constructor(scope: Construct, id: string, { bucket, tables, intake, indicatorQueue, stage }: ParsingProps) {
    super(scope, id)
    this.worker = new Worker(this, 'ParseReport', {
      name: 'parse-report',
      description: 'Reads a report from the bucket, records its facts, and sends its figures to the indicator queue.',
      timeout: PARSE_TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      stage,
      environment: {
        BUCKET_NAME: bucket.bucketName,
        DOCUMENTS_TABLE: tables.documents.tableName,
        RUNS_TABLE: tables.runs.tableName,
        REPORTS_TABLE: tables.reports.tableName,
        INDICATORS_TABLE: tables.indicators.tableName,
        SIGHTINGS_TABLE: tables.sightings.tableName,
        INDICATOR_QUEUE_URL: indicatorQueue.queue.queueUrl,
        MAX_RECEIVE_COUNT: String(MAX_RECEIVE_COUNT),
      },
    })
    const { function: parseReport } = this.worker
    parseReport.addEventSource(
      new SqsEventSource(intake.queue, {
        batchSize: BATCH_SIZE,
        maxConcurrency: MAX_CONCURRENCY,
        reportBatchItemFailures: true,
      }),
    )
    allowUnder(INCOMING_PREFIX, bucket, ['s3:GetObject', 's3:GetObjectVersion'], parseReport)
    allowUnder(UNPACKED_PREFIX, bucket, ['s3:PutObject'], parseReport)
    allowUnder(TEXT_PREFIX, bucket, ['s3:PutObject'], parseReport)
    allowUnder(QUARANTINE_PREFIX, bucket, ['s3:PutObject'], parseReport)
    // Without this permission S3 answers a read of a deleted object with AccessDenied instead of NoSuchKey.
    this.worker.allow(['s3:ListBucket'], bucket.bucketArn)
    this.worker.allow(
      ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
      tables.documents.tableArn,
    )
    this.worker.allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], tables.reports.tableArn)
    this.worker.allow(['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Query'], tables.runs.tableArn)
    this.worker.allow(['dynamodb:DeleteItem', 'dynamodb:Query'], tables.indicators.tableArn)
    this.worker.allow(['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:Query'], tables.sightings.tableArn)
    this.worker.allow(['sqs:SendMessage'], indicatorQueue.queue.queueArn)
  }
}
