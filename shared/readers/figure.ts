import { unitGroupOf } from '../catalogue/unit-groups.ts'
import type { Indicator } from '../report/report.ts'
import { type Correction, type NotedCorrection, speaksOf } from '../store/correction.ts'
import type { RowFacts } from '../store/indicator-chunk.ts'
import type { IndicatorRow } from '../store/indicator-row.ts'
import { type Flag, flagList, flagsOf } from './flags.ts'

/** One figure as readers get it: the row of the table without its keys, its flags, and where its document comes from. */
export interface Figure extends Indicator, RowFacts {
  readonly documentId: string
  readonly run: number
  readonly unitGroup: string | null
  readonly flags: readonly Flag[]
  /** What persons say that it should be, the first noted first. The figure stays as the report has it. */
  readonly corrections: readonly Correction[]
  /** Address of the page or file that the document came from; null for an upload without one. */
  readonly sourceUrl: string | null
}

/** What a figure takes from its document. */
export interface OfDocument {
  readonly sourceUrl?: string | null | undefined
  readonly corrections?: readonly NotedCorrection[] | undefined
}

export function figureOf(row: IndicatorRow, { sourceUrl = null, corrections: noted = [] }: OfDocument): Figure {
  const { runOrdinal: _, codeYear: __, publisherDocumentOrdinal: ___, ...figure } = row
  const unitGroup = figure.code === null ? null : unitGroupOf(figure.code, figure.unit)
  const corrections = noted
    .filter((one) => speaksOf(one, figure))
    .map(({ figure: _figure, ...correction }) => correction)
  const flags = flagList([...flagsOf(figure), ...(corrections.length > 0 ? (['corrected'] as const) : [])])
  return { ...figure, unitGroup, flags, corrections, sourceUrl }
}
