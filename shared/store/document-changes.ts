import type { RefusalReason } from '../report/refusal.ts'
import type { Report } from '../report/report.ts'

/** What may become of a document, as the store records it. */

/** A sentence for people; an error's message may hold a whole file. */
export const MAX_DETAIL_LENGTH = 1000

export interface Received {
  readonly documentId: string
  readonly receivedAt: string
  readonly size: number
}

export interface Rejection {
  readonly reason: RefusalReason
  readonly detail: string
  /** Of the parser that refused it. */
  readonly parserVersion: number
  /** Of a document that could be read but is no report. */
  readonly report: Report | null
}

export interface Failure {
  readonly documentId: string
  /** 0 if none was begun. */
  readonly run: number
  readonly error: string
  readonly detail: string
  readonly requestId: string
  /** Of a document that may have no row yet; now and 0 if they are not known. */
  readonly receivedAt?: string
  readonly size?: number
}
