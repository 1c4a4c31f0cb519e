import { RefusalError } from '../../report/refusal.ts'
import { bufferOver } from '../buffer-over.ts'
import type { TextWithTables } from '../found-tables.ts'
import { documentText } from './document-text.ts'
import { openWordFile } from './word-file.ts'

/**
 * Reads the text of an OLE compound file: Word up to 2003, or WPS, which writes the same streams.
 * @throws {RefusalError} `encrypted`, `unsupported_format` for other OLE files (Excel, mail), or `corrupt`
 */
export async function readOle(bytes: Uint8Array): Promise<TextWithTables> {
  const file = bufferOver(bytes)
  if (holdsStream(file, 'EncryptedPackage'))
    throw new RefusalError('encrypted', 'The Office file is locked with a password; save it without one.')
  if (isCutShort(file))
    throw new RefusalError('corrupt', 'The OLE file is cut short: its directory is missing; upload it again.')
  if (!holdsStream(file, 'WordDocument'))
    throw new RefusalError('unsupported_format', 'The OLE file is no Word or WPS text; save it as DOCX or PDF.')
  if (isLockedWord(file))
    throw new RefusalError('encrypted', 'The Word file is locked with a password; save it without one.')
  const content = textOf(file)
  if (content.text.trim() === '')
    throw new RefusalError('no_text', 'The Word file holds pictures only; run them through OCR.')
  return content
}

/** Names of streams stand in the directory as UTF-16; that is all that is asked of it here. */
function holdsStream(file: Buffer, name: string): boolean {
  return file.includes(Buffer.from(`${name}\0`, 'utf16le'))
}

const SECTOR = 512
const FIRST_DIRECTORY_SECTOR = 48

/** [MS-CFB] 2.2: the header says where the directory begins. */
function isCutShort(file: Buffer): boolean {
  return file.length < SECTOR || (file.readUInt32LE(FIRST_DIRECTORY_SECTOR) + 1) * SECTOR >= file.length
}

const WORD_MAGIC = 0xa5ec
const FLAGS = 10
const ENCRYPTED = 0x0100

/** [MS-DOC] 2.5.1: the head of the WordDocument stream says by `fEncrypted` that the text is not to be read as it is. */
function isLockedWord(file: Buffer): boolean {
  for (let at = SECTOR; at + FLAGS + 2 <= file.length; at += SECTOR) {
    if (file.readUInt16LE(at) === WORD_MAGIC) return (file.readUInt16LE(at + FLAGS) & ENCRYPTED) !== 0
  }
  return false
}

function textOf(file: Buffer): TextWithTables {
  try {
    return documentText(openWordFile(file))
  } catch (error) {
    if (error instanceof RefusalError) throw error
    const detail = error instanceof Error ? error.message : String(error)
    throw new RefusalError('corrupt', `The Word file is damaged (${detail}); upload it again.`, { cause: error })
  }
}
