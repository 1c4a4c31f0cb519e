import type { RefusalReason } from '../report/refusal.ts'
import type { Report } from '../report/report.ts'

/** What may become of a document, as the store records it. */

export interface Received {
  readonly documentId: string
  readonly run: number
  readonly receivedAt: string
  readonly size: number
}

export interface ParsedFacts {
  readonly report: Report
  readonly textKey: string
  readonly indicatorCount: number
  readonly chunks: number
}

export interface Rejection {
  readonly reason: RefusalReason
  readonly detail: string
  /** Of a document that could be read but is no report. */
  readonly report: Report | null
}

export interface Failure {
  readonly documentId: string
  readonly run: number
  readonly error: string
  readonly detail: string
  readonly requestId: string
  /** Of a document that may have no row yet; now and 0 if they are not known. */
  readonly receivedAt?: string
  readonly size?: number
}
