import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Deployment, engineDeployment } from '../../infra/cli/deployment.ts'
import { sendWalk } from '../../shared/crawl/dispatch/dispatch-walks.ts'
import { readPortals } from '../../shared/crawl/portals.ts'
import { inParallel } from '../../shared/store/in-parallel.ts'
import { type Report, reportsOf } from '../load/reports.ts'
import { completeOf, percentile, sendReports, settled, waitsOf } from '../load/send-reports.ts'
import { portalEntries } from './portal-entries.ts'

/**
 * Prints how long documents that come at a steady rate take from their upload to COMPLETE while many portals are crawled, beside the same
 * engine without a crawl.
 * node tests/bench/uploads-beside-crawl.ts [PORTALS] [UPLOADS A SECOND]
 */

const [, , count = '200', rate = '2'] = process.argv
const ANSWER_MS = 200
const SLOW_ANSWER_MS = 5000
const DELAY_SECONDS = 2
/** The slowest portal takes 33 s. */
const SECONDS = 40
const SEED = 1
const WALKS_SENT_AT_ONCE = 20
const LOOK_EVERY_MS = 200
const FAZHI = join(import.meta.dirname, '../../infra/cli/fazhi.cjs')

const folder = mkdtempSync(join(tmpdir(), 'fazhi-uploads-'))
const sites = fork(join(import.meta.dirname, 'portal-sites.ts'), [count, String(ANSWER_MS), String(SLOW_ANSWER_MS)])
const ended = new AsyncDisposableStack()
ended.defer(() => rmSync(folder, { recursive: true }))
ended.defer(() => void sites.kill())
try {
  const [ports] = (await once(sites, 'message')) as [number[]]
  const portals = portalEntries(ports, DELAY_SECONDS)
  const file = JSON.stringify({ contact: 'https://crawler.example/', portals })
  writeFileSync(join(folder, 'portals.json'), file)
  const deployment = await startCrawl()
  const each = Number(rate) * SECONDS
  const reports = reportsOf(3 * each, 'long', SEED)
  // The compiler makes the functions faster with the first documents.
  await measured(reports.slice(0, each), deployment)
  const without = await measured(reports.slice(each, 2 * each), deployment)
  print('without a crawl', without)
  const { contact, portals: all } = readPortals(file)
  const dueAt = new Date().toISOString()
  const walks = inParallel(WALKS_SENT_AT_ONCE, all, (portal) => sendWalk({ contact, portal, dueAt }, deployment))
  const beside = await measured(reports.slice(2 * each), deployment)
  await walks
  print(`beside a crawl of ${count} portals`, beside)
  const ratios = [0.5, 0.95].map((share) => (percentile(beside, share) / percentile(without, share)).toFixed(2))
  console.log(`p50 ${ratios[0]} times, p95 ${ratios[1]} times as long; load average ${loadavg()[0]!.toFixed(1)}`)
} finally {
  await ended.disposeAsync()
}

/** `fazhi crawl` with one quick portal, which then waits for work. */
async function startCrawl(): Promise<Deployment> {
  const args = [FAZHI, 'crawl', '--portals', 'portals.json', '--portal', 'p1', '--allow-loopback']
  const crawl = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  ended.defer(async () => {
    crawl.kill('SIGTERM')
    if (crawl.exitCode === null) await once(crawl, 'exit')
  })
  for (;;) {
    const engine = await readFile(join(folder, '.data/engine.json'), 'utf8').catch(() => null)
    if (engine !== null) {
      const { endpoint, outputs } = JSON.parse(engine)
      return engineDeployment(endpoint, outputs)
    }
    if (crawl.exitCode !== null) throw new Error(`The crawl ended with exit code ${crawl.exitCode}.`)
    await sleep(LOOK_EVERY_MS)
  }
}

/** Milliseconds from the upload of each document to COMPLETE, ascending, once nothing is in progress any more. */
async function measured(reports: readonly Report[], deployment: Deployment): Promise<number[]> {
  const sentAt = await sendReports(reports, Number(rate), deployment)
  await settled(deployment)
  const complete = await completeOf(sentAt.keys(), deployment)
  if (complete.length < reports.length) throw new Error(`${reports.length - complete.length} documents failed.`)
  return waitsOf(complete, sentAt)
}

function print(what: string, waits: readonly number[]): void {
  const [middle, slow] = [0.5, 0.95].map((share) => (percentile(waits, share) / 1000).toFixed(2))
  console.log(`${what}: ${waits.length} documents, p50 ${middle} s, p95 ${slow} s`)
}
