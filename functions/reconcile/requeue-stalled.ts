import type { DocumentRow } from '../../shared/store/document-row.ts'
import type { DocumentStore } from '../../shared/store/document-store.ts'
import type { ArrivedObject } from '../../shared/store/intake-event.ts'
import type { SightingStore } from '../../shared/store/sighting-store.ts'
import type { StalledDocuments } from '../../shared/store/stalled-documents.ts'

/** With the five attempts of the queue each time, enough for any temporary fault. */
const MAX_REQUEUES = 3

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
  const { documentId, run, requeues = 0 } = row
  const problem = await sendAgain({ documentId, requeues, isUnchanged: () => deps.stalled.noteRequeue(row) }, deps)
  if (problem === null) return 'requeued'
  await deps.documents.recordFailed({
    documentId,
    run,
    error: 'StalledError',
    detail: `It stayed ${row.status}. ${problem}`,
    requestId: deps.requestId,
  })
  return 'failed'
}

/**
 * Sends a document to the intake once more, unless its row has changed meanwhile.
 * @returns why it cannot be sent, or null
 */
export async function sendAgain(
  {
    documentId,
    requeues,
    isUnchanged,
  }: { readonly documentId: string; readonly requeues: number; readonly isUnchanged: () => Promise<boolean> },
  { sightings, requeue }: StalledDeps,
): Promise<string | null> {
  const seen = await sightings.ofDocument(documentId)
  // Each time by another of its keys: the object under one of them may be deleted.
  const sighting = seen[requeues % seen.length]
  if (sighting === undefined) return 'No object with this document is known.'
  if (requeues >= MAX_REQUEUES) return `It went through the intake ${requeues} more times.`
  if (await isUnchanged()) await requeue({ ...sighting, at: sighting.seenAt })
  return null
}
