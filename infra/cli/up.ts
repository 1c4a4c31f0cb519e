import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from '../local/engine.ts'
import { engineDeployment } from './deployment.ts'
import { removeEngineFile, writeEngineFile } from './engine-file.ts'
import { listFiles } from './files.ts'
import { interrupted } from './interrupted.ts'
import { openEngine } from './open-engine.ts'
import { createProgress, type Progress } from './progress.ts'
import { type FileResult, readResults, resultTable, withArchived } from './results.ts'
import { serveApi } from './serve-api.ts'
import { reportFailed, uploadFiles } from './upload.ts'

/** Interval between checks whether work is still in progress. */
const LOOK_EVERY_MS = 100

/** Exit code after Ctrl-C, as in shells. */
const INTERRUPTED = 130

export interface UpOptions {
  readonly once?: boolean
  readonly data?: string
  readonly port?: number
  readonly json?: boolean
}

/** Starts the pipeline, processes the files and prints the results. Without `once` the engine then keeps running. */
export async function up(
  paths: readonly string[],
  { once = false, data, port, json = false }: UpOptions,
): Promise<void> {
  const files = await listFiles(paths)
  const stop = interrupted()
  const progress = createProgress()
  await using cleanup = new AsyncDisposableStack()
  cleanup.defer(progress.clear)

  const { engine, logs } = await openEngine(data, port === undefined ? {} : { port }, progress, cleanup)
  if (!once) await beFound(engine, logs, cleanup)
  const results = await Promise.race([ingest(files, engine, progress), stop])
  progress.clear()
  if (!results) {
    process.exitCode = INTERRUPTED
    return
  }
  if (json) for (const result of results) console.log(JSON.stringify(result))
  else if (results.length > 0) console.log(resultTable(results, process.stdout.columns).join('\n'))

  if (once) {
    if (results.some(({ status }) => !ENDED_WELL.has(status))) process.exitCode = 1
    return
  }
  console.error(`
The engine listens on ${engine.endpoint} until you press Ctrl-C. In this folder:
  npx fazhi upload PATH…     processes more files
  npx fazhi status           shows the status of every document
  npx fazhi indicators ID    shows a document's figures, each with its sentence
Logs of the functions: ${logs}`)
  await stop
}

/** Serves the page and the API, and lets other commands find the engine, while it still processes the first files. */
async function beFound(engine: Engine, logs: string, cleanup: AsyncDisposableStack): Promise<void> {
  const engineFile = await writeEngineFile({
    pid: process.pid,
    endpoint: engine.endpoint,
    outputs: engine.resources.outputs,
  })
  cleanup.defer(() => removeEngineFile(process.pid))
  const { api, page } = serveApi(engine, logs)
  console.error(`Open ${page} in a browser to look at what is processed.
The read API answers at ${api}/, for example ${api}/catalogue?q=litigation (docs/api.md).
Other commands find the engine by ${engineFile}.
`)
}

/** A FAILED document may be tried again. A document in any other state was not finished. */
const ENDED_WELL: ReadonlySet<string> = new Set(['COMPLETE', 'REJECTED'])

async function ingest(files: readonly string[], engine: Engine, progress: Progress): Promise<FileResult[]> {
  const deployment = engineDeployment(engine.endpoint, engine.resources.outputs)
  let sent = 0
  const uploaded = await uploadFiles(files, deployment, {
    uploadedOne: () => progress.show(`Uploaded ${++sent} of ${files.length} files`),
    failedOne: reportFailed,
  })
  while (!engine.isIdle()) {
    progress.show(`${files.length} files uploaded, ${engine.countWaiting()} messages in progress …`)
    await sleep(LOOK_EVERY_MS)
  }
  return withArchived(await readResults(uploaded, deployment), deployment)
}
