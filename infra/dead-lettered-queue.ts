import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

/** Tries of a message before it is put aside: enough to outlast a passing fault, few enough to hear of a lasting one. */
export const MAX_RECEIVE_COUNT = 5

/** AWS's guidance: shorter, and a message is handed out again while its first handling may still run. */
const VISIBILITY_TIMEOUTS = 6

export interface DeadLetteredQueueProps {
  /** Of the function that reads the queue. */
  readonly functionTimeout: Duration
  /** Hands out the messages of a group one after the other. Default: no order. */
  readonly isFifo?: boolean
}

/** A queue that puts a message aside, for two weeks, once it has been tried `MAX_RECEIVE_COUNT` times. */
export class DeadLetteredQueue extends Construct {
  readonly queue: Queue
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string, { functionTimeout, isFifo = false }: DeadLetteredQueueProps) {
    super(scope, id)
    const safe = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...(isFifo && { fifo: true }) }
    this.deadLetters = new Queue(this, 'DeadLetters', { ...safe, retentionPeriod: Duration.days(14) })
    this.queue = new Queue(this, 'Queue', {
      ...safe,
      visibilityTimeout: Duration.seconds(functionTimeout.toSeconds() * VISIBILITY_TIMEOUTS),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVE_COUNT },
    })
  }
}
