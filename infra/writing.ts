import { Duration } from 'aws-cdk-lib'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { DeadLetteredQueue, MAX_RECEIVE_COUNT } from './dead-lettered-queue.ts'
import type { Tables } from './tables.ts'
import { Worker } from './worker.ts'

/** A full batch is about 6,000 rows: 10 s of work, and time for a table that is scaling up. */
export const WRITE_TIMEOUT = Duration.seconds(60)

/** Gives one whole vCPU, on which the number of rows a second depends. */
const MEMORY_MEGABYTES = 1769
const BATCH_SIZE = 10

/** Together they write about as much as a new on-demand table takes (4,000 writes a second). */
const MAX_CONCURRENCY = 5

export interface WritingProps {
  readonly tables: Tables
  readonly stage: string
}

/** Writes figures from the indicator queue as rows and completes their documents. */
export class Writing extends Construct {
  readonly queue: DeadLetteredQueue
  readonly worker: Worker

  constructor(scope: Construct, id: string, { tables, stage }: WritingProps) {
    super(scope, id)
    this.queue = new DeadLetteredQueue(this, 'Indicators', { functionTimeout: WRITE_TIMEOUT })
    this.worker = new Worker(this, 'WriteIndicators', {
      name: 'write-indicators',
      description: 'Writes the figures of a report as rows and completes its document.',
      timeout: WRITE_TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      stage,
      environment: {
        DOCUMENTS_TABLE: tables.documents.tableName,
        RUNS_TABLE: tables.runs.tableName,
        REPORTS_TABLE: tables.reports.tableName,
        INDICATORS_TABLE: tables.indicators.tableName,
        MAX_RECEIVE_COUNT: String(MAX_RECEIVE_COUNT),
      },
    })
    const { function: writeIndicators } = this.worker
    writeIndicators.addEventSource(
      new SqsEventSource(this.queue.queue, {
        batchSize: BATCH_SIZE,
        maxConcurrency: MAX_CONCURRENCY,
        reportBatchItemFailures: true,
      }),
    )
    this.worker.allow(['dynamodb:GetItem', 'dynamodb:UpdateItem'], tables.documents.tableArn)
    this.worker.allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], tables.reports.tableArn)
    this.worker.allow(
      ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Query'],
      tables.runs.tableArn,
    )
    this.worker.allow(['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:Query'], tables.indicators.tableArn)
  }
}
