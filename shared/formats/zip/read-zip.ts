import { RefusalError } from '../../report/refusal.ts'
import type { Format } from '../../report/report.ts'
import { isDocx, readDocx } from '../docx/read-docx.ts'
import { isOfd, readOfd } from '../ofd/read-ofd.ts'
import { Archive } from './archive.ts'

/**
 * Reads the document formats that are ZIP files, told by the parts they must have.
 * @throws {RefusalError} `unsupported_format` for any other ZIP file
 */
export async function readZip(bytes: Uint8Array): Promise<{ text: string; format: Format }> {
  const archive = await Archive.open(bytes)
  if (isDocx(archive)) return { text: await readDocx(archive), format: 'docx' }
  if (isOfd(archive)) return { text: await readOfd(archive), format: 'ofd' }
  throw new RefusalError(
    'unsupported_format',
    'The file is a ZIP archive, but not of the formats that Fazhi reads; upload the documents in it.',
  )
}
