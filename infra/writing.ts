import { Duration } from 'aws-cdk-lib'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { DeadLetteredQueue, MAX_RECEIVE_COUNT } from './dead-lettered-queue.ts'
import type { Tables } from './tables.ts'
import { Worker } from './worker.ts'

/** A full batch is some 6,000 rows: seconds at the store's width, with room for a table that is still scaling up. */
const TIMEOUT = Duration.seconds(30)

const MEMORY_MEGABYTES = 512
const BATCH_SIZE = 10

/** With 25 writes at a time each, within what a new on-demand table takes (4,000 writes a second). */
const MAX_CONCURRENCY = 10

export interface WritingProps {
  readonly tables: Tables
  readonly stage: string
}

/** From the indicator queue: writes figures as rows and completes their document. */
export class Writing extends Construct {
  readonly queue: DeadLetteredQueue
  readonly worker: Worker

  constructor(scope: Construct, id: string, { tables, stage }: WritingProps) {
    super(scope, id)
    this.queue = new DeadLetteredQueue(this, 'Indicators', { functionTimeout: TIMEOUT })
    this.worker = new Worker(this, 'WriteIndicators', {
      name: 'write-indicators',
      description: 'Writes the figures of a report as rows and completes its document.',
      timeout: TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      stage,
      environment: {
        DOCUMENTS_TABLE: tables.documents.tableName,
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
    this.worker.allow(['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:Query'], tables.indicators.tableArn)
  }
}
