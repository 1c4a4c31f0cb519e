import { setTimeout as sleep } from 'node:timers/promises'
import { engineDeployment } from '../../infra/cli/deployment.ts'
import { startUp } from '../engine-process.ts'
import { mostKilobytes, usageOf } from './process-tree.ts'
import { type Length, reportsOf } from './reports.ts'
import { completeOf, sendReports, settled, waitsOf } from './send-reports.ts'

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
    const sentAt = await sendReports(reportsOf(documents, length, seed), rate, deployment)
    await settled(deployment)
    const after = usageOf(engine.pid)
    ended.abort()
    const complete = await completeOf(sentAt.keys(), deployment)
    await sleep(REST_MS)
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
      waits: waitsOf(complete, sentAt),
    }
  } finally {
    await engine.stop()
  }
}
