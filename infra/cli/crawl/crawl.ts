import { setTimeout as sleep } from 'node:timers/promises'
import { type CoverageRow, isWholeList, type ListRow } from '../../../shared/crawl/ledger/rows.ts'
import type { Portal } from '../../../shared/crawl/portal.ts'
import { portalLines } from '../coverage/lines.ts'
import { select } from '../coverage/selection.ts'
import { portalTable, totalsTable } from '../coverage/tables.ts'
import { type Deployment, engineDeployment } from '../deployment.ts'
import { removeEngineFile, writeEngineFile } from '../engine-file.ts'
import { UserError } from '../errors.ts'
import { interrupted } from '../interrupted.ts'
import { openEngine } from '../open-engine.ts'
import { portalsIn } from '../portals/portals-file.ts'
import { createProgress } from '../progress.ts'
import { hostTable } from './host-progress.ts'
import { showHosts } from './show-hosts.ts'
import { CRAWL_PORTAL, eventOf, SIDE_BY_SIDE, walkAll } from './walks.ts'
import { watchHosts } from './watch-hosts.ts'

/** As in a deployment: portals of one rate start within this time after each other, not all at once. */
const WINDOW_MINUTES = 30
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
  const { engine, logs } = await openEngine(data, { environment, sideBySide: SIDE_BY_SIDE }, progress, cleanup)
  const deployment = engineDeployment(engine.endpoint, engine.resources.outputs)
  // Functions that had a turn at a host before this start no longer run.
  await deployment.hosts.endTurnsTakenBefore(startedAt)

  const since = new Date(startedAt).toISOString()
  const walking = new Set(portals.map(({ id }) => id))
  const hostsOf = watchHosts(portals, deployment.coverage, walking, since)
  const shown = showHosts(hostsOf, engine, progress)
  cleanup.defer(shown.end)
  const failures = await walkAll(portals, file.contact, engine, walking)
  while (!(await engine.isIdle())) await sleep(LOOK_EVERY_MS)
  await shown.end()

  const rows = (await Promise.all(portals.map(({ id }) => deployment.coverage.rowsOf(id)))).flat()
  const width = process.stdout.columns
  const lines = json
    ? portalLines(rows).map((line) => JSON.stringify(line))
    : [
        ...totalsTable(select(rows, {}), width),
        '',
        ...hostTable(await hostsOf(), width),
        '',
        ...portalTable(rows, width),
      ]
  for (const line of lines) console.log(line)
  for (const { portal, error } of failures) console.error(`fazhi: the walk of ${portal.id} failed: ${error.message}`)
  const { listed, notWhole } = listsOf(portals, rows)
  if (notWhole.length > 0)
    console.error(`fazhi: ${notWhole.length} of ${listed.length} lists were not read to their end.`)
  if (failures.length + notWhole.length > 0 || (await anyFailed(rows, deployment))) process.exitCode = 1
  if (once) return

  const target = engine.functions.get(CRAWL_PORTAL)!.arn
  engine.schedule(
    portals.map((portal) => ({
      name: portal.id,
      arn: `local:${portal.id}`,
      ScheduleExpression: portal.schedule,
      State: 'ENABLED' as const,
      FlexibleTimeWindow: { MaximumWindowInMinutes: WINDOW_MINUTES },
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

function chosen(portals: readonly Portal[], id: string | undefined): Portal[] {
  const named = id === undefined ? portals.filter(({ paused }) => !paused) : portals.filter((one) => one.id === id)
  if (named.length === 0)
    throw new UserError(id === undefined ? 'Every portal in the file is paused.' : `The file has no portal ${id}.`)
  return named
}

/** The lists that the portals' entries name today, and those of them that their last walk did not read to their end. */
function listsOf(portals: readonly Portal[], rows: readonly CoverageRow[]): Record<'listed' | 'notWhole', ListRow[]> {
  const named = new Set(portals.flatMap(({ id, lists }) => lists.map(({ url }) => `${id} ${url}`)))
  const listed = rows
    .filter((row) => row.kind === 'list')
    .filter(({ portalId, url }) => named.has(`${portalId} ${url}`))
  return { listed, notWhole: listed.filter(({ listState }) => !isWholeList(listState)) }
}

async function anyFailed(rows: readonly CoverageRow[], { results }: Deployment): Promise<boolean> {
  const ids = rows.flatMap((row) => (row.kind === 'page' && row.documentId !== null ? [row.documentId] : []))
  const documents = await Promise.all(ids.map((id) => results.document(id)))
  return documents.some((document) => document?.status === 'FAILED')
}
