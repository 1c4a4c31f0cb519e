import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import { MessageQueue } from './message-queue.ts'
import { request } from './request.ts'

/** SQS gives at most so many at once. */
const BATCH = 10

/** Asks every server of the queue, not only some of them. */
const WAIT_SECONDS = 1

/** Enough to send and delete a batch. What is not deleted by then is there again. */
const MOVE_SECONDS = 60

/** Letters that were only looked at are there again at once. */
const LOOK_SECONDS = 0

/**
 * A dead-letter queue, and the queue that its messages came from. They are moved one by one, because the move tasks of SQS serve
 * neither FIFO queues nor letters that a rule or a function put there.
 * @example
 * const letters = new DeadLetterQueue(makeQueueClient(), deadLetterUrl, queueUrl)
 * const moved = await letters.redrive(await letters.count())
 */
export class DeadLetterQueue {
  readonly #client: SQSClient
  readonly #url: string
  readonly #source: string

  /** @param source address of the queue that the messages go back to */
  constructor(client: SQSClient, url: string, source: string) {
    this.#client = client
    this.#url = url
    this.#source = source
  }

  /** With those that somebody is looking at. */
  async count(): Promise<number> {
    const { waiting, inFlight } = await new MessageQueue(this.#client, this.#url).counts()
    return waiting + inFlight
  }

  /** Those that somebody has received and neither deleted nor given back. */
  async countHeld(): Promise<number> {
    return (await new MessageQueue(this.#client, this.#url).counts()).inFlight
  }

  /** The bodies of some letters, which stay where they are. */
  async look(): Promise<string[]> {
    return (await this.#receive(LOOK_SECONDS)).map(({ Body = '' }) => Body)
  }

  /**
   * Moves messages back: each is sent before it is deleted, so that one that is interrupted in between comes twice, and none is
   * lost.
   * @param most how many; with their number now, letters that die again meanwhile are not moved a second time
   * @returns how many were moved
   */
  async redrive(most: number): Promise<number> {
    let moved = 0
    while (moved < most) {
      const messages = await this.#receive(MOVE_SECONDS)
      if (messages.length === 0) break
      for (const message of messages) await this.#move(message)
      moved += messages.length
    }
    return moved
  }

  async #receive(seconds: number): Promise<Message[]> {
    const command = new ReceiveMessageCommand({
      QueueUrl: this.#url,
      MaxNumberOfMessages: BATCH,
      WaitTimeSeconds: WAIT_SECONDS,
      VisibilityTimeout: seconds,
      MessageSystemAttributeNames: ['MessageGroupId'],
      MessageAttributeNames: ['All'],
    })
    return (await request(`receive from ${this.#url}`, this.#client.send(command))).Messages ?? []
  }

  async #move({ MessageId, Body, Attributes, MessageAttributes, ReceiptHandle }: Message): Promise<void> {
    const group = Attributes?.MessageGroupId
    const send = new SendMessageCommand({
      QueueUrl: this.#source,
      MessageBody: Body,
      ...(MessageAttributes && { MessageAttributes }),
      // Of a FIFO queue: in its group, and once, even if the letter is not deleted after it.
      ...(group !== undefined && { MessageGroupId: group, MessageDeduplicationId: `redriven-${MessageId}` }),
    })
    await request(`send to ${this.#source}`, this.#client.send(send))
    const gone = new DeleteMessageCommand({ QueueUrl: this.#url, ReceiptHandle })
    await request(`delete from ${this.#url}`, this.#client.send(gone))
  }
}
