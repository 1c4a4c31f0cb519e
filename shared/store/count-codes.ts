import type { IndicatorStore } from './indicator-store.ts'
import type { ReportKey } from './report-row.ts'
import type { ReportStore } from './report-store.ts'

export interface CountDeps {
  readonly reports: ReportStore
  readonly indicators: IndicatorStore
}

/**
 * Notes on reports which codes their current runs have figures of, if that is not noted yet. May be repeated; a report that is switched
 * meanwhile is left to whoever switches it.
 */
export async function countCodes(keys: readonly ReportKey[], { reports, indicators }: CountDeps): Promise<void> {
  for (const key of keys) {
    const report = await reports.get(key)
    if (report === null || report.documentId === null || report.run === null || report.codes !== undefined) continue
    const { documentId, run } = report
    const codes = (await indicators.ofRun(documentId, run)).flatMap(({ code }) => code ?? [])
    await reports.noteCodes({ ...key, documentId, run }, [...new Set(codes)].sort())
  }
}
