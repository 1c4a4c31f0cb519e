import { isSettled } from '../../shared/store/document-row.ts'
import type { DocumentStore } from '../../shared/store/document-store.ts'
import { DocumentNotRecordedError } from '../../shared/store/errors.ts'
import type { IndicatorChunk } from '../../shared/store/indicator-chunk.ts'
import { rowsOf } from '../../shared/store/indicator-row.ts'
import type { IndicatorStore } from '../../shared/store/indicator-store.ts'

export interface WriteDeps {
  readonly documents: DocumentStore
  readonly indicators: IndicatorStore
}

/** `stale`: the document already has the result of this run or a newer one. */
export type ChunkResult = 'written' | 'completed' | 'stale'

/**
 * Writes the rows of one chunk, and completes the document with the last chunk. Chunks may arrive in any order and more than
 * once. Rows are written before their chunk is marked as written, and older rows are removed before the document is COMPLETE,
 * so the next attempt completes what an earlier one did not finish.
 * @throws {DocumentNotRecordedError} temporary, like every other error here
 */
export async function writeChunk(chunk: IndicatorChunk, { documents, indicators }: WriteDeps): Promise<ChunkResult> {
  const { documentId, run, chunks, indicatorCount } = chunk
  const row = await documents.get(documentId)
  if (row === null || row.run < run) throw new DocumentNotRecordedError(documentId, run)
  if (isSettled(row, run)) return 'stale'
  // Made by an earlier failure of this chunk: completed, it would have figures and no facts.
  if (row.kind === undefined) throw new DocumentNotRecordedError(documentId, run)
  await indicators.put(rowsOf(chunk))
  const written = await documents.addWrittenChunk(documentId, run, chunk.chunk)
  if (written === null) return 'stale'
  if (written < chunks) return 'written'
  await indicators.removeLeftovers(documentId, run, indicatorCount)
  return (await documents.complete(documentId, run)) ? 'completed' : 'stale'
}
