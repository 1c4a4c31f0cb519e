import { GetQueueAttributesCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { messageBody } from './message-body.ts'
import { request } from './request.ts'

/** For how long a queue keeps a message that nobody deletes. After that no trace of it is left. */
export const RETENTION_DAYS = 4

/** How many messages a queue holds. SQS counts with a lag of some seconds. */
export interface QueueCounts {
  /** To be received, now or after a delay. */
  readonly waiting: number
  /** Received, and neither deleted nor due for another attempt. */
  readonly inFlight: number
}

/**
 * A queue of JSON messages, which may carry any text.
 * @example
 * const queue = new MessageQueue<IndicatorChunk>(makeQueueClient(), queueUrl)
 * for (const chunk of chunksOf({ documentId, run, facts }, indicators)) await queue.send(chunk)
 */
export class MessageQueue<Message extends object> {
  readonly #client: SQSClient
  readonly #url: string

  constructor(client: SQSClient, url: string) {
    this.#client = client
    this.#url = url
  }

  async send(message: Message): Promise<void> {
    await request(
      `send to ${this.#url}`,
      this.#client.send(new SendMessageCommand({ QueueUrl: this.#url, MessageBody: messageBody(message) })),
    )
  }

  async counts(): Promise<QueueCounts> {
    const command = new GetQueueAttributesCommand({
      QueueUrl: this.#url,
      AttributeNames: [
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesDelayed',
        'ApproximateNumberOfMessagesNotVisible',
      ],
    })
    const { Attributes = {} } = await request(`count messages of ${this.#url}`, this.#client.send(command))
    const {
      ApproximateNumberOfMessages: visible = 0,
      ApproximateNumberOfMessagesDelayed: delayed = 0,
      ApproximateNumberOfMessagesNotVisible: inFlight = 0,
    } = Attributes
    return { waiting: Number(visible) + Number(delayed), inFlight: Number(inFlight) }
  }
}
