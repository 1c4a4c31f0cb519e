import type { RefusalReason } from '../report/refusal.ts'
import type { Report } from '../report/report.ts'

/** Only moves forward: RECEIVED, PARSED, COMPLETE; or it ends REJECTED (a reason) or FAILED (an error, can be retried). */
export type Status = 'RECEIVED' | 'PARSED' | 'COMPLETE' | 'REJECTED' | 'FAILED'

/** What became of a document. Facts of the report carry the names they have in `Report`. */
export interface DocumentRow extends Partial<Omit<Report, 'documentId' | 'reason'>> {
  readonly documentId: string
  readonly status: Status
  /** Parser version that the row speaks about; a lower one never overwrites it. */
  readonly run: number
  /** ISO times: the first event of this document, and the last change of this row. */
  readonly receivedAt: string
  readonly updatedAt: string
  /** Bytes of the file. */
  readonly size: number
  /** How often the reconciler sent it through the intake again; absent before the first time. */
  readonly requeues?: number
  /** Why it is REJECTED or FAILED: a code, and a sentence for people. */
  readonly reason?: RefusalReason | 'internal'
  readonly detail?: string
  /** Of a FAILED document: the error's name, and the request id to look for in the log. */
  readonly error?: string
  readonly requestId?: string
  /** Where the canonical text of this run lies in the bucket. */
  readonly textKey?: string
  readonly indicatorCount?: number
  readonly chunks?: number
  /** Chunk numbers whose rows are written; gone once COMPLETE. */
  readonly writtenChunks?: ReadonlySet<number>
  /** Keys of the index `byRegionYear`; absent where the report does not settle them. */
  readonly regionCode?: string
  readonly yearDocument?: string
}

/** True where nothing is left to do for a document at this run. FAILED is not settled: it may be tried again. */
export function isSettled({ status, run }: Pick<DocumentRow, 'status' | 'run'>, atRun: number): boolean {
  return run > atRun || (run === atRun && (status === 'COMPLETE' || status === 'REJECTED'))
}
