import type { ReceiveMessageRequest, SendMessageRequest } from '@aws-sdk/client-sqs'
import type { buildApp } from 'fauxqs'
import { messageBody } from '../../shared/store/message-body.ts'
import type { Queue } from './resource-schemas.ts'
import { NotSimulatedError } from './template.ts'

/** Duration of a long poll. */
const WAIT_SECONDS = 20

export type QueueStore = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>['sqsStore']
type StoredQueue = NonNullable<ReturnType<QueueStore['getQueueByName']>>
export type ReceivedMessage = ReturnType<StoredQueue['dequeue']>[number]

/** The local SQS server: its queues, and what answers two of its requests. */
export interface QueueServer {
  readonly store: QueueStore
  send(request: SendMessageRequest): object
  receive(request: ReceiveMessageRequest): Promise<{ readonly Messages?: ReceivedMessage[] }>
}

/**
 * A queue as the engine uses it, which is in the same process. By requests over HTTP the engine would ask more of its queues than all
 * functions ask of everything, in the thread that answers them.
 */
export class LocalQueue {
  readonly name: string
  readonly arn: string
  readonly #server: QueueServer
  readonly #queue: StoredQueue

  constructor({ name, arn }: Queue, server: QueueServer) {
    this.name = name
    this.arn = arn
    this.#server = server
    this.#queue = server.store.getQueueByName(name)!
  }

  send(event: object): void {
    this.#server.send({ QueueUrl: this.#queue.url, MessageBody: messageBody(event) })
  }

  /** Waits for messages. None if none has come for a while, or the waiting was ended. */
  async receive(most: number): Promise<readonly ReceivedMessage[]> {
    const request = {
      QueueUrl: this.#queue.url,
      MaxNumberOfMessages: most,
      WaitTimeSeconds: WAIT_SECONDS,
      MessageSystemAttributeNames: ['All' as const],
      MessageAttributeNames: ['All'],
    }
    return (await this.#server.receive(request)).Messages ?? []
  }

  endWaiting(): void {
    this.#queue.cancelWaiters()
  }

  delete({ ReceiptHandle }: ReceivedMessage): void {
    this.#queue.deleteMessage(ReceiptHandle)
  }

  /** Makes a message visible again after so many seconds. */
  putOff({ ReceiptHandle }: ReceivedMessage, seconds: number): void {
    this.#queue.changeVisibility(ReceiptHandle, seconds)
  }

  /** Messages that wait, are delayed, or are being processed. */
  count(): number {
    const { ready, delayed, inflight } = this.#queue.inspectMessages()
    return ready.length + delayed.length + inflight.length
  }
}

export interface Queues {
  /** @throws {NotSimulatedError} if the template has no such queue */
  byArn(arn: string): LocalQueue
  byName(name: string): LocalQueue
}

/** The queues of the template, which the server has. */
export function createQueues(server: QueueServer, definitions: readonly Queue[]): Queues {
  const queues = definitions.map((definition) => new LocalQueue(definition, server))
  const find = (key: 'arn' | 'name') => (value: string) => {
    const queue = queues.find((candidate) => candidate[key] === value)
    if (!queue) throw new NotSimulatedError(`${value} is not a queue of the template.`)
    return queue
  }
  return { byArn: find('arn'), byName: find('name') }
}
