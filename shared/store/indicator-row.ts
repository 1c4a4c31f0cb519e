import type { Indicator } from '../report/report.ts'
import type { IndicatorChunk, RowFacts } from './indicator-chunk.ts'
import { codeYearOf, regionDocumentOrdinalOf } from './tables.ts'

/** One figure of one document, with what it takes to read and compare it alone. */
export interface IndicatorRow extends Indicator, RowFacts {
  readonly documentId: string
  readonly run: number
  /** Keys of the sparse index `byCode`: rows with a code, of a report whose year is known. */
  readonly codeYear?: string
  readonly regionDocumentOrdinal?: string
}

export function rowsOf({ documentId, run, facts, indicators }: IndicatorChunk): IndicatorRow[] {
  return indicators.map((indicator) => {
    const row = { documentId, run, ...facts, ...indicator }
    if (row.code === null || row.year === null) return row
    return {
      ...row,
      codeYear: codeYearOf(row.code, row.year),
      regionDocumentOrdinal: regionDocumentOrdinalOf(row.regionCode, documentId, row.ordinal),
    }
  })
}
