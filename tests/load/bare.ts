import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { readAssembly } from '../../infra/local/assembly.ts'
import { createClients } from '../../infra/local/clients.ts'
import { openFrontDoor } from '../../infra/local/front-door.ts'
import { provision } from '../../infra/local/provision.ts'
import { readResources } from '../../infra/local/resources.ts'
import { startServers } from '../../infra/local/servers.ts'
import { synthesize } from '../../infra/local/synthesize.ts'
import { cpuTime } from '../cpu-time.ts'
import { objectCreated } from '../functions/events.ts'
import { type Length, reportsOf } from './reports.ts'

/**
 * Tells its parent how many milliseconds of a processor a document takes when its functions are called one after the other, over the
 * same stores as in the engine: without its polling, events and workers.
 */

type Handler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>

const [, , length, ...numbers] = process.argv
const [documents = 0, seed = 0] = numbers.map(Number)
const folder = await mkdtemp(join(tmpdir(), 'fazhi-bare-'))
const assembly = await readAssembly(await synthesize())
const servers = await startServers(folder)
const door = await openFrontDoor(0, servers)
const clients = createClients(door.endpoint, 'bare')
const resources = readResources(assembly.template, door.endpoint)
await provision(clients, resources)
Object.assign(process.env, {
  AWS_ENDPOINT_URL: door.endpoint,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'bare',
  AWS_SECRET_ACCESS_KEY: 'bare',
})
const parse = await loaded('parse-report')
const write = await loaded('write-indicators')
const Bucket = resources.outputs.BucketName!
const QueueUrl = resources.outputs.IndicatorQueueUrl!

const before = cpuTime()
for (const { key, body } of reportsOf(documents, length as Length, seed)) {
  await clients.s3.send(new PutObjectCommand({ Bucket, Key: key, Body: body }))
  await called(parse, JSON.stringify(objectCreated(Bucket, key, { size: body.length }, new Date().toISOString())))
  const { Messages = [] } = await clients.sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
  for (const { Body = '', ReceiptHandle } of Messages) {
    await called(write, Body)
    await clients.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
  }
}
process.send!((cpuTime() - before) / documents)
await door.close()
await servers.close()
await rm(folder, { recursive: true })
process.disconnect()

/** The function's own bundle, with the variables that the stack gives it. */
async function loaded(name: string): Promise<Handler> {
  const { Code, Environment, Handler } = resources.functions.find((definition) => definition.name === name)!
  Object.assign(process.env, Environment.Variables)
  const [file, exported = ''] = Handler.split('.')
  return (await import(pathToFileURL(join(assembly.assetFolder(Code.S3Key), `${file}.mjs`)).href))[exported]
}

/** What failed is not measured. */
async function called(handler: Handler, body: string): Promise<void> {
  const record = { body, attributes: { ApproximateReceiveCount: '1' }, messageId: 'bare', eventSource: 'aws:sqs' }
  const context = { awsRequestId: 'bare', functionName: 'bare', getRemainingTimeInMillis: () => 60_000 } as Context
  const { batchItemFailures } = await handler({ Records: [record] } as unknown as SQSEvent, context)
  if (batchItemFailures.length > 0) throw new Error('A message failed: see the log above.')
}
