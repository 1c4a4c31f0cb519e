import type {
  ChangeMessageVisibilityRequest,
  DeleteMessageRequest,
  GetQueueAttributesRequest,
  GetQueueUrlRequest,
  ReceiveMessageRequest,
  SendMessageRequest,
} from '@aws-sdk/client-sqs'
import type { SimulatedClock } from './simulated-clock.ts'
import type { SimulatedQueue } from './simulated-queue.ts'

/** Answers the requests of the SQS client out of simulated queues. */
export class SimulatedSqs {
  readonly #queues: readonly SimulatedQueue[]
  readonly #clock: SimulatedClock
  readonly #send: (queue: SimulatedQueue, body: string) => void

  /** @param send puts a message into a queue; it may meet a fault */
  constructor(
    queues: readonly SimulatedQueue[],
    clock: SimulatedClock,
    send: (queue: SimulatedQueue, body: string) => void,
  ) {
    this.#queues = queues
    this.#clock = clock
    this.#send = send
  }

  /**
   * @param command its name, as `SendMessageCommand`
   * @throws {Error} for a command that the pipeline does not use
   */
  answer(command: string, input: unknown): object {
    const now = this.#clock.now
    switch (command) {
      case 'SendMessageCommand': {
        const { QueueUrl, MessageBody } = input as SendMessageRequest
        this.#send(this.#at(QueueUrl), MessageBody!)
        return {}
      }
      case 'GetQueueUrlCommand': {
        const { QueueName } = input as GetQueueUrlRequest
        return { QueueUrl: this.#queues.find(({ settings }) => settings.name === QueueName)!.url }
      }
      case 'GetQueueAttributesCommand': {
        const { waiting, inFlight } = this.#at((input as GetQueueAttributesRequest).QueueUrl).counts(now)
        return {
          Attributes: {
            ApproximateNumberOfMessages: String(waiting),
            ApproximateNumberOfMessagesNotVisible: String(inFlight),
          },
        }
      }
      case 'ChangeMessageVisibilityCommand': {
        const { QueueUrl, ReceiptHandle, VisibilityTimeout = 0 } = input as ChangeMessageVisibilityRequest
        this.#at(QueueUrl).changeVisibility(ReceiptHandle!, now + VisibilityTimeout * 1000)
        return {}
      }
      case 'ReceiveMessageCommand': {
        const { QueueUrl, MaxNumberOfMessages = 1, VisibilityTimeout } = input as ReceiveMessageRequest
        const queue = this.#at(QueueUrl)
        const records = queue
          .visible(now)
          .slice(0, MaxNumberOfMessages)
          .map((id) => queue.receive(id, now, VisibilityTimeout))
        return {
          Messages: records.map(({ messageId, body, receiptHandle }) => {
            return { MessageId: messageId, Body: body, ReceiptHandle: receiptHandle }
          }),
        }
      }
      case 'DeleteMessageCommand': {
        const { QueueUrl, ReceiptHandle } = input as DeleteMessageRequest
        this.#at(QueueUrl).delete(ReceiptHandle!)
        return {}
      }
      default:
        throw new Error(`The simulated SQS has no ${command}.`)
    }
  }

  #at(url: string | undefined): SimulatedQueue {
    return this.#queues.find((queue) => queue.url === url)!
  }
}
