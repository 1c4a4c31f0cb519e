import type { DocumentStore } from '../../shared/store/document-store.ts'
import type { ArrivedObject } from '../../shared/store/intake-event.ts'
import type { RunStore } from '../../shared/store/run-store.ts'
import type { SightingStore } from '../../shared/store/sighting-store.ts'
import type { StalledDocument, StalledDocuments, UnendedStatus } from '../../shared/store/stalled-documents.ts'
import type { Cutoffs } from './cutoffs.ts'
import { despiteFaults, type OnFault } from './faults.ts'

/** With the five attempts of the queue each time, enough for any temporary fault. */
export const MAX_REQUEUES = 3

/** What one run can send in its time. The next run sends the rest. */
const MAX_DOCUMENTS = 500

export interface StalledDeps {
  readonly documents: DocumentStore
  readonly stalled: StalledDocuments
  readonly runs: RunStore
  readonly sightings: SightingStore
  readonly requeue: (object: ArrivedObject) => Promise<void>
  readonly onFault: OnFault
  readonly requestId: string
}

export interface StalledCounts {
  readonly requeued: number
  readonly failed: number
}

/**
 * Finds documents without a result or failure on which nothing has moved since the cutoffs of their status, and sends them to the
 * intake again. After `MAX_REQUEUES` times they are FAILED.
 */
export async function requeueStalled(
  cutoffs: Readonly<Record<UnendedStatus, Cutoffs>>,
  deps: StalledDeps,
): Promise<StalledCounts> {
  const counts = { requeued: 0, failed: 0 }
  for (const status of ['RECEIVED', 'PARSED'] as const)
    for (const row of await deps.stalled.unchangedSince(cutoffs[status].send, status, MAX_DOCUMENTS)) {
      const { documentId } = row
      const done = await despiteFaults(() => tryAgain(row, cutoffs[status], deps), { documentId }, deps.onFault)
      if (done !== null) counts[done] += 1
    }
  return counts
}

/** @returns null if the document is left for later */
async function tryAgain(
  row: StalledDocument,
  { send, giveUp }: Cutoffs,
  deps: StalledDeps,
): Promise<keyof StalledCounts | null> {
  const { stalled, runs, sightings, requeue } = deps
  const { documentId, updatedAt, requeues = 0 } = row
  const [run] = await runs.ofDocument(documentId)
  // Figures are written one message after the other, and only the run's row says so.
  if (run !== undefined && run.updatedAt >= send.toISOString()) return null
  const seen = await sightings.ofDocument(documentId)
  // Each time by another of its keys: the object under one of them may be deleted.
  const sighting = seen[requeues % seen.length]
  if (requeues >= MAX_REQUEUES || sighting === undefined)
    return updatedAt < giveUp.toISOString() ? fail(row, sighting !== undefined, deps) : null
  if (!(await stalled.noteRequeue(row))) return null
  await requeue({ ...sighting, at: sighting.seenAt })
  return 'requeued'
}

async function fail(
  { documentId, run, status, requeues = 0 }: StalledDocument,
  isSeen: boolean,
  { documents, requestId }: StalledDeps,
): Promise<'failed'> {
  const detail = isSeen
    ? `It stayed ${status} after going through the intake ${requeues} more times.`
    : 'No object with this document is known.'
  await documents.recordFailed({ documentId, run, error: 'StalledError', detail, requestId })
  return 'failed'
}
