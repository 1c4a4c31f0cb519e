import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { messageBody } from './message-body.ts'
import { request } from './request.ts'

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
}
