import type { DocumentRow } from '../../shared/store/document-row.ts'
import type { DocumentStore } from '../../shared/store/document-store.ts'
import type { ArrivedObject } from '../../shared/store/intake-event.ts'
import type { SightingStore } from '../../shared/store/sighting-store.ts'
import type { StalledDocuments } from '../../shared/store/stalled-documents.ts'

/** With a queue's own five tries each, enough for any fault that passes by itself. */
const MAX_REQUEUES = 3

/** What a run can send on in its time; the rest is for the next. */
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
 * Finds documents that have not moved since `cutoff`, with neither result nor failure, and sends them through the intake
 * again; after `MAX_REQUEUES` times they are FAILED.
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
  // Each try by another of its names: the object under one of them may be gone.
  const sighting = seen[requeues % seen.length]
  if (requeues >= MAX_REQUEUES || sighting === undefined) {
    const detail = sighting
      ? `It stayed ${status} after going through the intake ${requeues} more times.`
      : 'No object is known to hold it.'
    await documents.recordFailed({ documentId, run, error: 'Stalled', detail, requestId })
    return 'failed'
  }
  if (await stalled.noteRequeue(row)) await requeue({ ...sighting, at: sighting.seenAt })
  return 'requeued'
}
