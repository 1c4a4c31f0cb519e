import { setTimeout as sleep } from 'node:timers/promises'
import { sendWalk } from '../../../shared/crawl/dispatch/dispatch-walks.ts'
import { type CoverageRow, isWholeList, type ListRow } from '../../../shared/crawl/ledger/rows.ts'
import type { Portal } from '../../../shared/crawl/portal.ts'
import { inParallel } from '../../../shared/store/in-parallel.ts'
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
import { watchHosts } from './watch-hosts.ts'

/** Hosts that are walked and visited at the same time. They mostly wait, so that a slow one holds nobody else up. */
const HOSTS_AT_ONCE = 500
/** The functions that wait for hosts, for the engine. */
const SIDE_BY_SIDE = { 'crawl-portal': HOSTS_AT_ONCE, 'fetch-page': HOSTS_AT_ONCE }
const SENT_AT_ONCE = 20
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

/**
 * Starts the engine, walks the portals of a file and prints the ledger. Without `once` other commands find the engine from its start,
 * and it then walks the portals on their schedules.
 */
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
  const { endpoint, resources } = engine
  const deployment = engineDeployment(endpoint, resources.outputs)
  const found = once ? null : await writeEngineFile({ pid: process.pid, endpoint, outputs: resources.outputs })
  if (found !== null) cleanup.defer(() => removeEngineFile(process.pid))
  // Functions that had a turn at a host before this start no longer run.
  await deployment.hosts.endTurnsTakenBefore(startedAt)

  const since = new Date(startedAt).toISOString()
  const hostsOf = watchHosts(portals, deployment.coverage, since)
  const shown = showHosts(hostsOf, engine, progress)
  cleanup.defer(shown.end)
  // A walk that was left in the queue by an earlier start, and begins now, is as good as one of this start.
  const send = (portal: Portal) => sendWalk({ contact: file.contact, portal, dueAt: since }, deployment)
  await inParallel(SENT_AT_ONCE, portals, send)
  while (!engine.isIdle()) await sleep(LOOK_EVERY_MS)
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
  const failed = portals.filter(({ id }) => !rows.some((row) => isWalkSince(row, id, since)))
  for (const { id } of failed)
    console.error(`fazhi: every attempt to walk ${id} failed: the log of crawl-portal in ${logs} says why.`)
  const { listed, notWhole } = listsOf(portals, rows)
  if (notWhole.length > 0)
    console.error(`fazhi: ${notWhole.length} of ${listed.length} lists were not read to their end.`)
  if (failed.length + notWhole.length > 0 || (await anyFailed(rows, deployment))) process.exitCode = 1
  if (found === null) return

  // From here on the dispatcher walks them, as in a deployment.
  const walked = portals.map((portal) => ({ ...portal, paused: false }))
  await deployment.portals.deploy(JSON.stringify({ contact: file.contact, portals: walked }))
  console.error(`
The engine walks the portals on their schedules until you press Ctrl-C. Other commands find it by ${found}. In this folder:
  npx fazhi coverage         shows the ledger
Logs of the functions: ${logs}`)
  await interrupted()
}

function isWalkSince(row: CoverageRow, portalId: string, since: string): boolean {
  return row.kind === 'walk' && row.portalId === portalId && row.startedAt >= since
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
