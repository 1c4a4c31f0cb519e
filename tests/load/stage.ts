import { setTimeout as sleep } from 'node:timers/promises'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { type Deployment, engineDeployment } from '../../infra/cli/deployment.ts'
import { inParallel } from '../../shared/store/in-parallel.ts'
import { startUp } from '../engine-process.ts'
import { mostKilobytes, usageOf } from './process-tree.ts'
import { type Length, type Report, reportsOf } from './reports.ts'

/** As `fazhi upload` does. */
const PARALLEL_UPLOADS = 4
const PARALLEL_READS = 25
const LOOK_EVERY_MS = 500
/** Functions without work end after ten seconds; then V8 gives back what it no longer needs. */
const REST_MS = 30_000

export interface Stage {
  readonly documents: number
  readonly length: Length
  /** Uploads a second; null for as many as the engine takes. */
  readonly rate: number | null
}

export interface StageResult extends Stage {
  /** Documents that are not COMPLETE at the end. */
  readonly failed: number
  readonly figures: number
  /** From the first upload to the last document that became COMPLETE. */
  readonly seconds: number
  /** Of a processor, for one document. */
  readonly processorMs: number
  readonly mostKilobytes: number
  readonly restingKilobytes: number
  /** From its upload to COMPLETE, of each document, ascending. */
  readonly waits: readonly number[]
}

/** Sends reports through `fazhi up` in a process of its own, whose memory and processor time are looked at from outside. */
export async function runStage({ documents, length, rate }: Stage, seed: number): Promise<StageResult> {
  const engine = await startUp()
  try {
    const deployment = engineDeployment(engine.endpoint, engine.outputs)
    const before = usageOf(engine.pid)
    const ended = new AbortController()
    const most = mostKilobytes(engine.pid, ended.signal)
    const sentAt = await uploadAll(reportsOf(documents, length, seed), rate, deployment)
    await settled(deployment)
    const after = usageOf(engine.pid)
    ended.abort()
    const rows = await rowsOf([...sentAt.keys()], deployment)
    await sleep(REST_MS)
    const complete = rows.filter((row) => row?.status === 'COMPLETE')
    const waits = complete.map(({ documentId, updatedAt }) => Date.parse(updatedAt) - sentAt.get(documentId)!)
    const lastAt = complete.reduce((last, { updatedAt }) => Math.max(last, Date.parse(updatedAt)), 0)
    const firstAt = sentAt.values().next().value ?? 0
    return {
      documents,
      length,
      rate,
      failed: documents - complete.length,
      figures: complete.reduce((sum, row) => sum + row.indicatorCount, 0),
      seconds: (lastAt - firstAt) / 1000,
      processorMs: (after.processorMs - before.processorMs) / documents,
      mostKilobytes: await most,
      restingKilobytes: usageOf(engine.pid).kilobytes,
      waits: waits.sort((a, b) => a - b),
    }
  } finally {
    await engine.stop()
  }
}

/** When each document was sent, by its ID. With a rate, no upload waits for another. */
async function uploadAll(reports: readonly Report[], rate: number | null, { s3, bucketName }: Deployment) {
  const sentAt = new Map<string, number>()
  const send = async ({ key, body, documentId }: Report) => {
    sentAt.set(documentId, Date.now())
    await s3.send(new PutObjectCommand({ Bucket: bucketName, Key: key, Body: body }))
  }
  if (rate === null) await inParallel(PARALLEL_UPLOADS, reports, send)
  else {
    const startedAt = performance.now()
    const sent: Promise<void>[] = []
    for (const report of reports) {
      await sleep(Math.max(0, startedAt + (sent.length * 1000) / rate - performance.now()))
      sent.push(send(report))
    }
    await Promise.all(sent)
  }
  return sentAt
}

/** Waits until no queue has a message. They are counted in the order in which a document passes them. */
async function settled({ queues }: Deployment): Promise<void> {
  const isEmpty = async () => {
    for (const { queue } of queues) {
      const { waiting, inFlight } = await queue.counts()
      if (waiting + inFlight > 0) return false
    }
    return true
  }
  while (!(await isEmpty())) await sleep(LOOK_EVERY_MS)
}

async function rowsOf(documentIds: readonly string[], { documents }: Deployment) {
  const rows: Awaited<ReturnType<typeof documents.get>>[] = []
  await inParallel(PARALLEL_READS, documentIds, async (id) => void rows.push(await documents.get(id)))
  return rows
}
