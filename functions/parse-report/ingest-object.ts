import { provisionalIdOf } from '../../shared/report/document-id.ts'
import type { DocumentRow } from '../../shared/store/document-row.ts'
import type { StoredReport } from '../../shared/store/report-bucket.ts'
import type { ObjectNotice } from './object-notice.ts'
import { type Ingestion, type ReadDeps, readAnew } from './read-anew.ts'

/**
 * Reads one object from the bucket and records the result. Every effect may be repeated. Their order (row and sighting, run,
 * text, result, chunks) lets a repetition complete what an earlier attempt did not finish.
 * @throws {ObjectVanishedError} if the object was deleted; any other error is temporary
 */
export async function ingestObject(notice: ObjectNotice, deps: ReadDeps): Promise<Ingestion> {
  const stored = await deps.bucket.read(notice)
  const row = await recordArrival(notice, stored, deps)
  return readAnew(row, notice, stored, deps)
}

async function recordArrival(notice: ObjectNotice, stored: StoredReport, deps: ReadDeps): Promise<DocumentRow> {
  const { documents, sightings } = deps
  const { objectKey, versionId, at } = notice
  const { documentId, size, etag, provenance } = stored
  const row = await documents.receive({ documentId, receivedAt: at, size })
  await sightings.record({ objectKey, documentId, seenAt: at, etag, size, versionId, provenance })
  const provisionalId = provisionalIdOf(notice)
  if (provisionalId !== documentId) {
    await sightings.remove(objectKey, provisionalId)
    await documents.removeProvisional(provisionalId)
  }
  return row
}
