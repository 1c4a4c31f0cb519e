import { isDeepStrictEqual } from 'node:util'
import { CANARY_FIGURES, CANARY_ID, CANARY_TEXT } from '../../shared/report/canary.ts'
import type { CanaryRows } from '../../shared/store/canary-rows.ts'
import type { DocumentRow } from '../../shared/store/document-row.ts'
import type { DocumentStore } from '../../shared/store/document-store.ts'
import type { IncomingFolder } from '../../shared/store/incoming-folder.ts'
import type { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { CANARY_KEY } from '../../shared/store/object-keys.ts'

const ENDED: ReadonlySet<string> = new Set(['COMPLETE', 'REJECTED', 'FAILED'] satisfies DocumentRow['status'][])

export interface CanaryDeps {
  readonly incoming: Pick<IncomingFolder, 'put'>
  readonly rows: Pick<CanaryRows, 'forget'>
  readonly documents: Pick<DocumentStore, 'get'>
  readonly indicators: Pick<IndicatorStore, 'ofRun'>
  /** Waits a moment for the pipeline. */
  readonly pause: () => Promise<unknown>
}

/**
 * Sends the canary through the pipeline as an upload, and waits for what becomes of it.
 * @returns null if it ends COMPLETE with its known figures, otherwise what is wrong, as a sentence
 */
export async function sendCanary(deps: CanaryDeps, hasTime: () => boolean): Promise<string | null> {
  await deps.rows.forget()
  await deps.incoming.put(CANARY_KEY, CANARY_TEXT)
  let row: DocumentRow | null = null
  while (hasTime() && !ENDED.has(row?.status ?? '')) {
    await deps.pause()
    row = await deps.documents.get(CANARY_ID)
  }
  if (row === null) return 'It never came to the documents table.'
  if (row.status !== 'COMPLETE') return `It is ${row.status}${'detail' in row ? `: ${row.detail}` : ' and stays so.'}`
  const figures = (await deps.indicators.ofRun(CANARY_ID, row.run)).map(({ code, value, unit }) => ({
    code,
    value,
    unit,
  }))
  return isDeepStrictEqual(figures, CANARY_FIGURES) ? null : `Its figures are ${JSON.stringify(figures)}.`
}
