import { type Decoded, decode } from './decode.ts'
import { type Container, detectContainer } from './detect.ts'
import type { Archive } from './zip/archive.ts'

/** A file as the readers of formats need it. What is made of its bytes is made once, when it is asked for. */
export interface OpenFile {
  readonly bytes: Uint8Array
  readonly container: Container
  /**
   * The file as text.
   * @throws {RefusalError} `unsupported_format` if it is no text in any charset
   */
  decoded(): Decoded
  /**
   * The file as a ZIP file.
   * @throws {RefusalError} `corrupt` or `too_complex`
   */
  archive(): Promise<Archive>
}

/** @param openArchive opens the file if it is a ZIP file, by default with the limits of one document */
export function openFile(bytes: Uint8Array, openArchive: (bytes: Uint8Array) => Promise<Archive> = openZip): OpenFile {
  let decoded: Decoded | undefined
  let archive: Promise<Archive> | undefined
  return {
    bytes,
    container: detectContainer(bytes),
    decoded() {
      decoded ??= decode(bytes)
      return decoded
    },
    archive() {
      archive ??= openArchive(bytes)
      return archive
    },
  }
}

async function openZip(bytes: Uint8Array): Promise<Archive> {
  const { Archive } = await import('./zip/archive.ts')
  return Archive.open(bytes)
}
