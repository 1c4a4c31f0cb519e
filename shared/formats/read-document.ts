import { Refusal } from '../report/refusal.ts'
import { type CanonicalDocument, NO_FACTS } from './canonical.ts'

const BYTE_ORDER_MARK = /^\uFEFF/

/**
 * Reads a file by its bytes, never by its name or declared type.
 * @throws {Refusal} with the reason where the file holds no readable text
 */
export async function readDocument(bytes: Uint8Array): Promise<CanonicalDocument> {
  if (bytes.length === 0) throw new Refusal('empty', 'The file has no bytes; upload it again.')
  const text = decodeUtf8(bytes).replace(BYTE_ORDER_MARK, '').replace(/\r\n?/g, '\n')
  if (text.includes('\0'))
    throw new Refusal('unsupported_format', 'The file is binary and of no format that Fazhi reads.')
  if (text.trim() === '') throw new Refusal('empty', 'The file holds nothing but white space.')
  return { text, format: 'text', charset: 'utf-8', facts: NO_FACTS, warnings: [] }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Refusal('unsupported_format', 'The file is neither UTF-8 text nor a format that Fazhi reads.', { cause })
  }
}
