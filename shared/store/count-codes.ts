import type { IndicatorStore } from './indicator-store.ts'
import type { ReportRow } from './report-row.ts'
import type { ReportStore } from './report-store.ts'

export interface CountDeps {
  readonly reports: ReportStore
  readonly indicators: IndicatorStore
}

/**
 * Notes on reports which codes their current runs have figures of, if that is not noted yet. May be repeated; a report that is switched
 * meanwhile is left to whoever switches it.
 */
export async function countCodes(rows: readonly ReportRow[], { reports, indicators }: CountDeps): Promise<void> {
  for (const { publisherId, year, documentId, run, codes: known } of rows) {
    if (documentId === null || run === null || known !== undefined) continue
    const codes = (await indicators.ofRun(documentId, run)).flatMap(({ code }) => code ?? [])
    await reports.noteCodes({ publisherId, year, documentId, run }, [...new Set(codes)].sort())
  }
}
