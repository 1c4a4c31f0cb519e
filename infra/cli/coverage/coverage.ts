import { regionAsked } from '../asked.ts'
import { engineDeployment, findDeployment } from '../deployment.ts'
import { UsageError, UserError } from '../errors.ts'
import { openEngine } from '../open-engine.ts'
import { createProgress } from '../progress.ts'
import { portalLines } from './lines.ts'
import { type ShownRow, STATES, select } from './selection.ts'
import { coverageTables, publisherName, publisherRows } from './tables.ts'

export interface CoverageOptions {
  readonly stack?: string
  readonly data?: string
  readonly region?: string
  readonly year?: number
  readonly portal?: string
  readonly state?: readonly string[]
  /** True without a day. */
  readonly since?: string | true
  readonly json?: boolean
}

/** Prints the ledger of the crawl: who has published, and the state of the portals' lists and pages. */
export async function coverage({ data, json = false, ...options }: CoverageOptions): Promise<void> {
  const { region, year, portal, state: states, since } = options
  const prefix = region === undefined ? undefined : regionAsked(region)
  const unknown = states?.find((state) => !STATES.includes(state))
  if (unknown !== undefined) throw new UsageError(`There is no state ${unknown}. The states are ${STATES.join(', ')}.`)
  await using cleanup = new AsyncDisposableStack()
  const progress = createProgress()
  cleanup.defer(progress.clear)
  const opened = data === undefined ? null : await openEngine(data, {}, progress, cleanup)
  const deployment =
    opened === null
      ? await findDeployment(options)
      : engineDeployment(opened.engine.endpoint, opened.engine.resources.outputs)
  const all = await deployment.coverage.all()
  if (portal !== undefined && !all.some((row) => row.kind !== 'publisher' && row.portalId === portal))
    throw new UserError(`The ledger has no portal ${portal}. Without --portal it shows all.`)
  const rows = select(all, { region: prefix, year, portal, states, since: since === true ? 'walk before' : since })
  progress.clear()
  const lines = json ? jsonLines(rows) : coverageTables(rows, process.stdout.columns)
  for (const line of lines) console.log(line)
}

function jsonLines(rows: readonly ShownRow[]): string[] {
  const publishers = publisherRows(rows).map((row) => ({ ...row, name: publisherName(row.publisherId) }))
  const walks = rows.filter((row) => row.kind === 'walk')
  return [...publishers, ...walks, ...portalLines(rows)].map((line) => JSON.stringify(line))
}
