import { provisionalIdOf } from '../../shared/report/document-id.ts'
import type { DocumentStore } from '../../shared/store/document-store.ts'
import { inParallel } from '../../shared/store/in-parallel.ts'
import type { IncomingFolder, ListedObject } from '../../shared/store/incoming-folder.ts'
import type { ArrivedObject } from '../../shared/store/intake-event.ts'
import { isFolderMarker } from '../../shared/store/object-keys.ts'
import type { SightingStore } from '../../shared/store/sighting-store.ts'
import { despiteFaults, type OnFault } from './faults.ts'

/** 1,000 keys each: a run looks at 100,000 objects. The next run continues where this one stopped. */
const MAX_PAGES = 100

/** One processor is busy with them, and a table that nobody reads else has ten times the capacity. */
const PARALLEL_LOOKUPS = 50

export interface UnseenDeps {
  readonly incoming: Pick<IncomingFolder, 'readCursor' | 'list' | 'keepCursor'>
  readonly sightings: Pick<SightingStore, 'underKey' | 'record'>
  readonly documents: Pick<DocumentStore, 'receive'>
  readonly requeue: (object: ArrivedObject) => Promise<void>
  readonly hasTime: () => boolean
  readonly onFault: OnFault
}

/**
 * Finds objects that arrived before `cutoff` and were never seen, and sends them to the intake. Each gets a row first: if it
 * stalls again, `requeueStalled` finds it by that row.
 * @returns how many were sent
 */
export async function requeueUnseen(cutoff: Date, deps: UnseenDeps): Promise<number> {
  const { incoming } = deps
  let sent = 0
  let cursor = await incoming.readCursor()
  for (let page = 0; page < MAX_PAGES && deps.hasTime(); page += 1) {
    const { objects, next } = await incoming.list(cursor)
    await inParallel(PARALLEL_LOOKUPS, objects, async (object) => {
      const { objectKey } = object
      if (object.lastModified > cutoff || isFolderMarker(object)) return
      if (await despiteFaults(() => requeueIfUnseen(object, deps), { objectKey }, deps.onFault)) sent += 1
    })
    cursor = next
    await incoming.keepCursor(cursor)
    if (cursor === null) break
  }
  return sent
}

async function requeueIfUnseen(object: ListedObject, { documents, sightings, requeue }: UnseenDeps): Promise<boolean> {
  const { objectKey, etag, size } = object
  const seen = await sightings.underKey(objectKey)
  if (seen.some((sighting) => sighting.etag === etag)) return false
  const documentId = provisionalIdOf(object)
  const at = object.lastModified.toISOString()
  await documents.receive({ documentId, receivedAt: at, size })
  await sightings.record({ objectKey, documentId, seenAt: at, etag, size, versionId: null, provenance: null })
  await requeue({ objectKey, versionId: null, etag, size, at })
  return true
}
