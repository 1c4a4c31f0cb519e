import type { Changes } from '../../../shared/store/changes.ts'
import type { Status } from '../../../shared/store/document-row.ts'
import { textTable } from '../text-table.ts'

/** A document after it was read anew, or as it would be. */
export interface Outcome {
  readonly status: Status
  /** Absent if it showed no result before. */
  readonly changes?: Changes | undefined
}

/** What a reprocessing changed, in numbers of documents. */
export interface Summary {
  readonly documents: number
  /** Documents with figures, codes or cells that differ. */
  readonly figures: number
  readonly codes: number
  readonly cells: number
  /** Documents that were refused before and are reports now, and the other way round. */
  readonly accepted: number
  readonly refused: number
  /** In how many documents a code is given to other figures, and in how many its cell differs. */
  readonly byCode: Readonly<Record<string, { readonly documents: number; readonly cells: number }>>
}

export function summarize(outcomes: readonly Outcome[]): Summary {
  const count = (holds: (outcome: Outcome) => boolean | undefined) => outcomes.filter(holds).length
  const codes = new Set(outcomes.flatMap(({ changes }) => [...(changes?.codes ?? []), ...(changes?.cells ?? [])]))
  const byCode = [...codes].sort().map((code) => {
    const documents = count(({ changes }) => changes?.codes.includes(code))
    return [code, { documents, cells: count(({ changes }) => changes?.cells.includes(code)) }] as const
  })
  return {
    documents: outcomes.length,
    figures: count(({ changes }) => changes && changes.figures > 0),
    codes: count(({ changes }) => changes && changes.codes.length > 0),
    cells: count(({ changes }) => changes && changes.cells.length > 0),
    accepted: count(({ status, changes }) => changes?.status === 'REJECTED' && status === 'COMPLETE'),
    refused: count(({ status, changes }) => changes?.status === 'COMPLETE' && status === 'REJECTED'),
    byCode: Object.fromEntries(byCode),
  }
}

/** The summary for people: counts, then a line a code. */
export function summaryTable(summary: Summary, maxWidth?: number): string[] {
  const { documents, figures, codes, cells, accepted, refused, byCode } = summary
  const counts = textTable(
    ['documents', 'figures differ', 'codes differ', 'cells differ', 'now accepted', 'now refused'],
    [[documents, figures, codes, cells, accepted, refused].map(String)],
    maxWidth,
  )
  const rows = Object.entries(byCode).map(([code, differ]) => [code, String(differ.documents), String(differ.cells)])
  if (rows.length === 0) return counts
  return [...counts, '', ...textTable(['code', 'documents', 'cells'], rows, maxWidth)]
}
