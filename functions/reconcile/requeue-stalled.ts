import type { DocumentRow } from '../../shared/store/document-row.ts'
import type { DocumentStore } from '../../shared/store/document-store.ts'
import type { ArrivedObject } from '../../shared/store/intake-event.ts'
import type { SightingStore } from '../../shared/store/sighting-store.ts'
import type { StalledDocuments } from '../../shared/store/stalled-documents.ts'

/** With the five attempts of the queue each time, enough for any temporary fault. */
export const MAX_REQUEUES = 3

/** What one run can send in its time. The next run sends the rest. */
const MAX_DOCUMENTS = 500

export interface StalledDeps {
  readonly documents: DocumentStore
  readonly stalled: StalledDocuments
  readonly sightings: SightingStore
  readonly requeue: (object: ArrivedObject) => Promise<void>
  readonly requestId: string
}

export interface StalledCounts {
  readonly requeued: number
  readonly failed: number
}

/**
 * Finds documents without a result or failure whose rows have not changed since `cutoff`, and sends them to the intake again.
 * After `MAX_REQUEUES` times they are FAILED.
 */
export async function requeueStalled(cutoff: Date, deps: StalledDeps): Promise<StalledCounts> {
  const counts = { requeued: 0, failed: 0 }
  for (const status of ['RECEIVED', 'PARSED'] as const)
    for (const row of await deps.stalled.unchangedSince(cutoff, status, MAX_DOCUMENTS))
      counts[await tryAgain(row, deps)] += 1
  return counts
}

async function tryAgain(row: DocumentRow, deps: StalledDeps): Promise<keyof StalledCounts> {
  const { documents, stalled, sightings, requeue, requestId } = deps
  const { documentId, run, status, requeues = 0 } = row
  const seen = await sightings.ofDocument(documentId)
  // Each time by another of its keys: the object under one of them may be deleted.
  const sighting = seen[requeues % seen.length]
  if (requeues >= MAX_REQUEUES || sighting === undefined) {
    const detail = sighting
      ? `It stayed ${status} after going through the intake ${requeues} more times.`
      : 'No object with this document is known.'
    await documents.recordFailed({ documentId, run, error: 'StalledError', detail, requestId })
    return 'failed'
  }
  if (await stalled.noteRequeue(row)) await requeue({ ...sighting, at: sighting.seenAt })
  return 'requeued'
}
