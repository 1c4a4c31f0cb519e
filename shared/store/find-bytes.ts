import { BytesGoneError, ObjectVanishedError } from './errors.ts'
import type { ObjectRef, ReportBucket, StoredReport } from './report-bucket.ts'
import type { SightingStore } from './sighting-store.ts'

export interface FindBytesDeps {
  readonly bucket: ReportBucket
  readonly sightings: SightingStore
}

/**
 * The file of a document, from one of the objects that it was seen as. Another file may have taken its place under a key, and a
 * version of it may have expired.
 * @throws {BytesGoneError} if no object holds it any more
 */
export async function findBytes(
  documentId: string,
  { bucket, sightings }: FindBytesDeps,
): Promise<{ readonly ref: ObjectRef; readonly stored: StoredReport }> {
  for (const ref of await sightings.ofDocument(documentId)) {
    const stored = await bucket.read(ref).catch((error: unknown) => {
      if (error instanceof ObjectVanishedError) return null
      throw error
    })
    if (stored?.documentId === documentId) return { ref, stored }
  }
  throw new BytesGoneError(documentId)
}
