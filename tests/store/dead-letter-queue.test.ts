import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeadLetterQueue } from '../../shared/store/dead-letter-queue.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { eventually } from '../eventually.ts'

describe('a dead-letter queue', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  /** A queue and its dead letters, with some in them. */
  async function prepare(name: string, bodies: readonly string[], isFifo = false) {
    const make = async (suffix: string) => {
      const QueueName = `${name}${suffix}${isFifo ? '.fifo' : ''}`
      const Attributes = isFifo ? { FifoQueue: 'true' } : {}
      return (await engines.sqs.send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl!
    }
    const [url, source] = [await make('-dead'), await make('')]
    for (const MessageBody of bodies) {
      const fifo = isFifo ? { MessageGroupId: 'a host', MessageDeduplicationId: MessageBody } : {}
      const MessageAttributes = { why: { DataType: 'String', StringValue: 'broken' } }
      await engines.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody, MessageAttributes, ...fifo }))
    }
    const receive = async () => {
      const all = { MessageSystemAttributeNames: ['All' as const], MessageAttributeNames: ['All'] }
      const command = new ReceiveMessageCommand({ QueueUrl: source, MaxNumberOfMessages: 10, ...all })
      return (await engines.sqs.send(command)).Messages ?? []
    }
    /** As a command does that is killed before it moves what it has received. */
    const hold = (seconds: number) =>
      engines.sqs.send(
        new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, VisibilityTimeout: seconds }),
      )
    return { letters: new DeadLetterQueue(engines.sqs, url, source), receive, hold }
  }

  it('shows its letters and keeps them', async () => {
    const { letters } = await prepare('looked-at', ['a', 'b'])
    expect((await letters.look()).sort()).toEqual(['a', 'b'])
    expect(await letters.count()).toBe(2)
  })

  it('moves them back after somebody has looked, with their attributes', async () => {
    const { letters, receive } = await prepare('moved', ['a', 'b'])
    await letters.look()
    expect(await letters.redrive(await letters.count())).toBe(2)
    expect(await letters.count()).toBe(0)
    const moved = await receive()
    expect(moved.map(({ Body }) => Body).sort()).toEqual(['a', 'b'])
    expect(moved[0]!.MessageAttributes?.why?.StringValue).toBe('broken')
  })

  it('moves no more than it is told, so that those that die again are not moved for ever', async () => {
    const bodies = Array.from({ length: 12 }, (_, number) => String(number))
    const { letters } = await prepare('bounded', bodies)
    expect(await letters.redrive(10)).toBe(10)
    expect(await letters.count()).toBe(2)
  })

  it('moves those of a FIFO queue in their group', async () => {
    const { letters, receive } = await prepare('fifo', ['a'], true)
    expect(await letters.redrive(1)).toBe(1)
    expect(await receive()).toMatchObject([{ Body: 'a', Attributes: { MessageGroupId: 'a host' } }])
  })

  it('loses none of a move that was killed after it had received some, and says meanwhile how many are held', async () => {
    const { letters, receive, hold } = await prepare('killed', ['a', 'b'])
    await hold(2)
    expect([await letters.countHeld(), await letters.count()]).toEqual([2, 2])
    let moved = 0
    await eventually(async () => {
      moved += await letters.redrive(2)
      return moved === 2
    })
    expect(await letters.count()).toBe(0)
    expect((await receive()).map(({ Body }) => Body).sort()).toEqual(['a', 'b'])
  })

  it('gives each of its letters to one of two that move them at once', async () => {
    const bodies = Array.from({ length: 25 }, (_, number) => String(number))
    const { letters } = await prepare('twice', bodies)
    const moved = await Promise.all([letters.redrive(25), letters.redrive(25)])
    expect(moved[0]! + moved[1]!).toBe(25)
    expect(await letters.count()).toBe(0)
  })

  it('ends when it is empty, whatever it was said to hold', async () => {
    const { letters } = await prepare('emptied', ['a'])
    expect(await letters.redrive(5)).toBe(1)
  })
})
