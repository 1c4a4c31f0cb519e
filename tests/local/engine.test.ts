import { PutObjectCommand, PutObjectTaggingCommand } from '@aws-sdk/client-s3'
import { afterEach, describe, expect, it } from 'vitest'
import { createClients } from '../../infra/local/clients.ts'
import { type Engine, type EngineOptions, startEngine } from '../../infra/local/engine.ts'
import { NotSimulatedError } from '../../infra/local/template.ts'
import { eventually } from '../eventually.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { smallApp, smallTemplate } from './small-app.ts'

/** A handler that prints the receive count and key of each message and then does what the key says. */
const HANDLER = `
let met = 0
export const handler = async ({ Records }, context) => {
  for (const { messageId, body, attributes } of Records) {
    const { key } = JSON.parse(body).detail.object
    console.log(attributes.ApproximateReceiveCount + ' ' + key)
    if (key.includes('talk')) for (let line = 2; line <= 100; line++) console.log(line + ' ' + key)
    if (key.includes('meet')) for (met++; met < 3; ) await new Promise((resolve) => setTimeout(resolve, 5))
    if (key.includes('throw')) throw new Error('thrown')
    if (key.includes('hang')) await new Promise(() => setInterval(() => {}, 1000))
    if (key.includes('exit')) process.exit(1)
    if (key.includes('memory')) { const all = []; for (;;) all.push(new Array(1e6).fill(Math.random())) }
    if (key.includes('fail')) return { batchItemFailures: [{ itemIdentifier: messageId }] }
  }
  return { batchItemFailures: [] }
}`

let running: Engine | undefined
afterEach(async () => {
  await running?.stop()
  running = undefined
})

async function start(options: Partial<EngineOptions> = {}) {
  const lines: string[] = []
  const assembly = options.assembly ?? (await smallApp(HANDLER))
  const log = (_: string, line: string) => lines.push(line)
  const engine = await startEngine({ assembly, log, retryDelaySeconds: 0, ...options })
  running = engine
  const { s3, sqs } = createClients(engine.endpoint, 'test')
  const put = (Key: string) =>
    s3.send(new PutObjectCommand({ Bucket: engine.resources.outputs.BucketName, Key, Body: 'x' }))
  const settle = () => eventually(engine.isIdle)
  return { engine, lines, s3, sqs, put, settle }
}

describe('the engine', () => {
  it('brings each object that a rule wants to the function, by its own name', async () => {
    const { lines, put, settle } = await start()
    for (const key of ['in/炭步 镇+100%.txt', 'in/a%20b', 'elsewhere/c']) await put(key)
    await settle()
    expect(lines.toSorted()).toEqual(['1 in/a%20b', '1 in/炭步 镇+100%.txt'])
  })

  it.each(['fail', 'throw', 'hang', 'exit', 'memory'])(
    'tries a message again whose function should %s, and then keeps it with the dead letters',
    async (what) => {
      const timeoutSeconds = what === 'hang' ? 1 : undefined
      const assembly = await smallApp(HANDLER, smallTemplate({}, timeoutSeconds))
      const { engine, lines, put, settle } = await start({ assembly })
      await put(`in/${what}`)
      await settle()
      expect(lines.filter((line) => line.endsWith(`in/${what}`))).toEqual([`1 in/${what}`, `2 in/${what}`])
      expect(engine.countMessages('Dead')).toBe(1)
    },
  )

  it('has all that a function printed when the function has answered', async () => {
    const { lines, put, settle } = await start()
    await put('in/talk')
    await settle()
    expect(lines).toEqual(Array.from({ length: 100 }, (_, n) => `${n + 1} in/talk`))
  })

  it('runs invocations of a function that waits side by side, and ends one that hangs when its time is up', async () => {
    // Long enough for those that meet, on a machine that does other things.
    const assembly = await smallApp(HANDLER, smallTemplate({}, 10))
    const { engine, lines } = await start({ assembly, sideBySide: { Worker: 4 } })
    const invoke = (key: string) =>
      engine.functions.get('Worker')!.invoke({
        Records: [
          { attributes: { ApproximateReceiveCount: 1 }, body: JSON.stringify({ detail: { object: { key } } }) },
        ],
      })
    const ends = await Promise.allSettled(['hang', 'meet1', 'meet2', 'meet3'].map(invoke))
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
    expect(lines).toContain('terminated at its timeout of 10 s')
    // The one that hung took its worker with it.
    await expect(invoke('again')).resolves.toEqual({ batchItemFailures: [] })
  })

  it('keeps what nobody waits for in a queue of its own, behind no other work', async () => {
    const later = {
      Later: { Type: 'AWS::SQS::Queue' },
      FeedLater: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { EventSourceArn: { 'Fn::GetAtt': ['Later', 'Arn'] }, FunctionName: { Ref: 'Worker' } },
      },
    }
    const template = {
      ...smallTemplate(later),
      Outputs: { ...smallTemplate().Outputs, LaterUrl: { Value: { Ref: 'Later' } } },
    }
    const handler = `export const handler = async ({ Records: [{ body, eventSourceARN }] }) =>
      console.log(JSON.parse(body).detail.object.key, eventSourceARN.split(':').at(-1))`
    const assembly = await smallApp(handler, template)
    const aside = { prefix: 'in/crawl/', queues: ['LaterUrl'] } as const
    const { lines, put, settle } = await start({ assembly, aside })
    for (const key of ['in/a', 'in/crawl/b', 'elsewhere/crawl/c']) await put(key)
    await settle()
    expect(lines.toSorted()).toEqual(['in/a Jobs', 'in/crawl/b Later'])
  })

  it('keeps the messages of its queues for the next start', async () => {
    const template = smallTemplate()
    const { Feed: _, ...withoutFunction } = template.Resources
    const dataDir = await temporaryFolder()
    const first = await start({
      dataDir,
      assembly: await smallApp(HANDLER, { ...template, Resources: withoutFunction }),
    })
    await first.put('in/waiting')
    await first.engine.stop()

    const { lines, settle } = await start({ dataDir })
    await settle()
    expect(lines).toEqual(['1 in/waiting'])
  })

  it('locks its data folder and its port, and releases both when it stops', async () => {
    const dataDir = await temporaryFolder()
    const { engine } = await start({ dataDir })
    const second = { assembly: await smallApp(HANDLER), log: () => {} }
    await expect(startEngine({ ...second, dataDir })).rejects.toThrow('in use by the engine')
    const port = Number(new URL(engine.endpoint).port)
    await expect(startEngine({ ...second, port })).rejects.toThrow(`Port ${port} is used`)
    await engine.stop()
    await start({ dataDir, port })
  })

  it('refuses a data folder whose table has another key than the app wants', async () => {
    const dataDir = await temporaryFolder()
    await (await start({ dataDir })).engine.stop()
    const Items = {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        AttributeDefinitions: [{ AttributeName: 'other', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'other', KeyType: 'HASH' }],
      },
    }
    const assembly = await smallApp(HANDLER, smallTemplate({ Items }))
    await expect(startEngine({ assembly, log: () => {}, dataDir })).rejects.toThrow(
      /has the key id, and this version needs other: name another folder/,
    )
  })

  it('refuses what the local S3 server would do wrongly', async () => {
    const { engine, s3 } = await start()
    const object = { Bucket: engine.resources.outputs.BucketName, Key: 'in/x' }
    const requests = [
      new PutObjectTaggingCommand({ ...object, Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } }),
      new PutObjectCommand({ ...object, Body: 'x', IfNoneMatch: '*' }),
    ]
    for (const request of requests)
      await expect(s3.send(request as PutObjectCommand)).rejects.toMatchObject({ name: 'NotImplemented' })
  })

  it.each([
    ['a type', { Odd: { Type: 'AWS::Neptune::DBCluster' } }, /AWS::Neptune::DBCluster/],
    [
      'an intrinsic function',
      { Odd: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: { 'Fn::GetAZs': '' } } } },
      /Fn::GetAZs/,
    ],
    [
      'a schedule',
      {
        Odd: {
          Type: 'AWS::Scheduler::Schedule',
          Properties: {
            ScheduleExpression: 'at(noon)',
            FlexibleTimeWindow: { Mode: 'OFF' },
            Target: { Arn: { 'Fn::GetAtt': ['Jobs', 'Arn'] } },
          },
        },
      },
      /at\(noon\)/,
    ],
  ])('does not start with %s that it does not know', async (_, more, message) => {
    const starting = start({ assembly: await smallApp(HANDLER, smallTemplate(more)) })
    await expect(starting).rejects.toThrow(NotSimulatedError)
    await expect(starting).rejects.toThrow(message)
  })
})
