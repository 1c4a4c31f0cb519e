import { type ArchivedFile, openReports } from '../../shared/formats/zip/open-reports.ts'
import { documentIdOf } from '../../shared/report/document-id.ts'
import { UNPACKED_PREFIX, unpackedKeyOf } from '../../shared/store/object-keys.ts'
import type { ReportBucket } from '../../shared/store/report-bucket.ts'
import type { SightingStore } from '../../shared/store/sighting-store.ts'
import { lastOf } from '../../shared/text/cut.ts'

/** S3 allows keys of 1,024 bytes. A Chinese character has three. */
const MAX_NAME_LENGTH = 200

export interface Unpacked {
  readonly files: number
  /** Names of those that could not be taken out, each with its reason. */
  readonly refused: readonly string[]
}

export interface UnpackDeps {
  readonly bucket: ReportBucket
  readonly sightings: SightingStore
}

/**
 * Puts each file of a ZIP of reports under `incoming/`, so that it becomes a document of its own; one that cannot be taken out as it is
 * packed, with the reason for which it is refused. Archives inside archives are not unpacked: a file that came out of an archive is
 * never opened as one. What is a document already is not put again, so that an archive that is read anew delays no new uploads.
 * @returns null if the object is not such an archive
 * @throws {RefusalError} if the archive itself cannot be read
 */
export async function unpackArchive(
  { objectKey, documentId, bytes }: { objectKey: string; documentId: string; bytes: Uint8Array },
  { bucket, sightings }: UnpackDeps,
): Promise<Unpacked | null> {
  const archived = objectKey.startsWith(UNPACKED_PREFIX) ? null : await openReports(bytes)
  if (archived === null) return null
  let files = 0
  const refused: string[] = []
  for await (const file of archived) {
    files += 1
    if (file.refusal !== null) refused.push(`${file.name} (${file.refusal.reason})`)
    const name = nameOf(file, files)
    const seen = await sightings.underKey(unpackedKeyOf(documentId, name))
    const fileId = documentIdOf(file.bytes)
    if (seen.some((sighting) => sighting.documentId === fileId)) continue
    await bucket.putUnpacked(documentId, name, file.bytes, file.refusal)
  }
  return { files, refused }
}

/** Folders of an archive may contain files with the same name, and so may the archive. */
function nameOf({ name }: ArchivedFile, number: number): string {
  return `${number}-${lastOf(name, MAX_NAME_LENGTH)}`
}
