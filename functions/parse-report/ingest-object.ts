import { isDocumentId } from '../../shared/report/attributes.ts'
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
  const { documents, listing, sightings } = deps
  const { objectKey, versionId, at } = notice
  const { documentId, size, etag, provenance, sourceUrl } = stored
  const row = await admitted(await documents.receive({ documentId, receivedAt: at, size }), deps)
  await sightings.record({ objectKey, documentId, seenAt: at, etag, size, versionId, provenance })
  if (sourceUrl !== null && row.sourceUrl === undefined) await listing.locate(documentId, sourceUrl)
  const older = provenance?.supersedes ?? null
  if (older !== null && isDocumentId(older) && older !== documentId)
    await listing.supersede(documentId, { documentId: older, seenAt: at })
  const provisionalId = provisionalIdOf(notice)
  // Few objects had one. It is made before its sighting, and goes after it.
  if (provisionalId !== documentId && (await documents.has(provisionalId))) {
    await sightings.remove(objectKey, provisionalId)
    await documents.removeProvisional(provisionalId)
  }
  return row
}

/** The row of a document whose bytes have come: one that an operator restored begins anew. */
async function admitted(row: DocumentRow, { documents, withdrawals }: ReadDeps): Promise<DocumentRow> {
  if (row.status !== 'WITHDRAWN' || row.restoredAt === undefined) return row
  await withdrawals.readmit(row.documentId)
  return (await documents.get(row.documentId)) ?? row
}
