import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QueueRetries } from '../../shared/aws/queue-retries.ts'
import { pauseAfter } from '../../shared/aws/retries.ts'
import { type Engines, startEngines } from '../engines/engines.ts'

describe('the pause after an attempt', () => {
  it('never gets shorter before the last, after which there is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), (maxReceiveCount) => {
        const pauses = Array.from({ length: maxReceiveCount }, (_, index) => pauseAfter(index + 1, maxReceiveCount))
        expect(pauses.at(-1)).toBe(0)
        const before = pauses.slice(0, -1)
        expect(before).toEqual(before.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('retries of a queue', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  it('have a message come again when it is said, not after the visibility timeout', async () => {
    const { sqs } = engines
    const Attributes = { VisibilityTimeout: '360' }
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'retried', Attributes }))
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'a' }))
    const receive = async () => (await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 0 }))).Messages
    const [message] = (await receive()) ?? []
    expect(await receive()).toBeUndefined()
    const record = { eventSourceARN: 'arn:aws:sqs:us-east-1:0:retried', receiptHandle: message!.ReceiptHandle! }
    await new QueueRetries(sqs).putOff(record, 0)
    expect(await receive()).toMatchObject([{ Body: 'a' }])
  })
})
