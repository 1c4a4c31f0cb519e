import { setTimeout as sleep } from 'node:timers/promises'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import type { Deployment } from '../../infra/cli/deployment.ts'
import { inParallel } from '../../shared/store/in-parallel.ts'
import type { Report } from './reports.ts'

/** As `fazhi upload` does. */
const PARALLEL_UPLOADS = 4
const PARALLEL_READS = 25
const LOOK_EVERY_MS = 500

/**
 * Uploads reports. With a rate, no upload waits for another.
 * @param rate uploads a second; null for as many as the engine takes
 * @returns when each document was sent, by its ID
 */
export async function sendReports(
  reports: readonly Report[],
  rate: number | null,
  { s3, bucketName }: Deployment,
): Promise<Map<string, number>> {
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
export async function settled({ queues }: Deployment): Promise<void> {
  const isEmpty = async () => {
    for (const { queue } of queues) {
      const { waiting, inFlight } = await queue.counts()
      if (waiting + inFlight > 0) return false
    }
    return true
  }
  while (!(await isEmpty())) await sleep(LOOK_EVERY_MS)
}

/** The documents that are COMPLETE. */
export async function completeOf(documentIds: Iterable<string>, { documents }: Deployment) {
  const rows: Awaited<ReturnType<typeof documents.get>>[] = []
  await inParallel(PARALLEL_READS, [...documentIds], async (id) => void rows.push(await documents.get(id)))
  return rows.filter((row) => row?.status === 'COMPLETE')
}

/** How long each document took from its upload to COMPLETE, in milliseconds, ascending. */
export function waitsOf(complete: Awaited<ReturnType<typeof completeOf>>, sentAt: ReadonlyMap<string, number>) {
  return complete
    .map(({ documentId, updatedAt }) => Date.parse(updatedAt) - sentAt.get(documentId)!)
    .sort((a, b) => a - b)
}

/** @param share 0.95 for what 95 of 100 do not exceed */
export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.ceil(share * ascending.length) - 1] ?? Number.NaN
}
