import type { Indicator } from '../report/report.ts'
import { type Changes, differences } from './changes.ts'
import type { DocumentRow, Progressed } from './document-row.ts'
import type { IndicatorStore } from './indicator-store.ts'

/** What another run with these figures changes of what a document shows. Null if it shows no result yet. */
export async function changesSince(
  row: (Progressed & Pick<DocumentRow, 'documentId' | 'run'>) | null,
  figures: readonly Indicator[],
  indicators: IndicatorStore,
): Promise<Changes | null> {
  if (row?.status !== 'COMPLETE' && row?.status !== 'REJECTED') return null
  const { documentId, run, status, parserVersion } = row
  const older = status === 'COMPLETE' ? await indicators.ofRun(documentId, run) : []
  return { run, ...(parserVersion !== undefined && { parserVersion }), status, ...differences(older, figures) }
}
