import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { WalkRequests } from '../crawl/ports.ts'
import type { WalkRequest } from '../crawl/walk-request.ts'
import { messageBody } from './message-body.ts'
import { request } from './request.ts'

/**
 * The FIFO queue of walks. Each portal is a message group, so the queue hands out one walk of a portal at a time.
 * @example
 * const walks = new WalkQueue(makeQueueClient(), queueUrl)
 * await walks.send({ contact, portal, dueAt: new Date().toISOString() })
 */
export class WalkQueue implements WalkRequests {
  readonly #client: SQSClient
  readonly #url: string

  constructor(client: SQSClient, url: string) {
    this.#client = client
    this.#url = url
  }

  /** The same walk sent again within five minutes is dropped by the queue. */
  async send(walk: WalkRequest): Promise<void> {
    const { portal, dueAt } = walk
    await request(
      `send the walk of ${portal.id}`,
      this.#client.send(
        new SendMessageCommand({
          QueueUrl: this.#url,
          MessageBody: messageBody(walk),
          MessageGroupId: portal.id,
          MessageDeduplicationId: `${portal.id}/${dueAt}`,
        }),
      ),
    )
  }
}
