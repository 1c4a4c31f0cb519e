import { type Figure, figureOf } from '../../shared/readers/figure.ts'
import type { CurrentReport } from '../../shared/readers/observation.ts'
import type { Indicator } from '../../shared/report/report.ts'
import type { RowFacts } from '../../shared/store/indicator-chunk.ts'
import { rowsOf } from '../../shared/store/indicator-row.ts'
import { chunkOf, indicatorOf } from '../store/records.ts'

const CODE = 'reconsideration.accepted'

let ordinal = 0

/** A figure for the whole of 行政复议案件 of a county in 2023, with the changes of a test; each later in the text than the last. */
export function figure(changes: Partial<Indicator> & Partial<Pick<RowFacts, 'regionCode' | 'year'>> = {}): Figure {
  const { regionCode = '430223', year = 2023, ...indicator } = changes
  ordinal += 1
  const facts = { publisherId: '430223', regionCode, year, issuer: '攸县人民政府', level: 'county' as const }
  const [row] = rowsOf(chunkOf({ facts, indicators: [indicatorOf({ code: CODE, ordinal, ...indicator })] }))
  return figureOf(row!, {})
}

export const REPORT: CurrentReport = {
  publisherId: '430223',
  year: 2023,
  documentId: 'a'.repeat(32),
  run: 1,
  issuer: '攸县人民政府',
  level: 'county',
  regionCode: '430223',
  sourceUrl: null,
}
