import { followCorrections } from './correct-document.ts'
import { countCodes } from './count-codes.ts'
import { type DocumentRow, isResult } from './document-row.ts'
import type { DocumentStore } from './document-store.ts'
import type { IndicatorStore } from './indicator-store.ts'
import { type ListDeps, listDocument } from './list-document.ts'
import type { RunStore } from './run-store.ts'
import { LAST_RUN } from './tables.ts'

export interface FinishDeps extends ListDeps {
  readonly documents: DocumentStore
  readonly runs: RunStore
  readonly indicators: IndicatorStore
}

/**
 * Does what is left to do after a document's row came to show another run, or was withdrawn: its report lists it as it is now, rows
 * that nobody reads any more are removed, and the runs that wrote them ended. May be repeated; whoever finds it undone does it.
 * @returns the document's row; null if it has none
 */
export async function finishRun(documentId: string, deps: FinishDeps): Promise<DocumentRow | null> {
  const row = await deps.documents.get(documentId)
  if (row === null) return null
  // Before the older rows go: until this write the report's readers read them.
  await countCodes(await listDocument(row, deps), deps)
  if (row.status === 'WITHDRAWN') {
    await deps.indicators.removeBefore(documentId, LAST_RUN)
    await deps.runs.endUpTo(documentId, LAST_RUN)
    return row
  }
  await followCorrections(row, deps)
  await deps.indicators.removeBefore(documentId, row.run)
  // A run that is shown as PARSED or FAILED is still to end.
  await deps.runs.endUpTo(documentId, isResult(row) ? row.run : row.run - 1)
  return row
}
