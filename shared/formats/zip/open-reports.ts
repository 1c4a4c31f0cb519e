import { formatOf } from '../formats.ts'
import { MAX_ARCHIVE_DOCUMENTS, MAX_ARCHIVE_EXPANDED_BYTES, MAX_FILE_BYTES, tooComplex } from '../limits.ts'
import { openFile } from '../open-file.ts'
import type { Archive } from './archive.ts'

export interface ArchivedFile {
  /** Its name in the archive, without folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * The files in a ZIP of reports, one after the other, so that only one is in memory. Null for every other file, also for DOCX
 * and OFD. Folders, `__MACOSX`, hidden and empty files are left out.
 * @throws {RefusalError} here or while the files are taken out: as the archive's streams do, or `too_complex`
 */
export async function openReports(bytes: Uint8Array): Promise<AsyncGenerator<ArchivedFile> | null> {
  const file = openFile(bytes, openArchive)
  if (file.container !== 'zip' || (await formatOf(file)) !== null) return null
  const archive = await file.archive()
  const names = archive.names.filter(isFile)
  // Office's other formats are ZIP files too, of parts that are no documents.
  if (names.some((name) => OTHER_FORMAT.test(name))) return null
  if (names.length > MAX_ARCHIVE_DOCUMENTS) throw tooComplex(`holds more than ${MAX_ARCHIVE_DOCUMENTS} files`)
  return filesOf(archive, names)
}

async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const { Archive } = await import('./archive.ts')
  return Archive.open(bytes, MAX_ARCHIVE_EXPANDED_BYTES)
}

const OTHER_FORMAT = /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/.{0,200}|AndroidManifest\.xml)$/

function isFile(name: string): boolean {
  return !/(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)|\/$/.test(name)
}

async function* filesOf(archive: Archive, names: readonly string[]): AsyncGenerator<ArchivedFile> {
  for (const name of names) {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of archive.read(name)) {
      size += chunk.length
      if (size > MAX_FILE_BYTES) throw tooComplex(`holds a file of more than ${MAX_FILE_BYTES} bytes`)
      chunks.push(chunk)
    }
    if (size > 0) yield { name: name.split(/[/\\]/).at(-1)!, bytes: Buffer.concat(chunks) }
  }
}
