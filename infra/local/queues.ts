import { GetQueueAttributesCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { messageBody } from '../../shared/store/message-body.ts'
import type { Queue } from './resource-schemas.ts'
import { ACCOUNT, NotSimulatedError } from './template.ts'

export interface QueueAddress {
  readonly name: string
  readonly arn: string
  readonly url: string
}

export interface Queues {
  /** @throws {NotSimulatedError} if the template has no such queue */
  byArn(arn: string): QueueAddress
  byName(name: string): QueueAddress
  send(queue: QueueAddress, event: object): Promise<void>
  /** Messages that wait, are delayed, or are being processed. */
  count(queue: QueueAddress): Promise<number>
}

export function createQueues(sqs: SQSClient, queues: readonly Queue[], endpoint: string): Queues {
  const addresses = queues.map(({ name, arn }) => ({ name, arn, url: `${endpoint}/${ACCOUNT}/${name}` }))
  const find = (key: 'arn' | 'name') => (value: string) => {
    const address = addresses.find((candidate) => candidate[key] === value)
    if (!address) throw new NotSimulatedError(`${value} is not a queue of the template.`)
    return address
  }
  return {
    byArn: find('arn'),
    byName: find('name'),
    send: async ({ url }, event) => {
      await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: messageBody(event) }))
    },
    count: async ({ url }) => {
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: url,
          AttributeNames: [
            'ApproximateNumberOfMessages',
            'ApproximateNumberOfMessagesNotVisible',
            'ApproximateNumberOfMessagesDelayed',
          ],
        }),
      )
      return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0)
    },
  }
}
