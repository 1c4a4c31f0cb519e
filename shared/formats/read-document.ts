import { RefusalError } from '../report/refusal.ts'
import { textColumns } from '../tables/text-columns.ts'
import { type CanonicalDocument, NO_FACTS } from './canonical.ts'
import type { Container } from './detect.ts'
import { formatOf } from './formats.ts'
import { placeTables } from './found-tables.ts'
import { MAX_FILE_BYTES, MAX_TEXT_LENGTH } from './limits.ts'
import { mend, mendFacts } from './mend.ts'
import { openFile } from './open-file.ts'
import { RARE, rareSignsIn } from './rare-signs.ts'
import { namesOfUnread, partlyUnread } from './unread.ts'

/**
 * Reads a file by its bytes, never by its name or declared type. Each format's reader is loaded when a file needs it.
 * @throws {RefusalError} with the reason if the file holds no readable text
 * @example
 * const { text, format, facts } = await readDocument(await readFile('report.pdf'))
 */
export async function readDocument(bytes: Uint8Array): Promise<CanonicalDocument> {
  if (bytes.length === 0) throw new RefusalError('empty', 'The file has no bytes; upload it again.')
  if (bytes.length > MAX_FILE_BYTES)
    throw new RefusalError('too_large', `The file has ${bytes.length} bytes, the limit is ${MAX_FILE_BYTES}.`)
  const file = openFile(bytes)
  const row = await formatOf(file)
  if (row === null) throw unsupported(file.container)
  const content = await row.read(file)
  const { text: found, charset = null, facts = NO_FACTS, tables: foundTables = [], unread = [] } = content
  const { text, warnings } = mend(found)
  if (text.trim() === '' && unread.length > 0)
    throw new RefusalError('no_text', `The file has no text beside what could not be read: ${namesOfUnread(unread)}.`)
  if (text.trim() === '') throw new RefusalError('empty', 'The file holds nothing but white space.')
  if (text.length > MAX_TEXT_LENGTH)
    throw new RefusalError('too_large', `The text has ${text.length} characters, the limit is ${MAX_TEXT_LENGTH}.`)
  const placed = placeTables(text, foundTables)
  const tables = [...placed, ...textColumns(text, placed)].sort((a, b) => a.start - b.start)
  return {
    format: row.format,
    charset,
    facts: mendFacts(facts),
    text,
    tables,
    warnings: [...partlyUnread(unread), ...warnings],
    isMostlyUnread: content.isMostlyUnread === true || isMostlyUnknown(text),
  }
}

/** Whether more characters are those of a font of the file's own, which nobody can tell, than are Chinese. */
function isMostlyUnknown(text: string): boolean {
  if (!(rareSignsIn(text) & RARE.privateUse)) return false
  const unknown = text.match(/[\ue000-\uefff\uf100-\uf8ff]/g)?.length ?? 0
  return unknown > 0 && unknown > (text.match(/\p{Script=Han}/gu)?.length ?? 0)
}

function unsupported(container: Container): RefusalError {
  const detail =
    container === 'zip'
      ? 'The file is a ZIP archive, but not of the formats that Fazhi reads; upload the documents in it.'
      : `Fazhi does not read ${container === 'unknown' ? 'XML' : container} files of its kind; save it as text, PDF or DOCX.`
  return new RefusalError('unsupported_format', detail)
}
