import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { BY_DOCUMENT } from '../shared/store/tables.ts'
import { DeadLetteredQueue } from './dead-lettered-queue.ts'
import { PARSE_TIMEOUT, type Parsing } from './parsing.ts'
import type { Reconciliation } from './reconciliation.ts'
import type { Tables } from './tables.ts'
import { WRITE_TIMEOUT, type Writing } from './writing.ts'

/** A quarter of what new uploads may use: an archive is read anew in hours, and nothing new waits for it. */
const MAX_CONCURRENCY = 5

export interface ReprocessingProps {
  readonly tables: Tables
  readonly parsing: Parsing
  readonly writing: Writing
  readonly reconciliation: Reconciliation
}

/** Queues for documents that are read anew and for their figures, beside those of new uploads, to the same functions. */
export class Reprocessing extends Construct {
  readonly requests: DeadLetteredQueue
  readonly indicators: DeadLetteredQueue

  constructor(scope: Construct, id: string, { tables, parsing, writing, reconciliation }: ReprocessingProps) {
    super(scope, id)
    this.requests = new DeadLetteredQueue(this, 'Requests', { functionTimeout: PARSE_TIMEOUT })
    this.indicators = new DeadLetteredQueue(this, 'Indicators', { functionTimeout: WRITE_TIMEOUT })
    const slowly = { maxConcurrency: MAX_CONCURRENCY, reportBatchItemFailures: true }

    const { worker: parser } = parsing
    parser.function.addEventSource(new SqsEventSource(this.requests.queue, { batchSize: 1, ...slowly }))
    parser.function.addEnvironment('REPROCESSED_QUEUE_URL', this.indicators.queue.queueUrl)
    parser.allow(['dynamodb:Query'], `${tables.sightings.tableArn}/index/${BY_DOCUMENT}`)
    parser.allow(['sqs:SendMessage'], this.indicators.queue.queueArn)

    writing.worker.function.addEventSource(new SqsEventSource(this.indicators.queue, { batchSize: 10, ...slowly }))

    reconciliation.worker.function.addEnvironment('REPROCESS_QUEUE_URL', this.requests.queue.queueUrl)
    reconciliation.worker.function.addEnvironment('REPROCESSED_QUEUE_URL', this.indicators.queue.queueUrl)
    reconciliation.worker.allow(['sqs:SendMessage', 'sqs:GetQueueAttributes'], this.requests.queue.queueArn)
    reconciliation.worker.allow(['sqs:GetQueueAttributes'], this.indicators.queue.queueArn)
  }
}
