import { type ArchivedFile, openReports } from '../../shared/formats/zip/open-reports.ts'
import { UNPACKED_PREFIX } from '../../shared/store/object-keys.ts'
import type { ReportBucket } from '../../shared/store/report-bucket.ts'
import { lastOf } from '../../shared/text/cut.ts'

/** S3 allows keys of 1,024 bytes. A Chinese character has three. */
const MAX_NAME_LENGTH = 200

/**
 * Puts each file of a ZIP of reports under `incoming/`, so that it becomes a document of its own. Archives inside archives are
 * not unpacked: a file that came out of an archive is never opened as one.
 * @returns the number of files, or null if the object is not such an archive
 * @throws {RefusalError} if the archive cannot be unpacked; files that were put before stay
 */
export async function unpackArchive(
  { objectKey, documentId, bytes }: { objectKey: string; documentId: string; bytes: Uint8Array },
  bucket: ReportBucket,
): Promise<number | null> {
  const files = objectKey.startsWith(UNPACKED_PREFIX) ? null : await openReports(bytes)
  if (files === null) return null
  let count = 0
  for await (const file of files) {
    count += 1
    await bucket.putUnpacked(documentId, nameOf(file, count), file.bytes)
  }
  return count
}

/** Folders of an archive may contain files with the same name. */
function nameOf({ name }: ArchivedFile, number: number): string {
  return `${number}-${lastOf(name, MAX_NAME_LENGTH)}`
}
