import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CoverageRow } from '../../shared/crawl/ledger/rows.ts'
import {
  type Portal,
  type PortalEvent,
  type PortalsFile,
  PortalsFileError,
  readPortals,
} from '../../shared/crawl/portals.ts'
import type { Engine } from '../local/engine.ts'
import { coverageTable, portalLines } from './coverage.ts'
import { type Deployment, engineDeployment } from './deployment.ts'
import { removeEngineFile, writeEngineFile } from './engine-file.ts'
import { UserError } from './errors.ts'
import { interrupted } from './interrupted.ts'
import { openEngine } from './open-engine.ts'
import { createProgress, type Progress } from './progress.ts'

/** Name of the function that walks a portal, in the engine. */
const CRAWL_PORTAL = 'crawl-portal'
/** Portals walked at the same time. Each has its own worker, which mostly waits. */
const WALKS_AT_ONCE = 4
/** Interval between checks whether work is still in progress. */
const LOOK_EVERY_MS = 100

export interface CrawlOptions {
  readonly portals: string
  readonly once?: boolean
  readonly portal?: string
  readonly data?: string
  readonly json?: boolean
  readonly allowLoopback?: boolean
}

/** Starts the engine, walks the portals of a file and prints the ledger. Without `once` it then walks them on their schedules. */
export async function crawl(options: CrawlOptions): Promise<void> {
  const { once = false, data, json = false, allowLoopback = false } = options
  const file = await portalsIn(options.portals)
  const portals = chosen(file.portals, options.portal)
  const progress = createProgress()
  await using cleanup = new AsyncDisposableStack()
  cleanup.defer(progress.clear)
  const environment = allowLoopback ? { FAZHI_ALLOW_LOOPBACK: 'yes' } : {}
  const startedAt = Date.now()
  const { engine, logs } = await openEngine(data, { environment }, progress, cleanup)
  const deployment = engineDeployment(engine.endpoint, engine.resources.outputs)
  // Functions that had a turn at a host before this start no longer run.
  await deployment.hosts.endTurnsTakenBefore(startedAt)

  const failures = await walkAll(portals, file.contact, engine, progress)
  await untilIdle(engine, progress)
  const rows = (await Promise.all(portals.map(({ id }) => deployment.coverage.rowsOf(id)))).flat()
  progress.clear()
  const lines = json
    ? portalLines(rows).map((line) => JSON.stringify(line))
    : coverageTable(rows, process.stdout.columns)
  for (const line of lines) console.log(line)
  for (const { portal, error } of failures) console.error(`fazhi: the walk of ${portal.id} failed: ${error.message}`)
  if (failures.length > 0 || (await anyFailed(rows, deployment))) process.exitCode = 1
  if (once) return

  const target = engine.functions.get(CRAWL_PORTAL)!.arn
  engine.schedule(
    portals.map((portal) => ({
      name: portal.id,
      arn: `local:${portal.id}`,
      ScheduleExpression: portal.schedule,
      State: 'ENABLED' as const,
      Target: { Arn: target, Input: JSON.stringify(eventOf(portal, file.contact)) },
    })),
  )
  const { endpoint, resources } = engine
  const engineFile = await writeEngineFile({ pid: process.pid, endpoint, outputs: resources.outputs })
  cleanup.defer(() => removeEngineFile(process.pid))
  console.error(`
The engine walks the portals on their schedules until you press Ctrl-C. Other commands find it by ${engineFile}. In this folder:
  npx fazhi coverage         shows the ledger
Logs of the functions: ${logs}`)
  await interrupted()
}

async function portalsIn(path: string): Promise<PortalsFile> {
  try {
    return readPortals(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof PortalsFileError) throw new UserError(`${path} is not a valid portals file:\n${error.message}`)
    throw new UserError(`${path} cannot be read: ${(error as Error).message}`)
  }
}

function chosen(portals: readonly Portal[], id: string | undefined): Portal[] {
  const named = id === undefined ? portals.filter(({ paused }) => !paused) : portals.filter((one) => one.id === id)
  if (named.length === 0)
    throw new UserError(id === undefined ? 'Every portal in the file is paused.' : `The file has no portal ${id}.`)
  return named
}

function eventOf(portal: Portal, contact: string): PortalEvent {
  return { contact, portal }
}

interface FailedWalk {
  readonly portal: Portal
  readonly error: Error
}

async function walkAll(portals: readonly Portal[], contact: string, engine: Engine, progress: Progress) {
  const failures: FailedWalk[] = []
  const waiting = [...portals]
  let walked = 0
  const walk = async () => {
    for (let portal = waiting.shift(); portal !== undefined; portal = waiting.shift()) {
      const showing = setInterval(() => show(engine, progress, `${walked} of ${portals.length} portals walked`), 1000)
      try {
        await engine.functions.get(CRAWL_PORTAL)!.invoke(eventOf(portal, contact))
      } catch (error) {
        failures.push({ portal, error: error as Error })
      } finally {
        clearInterval(showing)
        walked++
      }
      await show(engine, progress, `${walked} of ${portals.length} portals walked`)
    }
  }
  await Promise.all(Array.from({ length: WALKS_AT_ONCE }, walk))
  return failures
}

async function untilIdle(engine: Engine, progress: Progress): Promise<void> {
  while (!(await engine.isIdle())) {
    await show(engine, progress, 'All portals walked')
    await sleep(LOOK_EVERY_MS)
  }
}

async function show(engine: Engine, progress: Progress, what: string): Promise<void> {
  progress.show(`${what}, ${await engine.countWaiting()} pages and documents in progress …`)
}

async function anyFailed(rows: readonly CoverageRow[], { results }: Deployment): Promise<boolean> {
  const ids = rows.flatMap((row) => (row.kind === 'page' && row.documentId !== null ? [row.documentId] : []))
  const documents = await Promise.all(ids.map((id) => results.document(id)))
  return documents.some((document) => document?.status === 'FAILED')
}
