import type { CanonicalDocument } from '../../formats/canonical.ts'
import { readDocument } from '../../formats/read-document.ts'
import { openReports } from '../../formats/zip/open-reports.ts'
import { readFacts } from '../../parse/read-facts.ts'
import { RefusalError } from '../../report/refusal.ts'

export interface ArchivedReport {
  readonly bytes: Uint8Array
  readonly canonical: CanonicalDocument
}

/**
 * The annual report in a ZIP archive. Null if the file is no such archive, or has no report or several: then the archive itself
 * is kept, and the pipeline takes it apart.
 */
export async function reportInArchive(bytes: Uint8Array): Promise<ArchivedReport | null> {
  const reports: ArchivedReport[] = []
  try {
    for await (const file of (await openReports(bytes)) ?? []) {
      if (file.refusal !== null) continue
      const canonical = await readIfReadable(file.bytes)
      if (canonical !== null && readFacts(canonical).kind !== 'other') reports.push({ bytes: file.bytes, canonical })
      if (reports.length > 1) return null
    }
  } catch (error) {
    // The archive is damaged: the refusal of the file as a whole says so.
    if (!(error instanceof RefusalError)) throw error
  }
  return reports[0] ?? null
}

async function readIfReadable(bytes: Uint8Array): Promise<CanonicalDocument | null> {
  try {
    return await readDocument(bytes)
  } catch (error) {
    if (error instanceof RefusalError) return null
    throw error
  }
}
