import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { CreateQueueCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { dispatchWalks } from '../../shared/crawl/dispatch/dispatch-walks.ts'
import { portalsInForce } from '../../shared/crawl/dispatch/portals-in-force.ts'
import { DispatchStore } from '../../shared/store/dispatch-store.ts'
import { PortalsBucket } from '../../shared/store/portals-bucket.ts'
import { WalkQueue } from '../../shared/store/walk-queue.ts'
import { manyPortals } from '../crawl/many-portals.ts'
import { type Engines, startEngines } from '../engines/engines.ts'

/**
 * Prints what a tick of the dispatcher takes with many portals, on engines of this machine: the first one, which sends a walk of
 * each, and one at which none is due.
 * node tests/bench/dispatch.ts [PORTALS]
 */

const [, , count = '3000'] = process.argv
const MINUTE = 60_000
const START = Date.parse('2026-11-26T00:00:00Z')

const text = manyPortals(Number(count), (n) => ({ schedule: n % 10 === 0 ? 'cron(0 8 * * ? *)' : 'rate(1 day)' }))

const engines = await startEngines()
try {
  const deps = await prepare(engines)
  await deps.files.deploy(text)
  console.log(`${count} portals, a file of ${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB`)
  await tick('the first tick', START, deps)
  await tick('a tick later', START + 5 * MINUTE, deps)
} finally {
  await engines.stop()
}

async function prepare({ s3, sqs, tables, createTables }: Engines) {
  await s3.send(new CreateBucketCommand({ Bucket: 'reports' }))
  const { coverage } = await createTables()
  return {
    files: new PortalsBucket(s3, 'reports'),
    dispatches: new DispatchStore(tables, coverage),
    walks: new WalkQueue(sqs, await makeQueue(sqs)),
  }
}

async function makeQueue(sqs: SQSClient): Promise<string> {
  const fifo = new CreateQueueCommand({ QueueName: 'walks.fifo', Attributes: { FifoQueue: 'true' } })
  return (await sqs.send(fifo)).QueueUrl!
}

async function tick(what: string, now: number, deps: Awaited<ReturnType<typeof prepare>>): Promise<void> {
  const began = performance.now()
  const { file } = await portalsInForce(deps.files)
  const read = performance.now()
  const { due, sent } = await dispatchWalks(file!, now, deps)
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(2)} s`
  const megabytes = Math.round(process.memoryUsage().heapUsed / 1e6)
  console.log(
    `${what}: file read in ${seconds(began, read)}; ${sent} of ${due} due sent in ${seconds(read, performance.now())}; heap ${megabytes} MB with the engines`,
  )
}
