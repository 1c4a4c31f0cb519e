import { provisionalIdOf } from '../../shared/report/document-id.ts'
import type { DocumentStore } from '../../shared/store/document-store.ts'
import { inParallel } from '../../shared/store/in-parallel.ts'
import type { IncomingFolder, ListedObject } from '../../shared/store/incoming-folder.ts'
import type { ArrivedObject } from '../../shared/store/intake-event.ts'
import { isFolderMarker } from '../../shared/store/object-keys.ts'
import type { SightingStore } from '../../shared/store/sighting-store.ts'

/** 1,000 keys each. With the lookups below, about 10 s per page. The next run continues where this one stopped. */
const MAX_PAGES = 10

const PARALLEL_LOOKUPS = 25

export interface UnseenDeps {
  readonly incoming: IncomingFolder
  readonly sightings: SightingStore
  readonly documents: DocumentStore
  readonly requeue: (object: ArrivedObject) => Promise<void>
}

/**
 * Finds objects that arrived before `cutoff` and were never seen, and sends them to the intake. Each gets a row first: if it
 * stalls again, `requeueStalled` finds it by that row.
 * @returns how many were sent
 */
export async function requeueUnseen(cutoff: Date, deps: UnseenDeps): Promise<number> {
  const { incoming, sightings } = deps
  let sent = 0
  let cursor = await incoming.readCursor()
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { objects, next } = await incoming.list(cursor)
    await inParallel(PARALLEL_LOOKUPS, objects, async (object) => {
      if (object.lastModified > cutoff || isFolderMarker(object)) return
      const seen = await sightings.underKey(object.objectKey)
      if (seen.some(({ etag }) => etag === object.etag)) return
      await requeueOne(object, deps)
      sent += 1
    })
    cursor = next
    await incoming.keepCursor(cursor)
    if (cursor === null) break
  }
  return sent
}

async function requeueOne(object: ListedObject, { documents, sightings, requeue }: UnseenDeps): Promise<void> {
  const { objectKey, etag, size } = object
  const documentId = provisionalIdOf(object)
  const at = object.lastModified.toISOString()
  await documents.receive({ documentId, receivedAt: at, size })
  await sightings.record({ objectKey, documentId, seenAt: at, etag, size, versionId: null, provenance: null })
  await requeue({ objectKey, versionId: null, etag, size, at })
}
