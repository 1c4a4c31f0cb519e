import { PARSER_VERSION } from '../../../shared/report/parser-version.ts'
import { isSettled, type Status } from '../../../shared/store/document-row.ts'
import { regionAsked } from '../asked.ts'
import { type Deployment, findDeployment } from '../deployment.ts'
import { UserError } from '../errors.ts'
import { interrupted } from '../interrupted.ts'
import { createProgress } from '../progress.ts'
import { readAnew } from './read-anew.ts'
import { readHere } from './read-here.ts'
import { type Selected, select } from './select.ts'
import { type Outcome, summarize, summaryTable } from './summary.ts'

/** Exit code after Ctrl-C, as in shells. */
const INTERRUPTED = 130

export interface ReprocessOptions {
  readonly beforeVersion?: number
  readonly region?: string
  readonly year?: number
  readonly status?: Status
  readonly dryRun?: boolean
  readonly stack?: string
  readonly json?: boolean
}

export interface Reprocessed {
  readonly outcomes: readonly Outcome[]
  readonly failed: ReadonlyMap<string, string>
  readonly left: number
}

interface Watch {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, of: number) => void
}

/**
 * Has documents read anew by the parser of a deployment, and says what that changed. Stopped and started again it goes on: documents
 * that are done are not read again, and count in the summary all the same.
 */
export async function reprocess(ids: readonly string[], options: ReprocessOptions): Promise<void> {
  const { dryRun = false, json = false } = options
  const deployment = await findDeployment(options)
  // A dry run says what the parser of this command would change, be it deployed or not.
  const target = dryRun ? PARSER_VERSION : deployment.parserVersion
  const { beforeVersion = target } = options
  if (beforeVersion > target)
    throw new UserError(`The parser has version ${target}; deploy a newer one to read what version ${target} has read.`)
  const selection = {
    ids,
    beforeVersion,
    region: options.region === undefined ? '' : regionAsked(options.region),
    year: options.year ?? null,
  }
  const selected = await select(deployment.versions.all(), { ...selection, status: options.status ?? null }, target)

  const stopping = new AbortController()
  void interrupted().then(() => stopping.abort())
  const progress = createProgress()
  const onProgress = (done: number, of: number) => progress.show(`Read ${done} of ${of} documents anew …`)
  const work = dryRun ? tryOut : carryOut
  const { outcomes, failed, left } = await work(selected, deployment, { signal: stopping.signal, onProgress })
  progress.clear()

  const summary = summarize(outcomes)
  const counts = { parserVersion: target, ...summary, failed: failed.size, left }
  const lines = json ? [JSON.stringify(counts)] : summaryTable(summary, process.stdout.columns)
  for (const line of lines) console.log(line)
  for (const [documentId, why] of failed) console.error(`fazhi: ${documentId} could not be read anew: ${why}`)
  if (left > 0) console.error(`fazhi: ${left} documents are not done; start the same command again to go on.`)
  if (stopping.signal.aborted) process.exitCode = INTERRUPTED
  else if (failed.size > 0 || left > 0) process.exitCode = 1
}

/** Reads what is to do through the deployment's queue. */
export async function carryOut(
  { todo, done, target }: Selected,
  { versions, runs, reprocessQueue }: Pick<Deployment, 'versions' | 'runs' | 'reprocessQueue'>,
  { signal, onProgress }: Watch,
): Promise<Reprocessed> {
  const { failed, left } = await readAnew(todo, {
    versions,
    runs,
    reprocessQueue,
    target,
    signal,
    onProgress: (count) => onProgress(count, todo.length),
  })
  const now = await versions.of(todo.map(({ documentId }) => documentId))
  return { outcomes: [...done, ...now.filter((row) => isSettled(row, target))], failed, left }
}

/** Reads what is to do here, and changes nothing. */
export async function tryOut(
  { todo, done }: Selected,
  deployment: Pick<Deployment, 'bucket' | 'sightings' | 'indicators'>,
  { signal, onProgress }: Watch,
): Promise<Reprocessed> {
  const { bucket, sightings, indicators } = deployment
  const watched = { signal, onProgress: (count: number) => onProgress(count, todo.length) }
  const { outcomes, failed, left } = await readHere(todo, { bucket, sightings, indicators, ...watched })
  return { outcomes: [...done, ...outcomes], failed, left }
}
