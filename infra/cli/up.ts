import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from '../local/engine.ts'
import { engineDeployment } from './deployment.ts'
import { removeEngineFile, writeEngineFile } from './engine-file.ts'
import { listFiles } from './files.ts'
import { interrupted } from './interrupted.ts'
import { openEngine } from './open-engine.ts'
import { createProgress, type Progress } from './progress.ts'
import { type FileResult, readResults, resultTable } from './results.ts'
import { uploadFiles } from './upload.ts'

/** Between two looks at what is still in flight. */
const LOOK_EVERY_MS = 100

/** Exit code of what Ctrl-C ended before it was done, as shells have it. */
const INTERRUPTED = 130

export interface UpOptions {
  readonly once?: boolean
  readonly data?: string
  readonly port?: number
  readonly json?: boolean
}

/** Starts the pipeline, brings the files through it, says what became of each, and stays unless told to leave. */
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
  const engineFile = await writeEngineFile({
    pid: process.pid,
    endpoint: engine.endpoint,
    outputs: engine.resources.outputs,
  })
  cleanup.defer(() => removeEngineFile(process.pid))
  console.error(`
The engine listens on ${engine.endpoint} until Ctrl-C; ${engineFile} tells the other commands so. In this folder:
  npx fazhi upload PATH…     brings more files through it
  npx fazhi status           what became of every document
  npx fazhi indicators ID    a document's figures, each with its sentence
What the functions print: ${logs}`)
  await stop
}

/** FAILED may be tried again; what is in none of these states was never finished, which is no better. */
const ENDED_WELL: ReadonlySet<string> = new Set(['COMPLETE', 'REJECTED'])

async function ingest(files: readonly string[], engine: Engine, progress: Progress): Promise<FileResult[]> {
  const deployment = engineDeployment(engine.endpoint, engine.resources.outputs)
  let sent = 0
  const uploaded = await uploadFiles(files, deployment, () =>
    progress.show(`Uploaded ${++sent} of ${files.length} files`),
  )
  while (!(await engine.isIdle())) {
    progress.show(`${files.length} files uploaded, ${await engine.countWaiting()} messages in flight …`)
    await sleep(LOOK_EVERY_MS)
  }
  return readResults(uploaded, deployment)
}
