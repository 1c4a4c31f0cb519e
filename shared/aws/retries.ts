import { ChangeMessageVisibilityCommand, GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { SQSRecord } from 'aws-lambda'

/** Seconds until the second, third and every further attempt. A throttled table or a lost connection needs no six minutes. */
const PAUSES = [5, 30, 120] as const

/** Decides when a message whose attempt failed comes again. */
export interface Retries {
  /** @param seconds 0 to 12 hours, from now */
  putOff(record: Pick<SQSRecord, 'eventSourceARN' | 'receiptHandle'>, seconds: number): Promise<void>
}

/**
 * How long a message waits after an attempt. After the last one not at all: the queue makes it a dead letter when it would deliver it
 * again.
 * @param receives attempts so far, this one included
 */
export function pauseAfter(receives: number, maxReceiveCount: number): number {
  return receives >= maxReceiveCount ? 0 : (PAUSES[receives - 1] ?? PAUSES.at(-1)!)
}

/**
 * Retries of the queues that a function reads. Without them a message waits for the whole visibility timeout of its queue, which is
 * meant for a function that ended without a word.
 * @example
 * const retries = new QueueRetries(makeQueueClient())
 * await retries.putOff(record, pauseAfter(1, 5))
 */
export class QueueRetries implements Retries {
  readonly #client: SQSClient
  /** By ARN: a function reads one queue or two. */
  readonly #urls = new Map<string, string>()

  constructor(client: SQSClient) {
    this.#client = client
  }

  async putOff(
    { eventSourceARN, receiptHandle }: Pick<SQSRecord, 'eventSourceARN' | 'receiptHandle'>,
    seconds: number,
  ): Promise<void> {
    await this.#client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: await this.#urlOf(eventSourceARN),
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: seconds,
      }),
    )
  }

  async #urlOf(arn: string): Promise<string> {
    const known = this.#urls.get(arn)
    if (known !== undefined) return known
    const QueueName = arn.slice(arn.lastIndexOf(':') + 1)
    const { QueueUrl = '' } = await this.#client.send(new GetQueueUrlCommand({ QueueName }))
    this.#urls.set(arn, QueueUrl)
    return QueueUrl
  }
}
