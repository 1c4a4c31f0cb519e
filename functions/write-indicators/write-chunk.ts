import { changesSince } from '../../shared/store/changes-since.ts'
import { isResult } from '../../shared/store/document-row.ts'
import { ChunkMismatchError } from '../../shared/store/errors.ts'
import { type FinishDeps, finishRun } from '../../shared/store/finish-run.ts'
import type { IndicatorChunk } from '../../shared/store/indicator-chunk.ts'
import { rowsOf } from '../../shared/store/indicator-row.ts'
import type { RunRow } from '../../shared/store/run-row.ts'

/** `stale`: the document already shows the result of this run or a newer one. */
export type ChunkResult =
  | { readonly kind: 'written' | 'stale' }
  | {
      readonly kind: 'completed'
      readonly indicators: number
      /** ISO time of the document's first event; null if it had a result before. */
      readonly waitingSince: string | null
    }

/**
 * Writes the rows of one chunk, and shows the run with its last chunk. Chunks may arrive in any order and more than once. Rows are
 * written before their chunk is marked as written (an only one needs no mark), all of them before the document shows the run, and older rows are removed
 * after that: the next attempt completes what an earlier one did not finish, and readers see the older rows or the newer.
 * @throws {ChunkMismatchError} permanent; every other error is temporary
 */
export async function writeChunk(chunk: IndicatorChunk, deps: FinishDeps): Promise<ChunkResult> {
  const { documents, indicators, runs } = deps
  const { documentId, run, chunks } = chunk
  const row = await runs.get(documentId, run)
  if (row === null || row.state === 'ended') return late(documentId, deps)
  const { result } = matching(chunk, row)
  await indicators.put(rowsOf(chunk))
  if (chunks > 1) {
    const written = await runs.addWrittenChunk(documentId, run, chunk.chunk)
    if (written === null) return late(documentId, deps)
    if (written < chunks) return { kind: 'written' }
  }
  const before = await documents.get(documentId)
  const figures = before !== null && isResult(before) ? await indicators.ofRun(documentId, run) : []
  const changes = await changesSince(before, figures, indicators)
  const isShown = await documents.showRun(documentId, run, result, changes)
  await finishRun(documentId, deps)
  if (!isShown) return { kind: 'stale' }
  const waitingSince = before === null || isResult(before) ? null : before.receivedAt
  return { kind: 'completed', indicators: result.indicatorCount, waitingSince }
}

/** Chunks are sent after their run's result is kept, so one that fits none was not made by this pipeline. */
function matching({ documentId, run, chunk, chunks, indicatorCount }: IndicatorChunk, row: RunRow) {
  if (row.state !== 'sent') throw new ChunkMismatchError(documentId, run, 'a run that has read nothing yet')
  const { result } = row
  if (chunks !== result.chunks || indicatorCount !== result.indicatorCount || chunk >= chunks)
    throw new ChunkMismatchError(
      documentId,
      run,
      `number ${chunk} of ${chunks} and ${indicatorCount} figures in all, and its run ${result.chunks} chunks and ` +
        `${result.indicatorCount} figures`,
    )
  return row
}

/** A chunk that comes late may have left rows after those of its run were removed. */
async function late(documentId: string, deps: FinishDeps): Promise<ChunkResult> {
  await finishRun(documentId, deps)
  return { kind: 'stale' }
}
