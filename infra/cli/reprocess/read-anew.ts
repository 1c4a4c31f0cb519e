import { setTimeout as sleep } from 'node:timers/promises'
import { isSettled } from '../../../shared/store/document-row.ts'
import type { DocumentVersion, DocumentVersions } from '../../../shared/store/document-versions.ts'
import { inParallel } from '../../../shared/store/in-parallel.ts'
import type { MessageQueue } from '../../../shared/store/message-queue.ts'
import type { ReprocessRequest } from '../../../shared/store/reprocess-request.ts'
import type { RunRow } from '../../../shared/store/run-row.ts'
import type { RunStore } from '../../../shared/store/run-store.ts'

/** So much is lost on the way if the command is stopped, and it is nothing: a request for what is done changes nothing. */
const MAX_UNDER_WAY = 200
const PARALLEL_REQUESTS = 10
const LOOK_EVERY_MS = 500
/** Looking for failures takes a query a document. */
const LOOK_FOR_FAILURES_EVERY = 10
/** Five attempts at a message whose function is terminated take half an hour. */
const STILL_FOR_MS = 40 * 60 * 1000

export interface ReadAnewDeps {
  readonly versions: DocumentVersions
  readonly runs: RunStore
  readonly reprocessQueue: Pick<MessageQueue<ReprocessRequest>, 'send'>
  /** Version of the parser that reads them. */
  readonly target: number
  /** Ends the waiting. What was asked for goes on. */
  readonly signal: AbortSignal
  /** Called with the number of documents that are done. */
  readonly onProgress: (done: number) => void
}

export interface ReadAnew {
  /** Why documents could not be read, by ID. */
  readonly failed: ReadonlyMap<string, string>
  /** Documents that were not done when the command was stopped, or that stood still. */
  readonly left: number
}

/** Has documents read anew, a few hundred at a time, and waits until each shows the result or has failed. */
export async function readAnew(todo: readonly DocumentVersion[], deps: ReadAnewDeps): Promise<ReadAnew> {
  const { versions, runs, target, signal, onProgress } = deps
  const waiting = todo.map(({ documentId }) => documentId)
  const underWay = new Map<string, string | null>()
  const failed = new Map<string, string>()
  let changedAt = Date.now()
  for (let look = 1; waiting.length + underWay.size > 0; look += 1) {
    if (signal.aborted || Date.now() - changedAt > STILL_FOR_MS) break
    const next = waiting.splice(0, MAX_UNDER_WAY - underWay.size)
    await inParallel(PARALLEL_REQUESTS, next, async (documentId) => {
      underWay.set(documentId, failureOf(await newestRun(documentId, runs)))
      await deps.reprocessQueue.send({ reprocess: documentId })
    })
    await sleep(LOOK_EVERY_MS, null, { signal }).catch(() => {})
    const before = underWay.size
    const now = new Map((await versions.of(underWay.keys())).map((row) => [row.documentId, row]))
    for (const documentId of [...underWay.keys()]) {
      const row = now.get(documentId)
      // Taken away meanwhile, or done.
      if (row === undefined || isSettled(row, target)) underWay.delete(documentId)
    }
    if (look % LOOK_FOR_FAILURES_EVERY === 0)
      await inParallel(PARALLEL_REQUESTS, [...underWay], async ([documentId, earlier]) => {
        const run = await newestRun(documentId, runs)
        if (run === null || failureOf(run) === earlier || failureOf(run) === null) return
        failed.set(documentId, `${run.error}: ${run.detail}`)
        underWay.delete(documentId)
      })
    if (underWay.size < before) changedAt = Date.now()
    onProgress(todo.length - waiting.length - underWay.size)
  }
  return { failed, left: waiting.length + underWay.size }
}

type UnendedRun = Exclude<RunRow, { readonly state: 'ended' }>

async function newestRun(documentId: string, runs: RunStore): Promise<UnendedRun | null> {
  const [newest] = await runs.ofDocument(documentId)
  return newest === undefined || newest.state === 'ended' ? null : newest
}

/** Tells a failure from an earlier one of the same run. */
function failureOf(run: UnendedRun | null): string | null {
  return run?.error === undefined ? null : `${run.requestId} ${run.error}`
}
