import { ChangeMessageVisibilityCommand, GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { SQSRecord } from 'aws-lambda'
import type { Retries } from './retries.ts'

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
