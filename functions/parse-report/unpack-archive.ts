import { type ArchivedFile, openReports } from '../../shared/formats/zip/open-reports.ts'
import { UNPACKED_PREFIX } from '../../shared/store/object-keys.ts'
import type { ReportBucket } from '../../shared/store/report-bucket.ts'

/** S3 takes keys of 1,024 bytes; a Chinese character has three. */
const MAX_NAME_LENGTH = 200

/**
 * Puts each file of a ZIP of reports under `incoming/` for itself; they come back as documents of their own. Archives inside
 * archives stay closed: a file that came out of one is never opened again.
 * @returns how many files there were, or null where the object is no such archive
 * @throws {Refusal} where the archive cannot be unpacked; what was put until then stays
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

/** Folders of an archive may hold files of one name. */
function nameOf({ name }: ArchivedFile, number: number): string {
  return `${number}-${name.slice(-MAX_NAME_LENGTH)}`
}
