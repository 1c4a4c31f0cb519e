import { isResult } from '../../shared/store/document-row.ts'
import { failRun } from '../../shared/store/fail-run.ts'
import { type FinishDeps, finishRun } from '../../shared/store/finish-run.ts'
import { inParallel } from '../../shared/store/in-parallel.ts'
import type { ReprocessRequest } from '../../shared/store/reprocess-request.ts'
import type { RunRow } from '../../shared/store/run-row.ts'
import type { Cutoffs } from './cutoffs.ts'
import { despiteFaults, type OnFault } from './faults.ts'
import { MAX_REQUEUES, type StalledCounts } from './requeue-stalled.ts'

const PARALLEL_RUNS = 10

export interface TidyDeps extends FinishDeps {
  readonly reprocess: (request: ReprocessRequest) => Promise<void>
  readonly hasTime: () => boolean
  readonly onFault: OnFault
  readonly requestId: string
}

/**
 * Looks at the runs whose rows have not changed since `still`. What an ended one may have left is removed, with what came late.
 * One that stalled before the cutoffs while its document goes on showing an older result is sent again; after some times it is left
 * as failed.
 */
export async function tidyRuns(still: Date, cutoffs: Cutoffs, deps: TidyDeps): Promise<StalledCounts> {
  const counts = { requeued: 0, failed: 0 }
  for await (const page of deps.runs.all()) {
    if (!deps.hasTime()) break
    const unchanged = page.filter((run) => isBefore(run, still))
    await inParallel(PARALLEL_RUNS, unchanged, async (run) => {
      const about = { documentId: run.documentId, run: run.run }
      const done = await despiteFaults(() => tidy(run, cutoffs, deps), about, deps.onFault)
      if (done !== null) counts[done] += 1
    })
  }
  return counts
}

async function tidy(run: RunRow, { send, giveUp }: Cutoffs, deps: TidyDeps): Promise<keyof StalledCounts | null> {
  const { runs, indicators, requestId } = deps
  const { documentId } = run
  const row = await finishRun(documentId, deps)
  if (row === null) await indicators.removeBefore(documentId, run.run + 1)
  if (row === null || run.state === 'ended') {
    await runs.remove(run)
    return null
  }
  // Of a document without a result `requeueStalled` takes care, and a failed run waits for an operator.
  const isRerun = isResult(row) && run.run > row.run
  if (!isRerun || run.error !== undefined || !isBefore(run, send)) return null
  const { requeues = 0 } = run
  if (requeues < MAX_REQUEUES) {
    if (!(await runs.noteRequeue(run))) return null
    await deps.reprocess({ reprocess: documentId })
    return 'requeued'
  }
  if (!isBefore(run, giveUp)) return null
  const detail = `Run ${run.run} stood still and was sent again ${requeues} times.`
  await failRun({ documentId, run: run.run, error: 'StalledError', detail, requestId }, deps)
  return 'failed'
}

function isBefore({ updatedAt }: RunRow, time: Date): boolean {
  return updatedAt < time.toISOString()
}
