import type { NotFoundState, PublisherRow } from '../crawl/ledger/rows.ts'
import { lastDueYear } from '../crawl/ledger/timeliness.ts'

/** Why no report of a publisher on a year can be read: a state of the ledger, or … */
export type NoReportState =
  | NotFoundState
  /** … it was taken back, … */
  | 'withdrawn'
  /** … or it was found, and no document of it can be read yet. */
  | 'unread'

export interface WhyNoReport {
  readonly state: NoReportState
  /** In the words of the ledger, or of who withdrew it. */
  readonly reason: string | null
}

export interface Asked {
  readonly year: number
  /** The publisher's row of the ledger on that year. */
  readonly ledger: Pick<PublisherRow, 'state' | 'reason'> | null
  /** The row of `reports`, which has no current document. */
  readonly report: { readonly state: string; readonly detail: string | null } | null
  /** ISO date. */
  readonly today: string
}

/** @example whyNoReport({ year: 2023, ledger: null, report: null, today: '2024-05-01' }) // { state: 'not_yet_searched', reason: null } */
export function whyNoReport({ year, ledger, report, today }: Asked): WhyNoReport {
  if (report?.state === 'withdrawn') return { state: 'withdrawn', reason: report.detail }
  if (ledger === null) return { state: year > lastDueYear(today) ? 'not_due' : 'not_yet_searched', reason: null }
  const { state, reason } = ledger
  return { state: isFound(state) ? 'unread' : state, reason }
}

function isFound(state: PublisherRow['state']): state is Exclude<PublisherRow['state'], NotFoundState> {
  return state === 'early' || state === 'on_time' || state === 'late' || state === 'found'
}
