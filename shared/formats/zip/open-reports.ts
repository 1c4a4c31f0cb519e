import { RefusalError } from '../../report/refusal.ts'
import { formatOf } from '../formats.ts'
import { MAX_ARCHIVE_DOCUMENTS, MAX_ARCHIVE_EXPANDED_BYTES, MAX_FILE_BYTES, tooComplex } from '../limits.ts'
import { openFile } from '../open-file.ts'
import type { Archive } from './archive.ts'

/** A file in an archive: what it holds, or why it could not be taken out. */
export interface ArchivedFile {
  /** Its name in the archive, without folders. */
  readonly name: string
  /** Unpacked; of a file that could not be taken out, as it is packed. */
  readonly bytes: Uint8Array
  readonly refusal: RefusalError | null
}

/**
 * The files in a ZIP of reports, one after the other, so that only one is in memory. Null for every other file, also for DOCX
 * and OFD. Folders and files that systems leave (`__MACOSX`, `Thumbs.db`) are left out.
 * @throws {RefusalError} `corrupt` if the archive's directory cannot be read, `too_complex` if it holds too many files
 */
export async function openReports(bytes: Uint8Array): Promise<AsyncGenerator<ArchivedFile> | null> {
  const file = openFile(bytes, openArchive)
  if (file.container !== 'zip' || (await formatOf(file)) !== null) return null
  const archive = await file.archive()
  const { names } = archive
  // Office's other formats are ZIP files too, of parts that are no documents.
  if (names.some((name) => OTHER_FORMAT.test(name))) return null
  const places = [...names.keys()].filter((place) => isFile(names[place]!))
  if (places.length > MAX_ARCHIVE_DOCUMENTS) throw tooComplex(`holds more than ${MAX_ARCHIVE_DOCUMENTS} files`)
  return filesOf(archive, places)
}

async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const { Archive } = await import('./archive.ts')
  return Archive.open(bytes, MAX_ARCHIVE_EXPANDED_BYTES)
}

const OTHER_FORMAT = /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/.{0,200}|AndroidManifest\.xml)$/

/** What macOS, Windows and Office put into archives by themselves. */
const SYSTEM_FILE =
  /(?:^|[/\\])(?:__MACOSX[/\\].{0,400}|\._[^/\\]{0,400}|\.DS_Store|\.(?:Spotlight-V100|Trashes|fseventsd)(?:[/\\].{0,400})?|Thumbs\.db|desktop\.ini|~\$[^/\\]{0,400})$/i

function isFile(name: string): boolean {
  return !/[/\\]$/.test(name) && !SYSTEM_FILE.test(name)
}

async function* filesOf(archive: Archive, places: readonly number[]): AsyncGenerator<ArchivedFile> {
  for (const place of places) {
    const name = archive.names[place]!.split(/[/\\]/).at(-1) || 'unnamed'
    yield { name, ...(await unpacked(archive, place)) }
  }
}

/** A file that cannot be taken out keeps none of the others from it. */
async function unpacked(archive: Archive, place: number): Promise<Omit<ArchivedFile, 'name'>> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of archive.readAt(place)) {
      size += chunk.length
      if (size > MAX_FILE_BYTES)
        throw new RefusalError('too_large', `The file has more than ${MAX_FILE_BYTES} bytes, which is the limit.`)
      chunks.push(chunk)
    }
    return { bytes: Buffer.concat(chunks), refusal: null }
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    return { bytes: archive.packedAt(place), refusal: error }
  }
}
