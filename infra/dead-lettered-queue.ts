import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { RETENTION_DAYS } from '../shared/store/message-queue.ts'

/** Attempts at a message before it becomes a dead letter. Enough for a temporary fault, and a lasting one is noticed soon. */
export const MAX_RECEIVE_COUNT = 5

/** As AWS recommends. With less, a message may be delivered again while a function still works on it. */
const VISIBILITY_TIMEOUTS = 6

export interface DeadLetteredQueueProps {
  /** Timeout of the function that reads the queue. */
  readonly functionTimeout: Duration
  /** Delivers the messages of a group one after another. Default: no order. */
  readonly isFifo?: boolean
}

/** A queue with a dead-letter queue, which keeps a message for two weeks after `MAX_RECEIVE_COUNT` failed attempts. */
export class DeadLetteredQueue extends Construct {
  readonly queue: Queue
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string, { functionTimeout, isFifo = false }: DeadLetteredQueueProps) {
    super(scope, id)
    const safe = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...(isFifo && { fifo: true }) }
    this.deadLetters = new Queue(this, 'DeadLetters', { ...safe, retentionPeriod: Duration.days(14) })
    this.queue = new Queue(this, 'Queue', {
      ...safe,
      retentionPeriod: Duration.days(RETENTION_DAYS),
      visibilityTimeout: Duration.seconds(functionTimeout.toSeconds() * VISIBILITY_TIMEOUTS),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVE_COUNT },
    })
  }
}
