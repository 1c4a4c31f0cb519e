import { documentIdOf } from './document-id.ts'
import type { Indicator } from './report.ts'

/**
 * The report by which the pipeline is tried every day. It says so itself, and it names neither place nor year: no list of a year, no
 * comparison and no ledger can have it. What is asked for by ID or status leaves it out (`isCanary`).
 */
export const CANARY_TEXT = `法治政府建设年度报告
本文是流水线每日自检的样本,不是任何政府的报告。
全年受理行政复议案件123件,审结117件。
全年作出行政处罚决定4567件。
行政机关负责人出庭应诉率98.5%。
`

/** What has to be found in it, in the order of the text. */
export const CANARY_FIGURES = [
  { code: 'reconsideration.accepted', value: 123, unit: '件' },
  { code: 'reconsideration.concluded', value: 117, unit: '件' },
  { code: 'enforcement.penalties', value: 4567, unit: '件' },
  { code: 'litigation.head_appearance_rate', value: 98.5, unit: '%' },
] as const satisfies readonly Pick<Indicator, 'code' | 'value' | 'unit'>[]

/** Always the same bytes, so always the same document. */
export const CANARY_ID = documentIdOf(Buffer.from(CANARY_TEXT))

export function isCanary(documentId: string): boolean {
  return documentId === CANARY_ID
}
