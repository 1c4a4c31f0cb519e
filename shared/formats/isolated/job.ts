import type { RefusalReason } from '../../report/refusal.ts'
import type { TextWithTables } from '../found-tables.ts'

/** Containers whose libraries build whole object graphs of a file, and so cannot count while they read. */
export type IsolatedContainer = 'pdf' | 'ole'

export interface Job {
  readonly container: IsolatedContainer
  readonly bytes: Uint8Array
}

export type JobResult =
  | { readonly kind: 'read'; readonly content: TextWithTables }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly detail: string }
  | { readonly kind: 'failed'; readonly error: Error }

/** First message of a worker: its modules are loaded, the time of a job counts from here. */
export const READY = 'ready'
