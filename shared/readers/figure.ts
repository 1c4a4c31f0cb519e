import { unitGroupOf } from '../catalogue/unit-groups.ts'
import type { Indicator } from '../report/report.ts'
import type { RowFacts } from '../store/indicator-chunk.ts'
import type { IndicatorRow } from '../store/indicator-row.ts'
import { type Flag, flagsOf } from './flags.ts'

/** One figure as readers get it: the row of the table without its keys, its flags, and where its document comes from. */
export interface Figure extends Indicator, RowFacts {
  readonly documentId: string
  readonly run: number
  readonly unitGroup: string | null
  readonly flags: readonly Flag[]
  /** Address of the page or file that the document came from; null for an upload without one. */
  readonly sourceUrl: string | null
}

export function figureOf(row: IndicatorRow, sourceUrl: string | null): Figure {
  const { runOrdinal: _, codeYear: __, publisherDocumentOrdinal: ___, ...figure } = row
  const unitGroup = figure.code === null ? null : unitGroupOf(figure.code, figure.unit)
  return { ...figure, unitGroup, flags: flagsOf(figure), sourceUrl }
}
