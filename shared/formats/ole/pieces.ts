import { RefusalError } from '../../report/refusal.ts'
import type { WordFile } from './word-file.ts'

/** A run of text that stands together in the file ([MS-DOC] 2.8.35): a saved file has its changes in pieces of their own. */
export interface Piece {
  /** Characters of the document before it. */
  readonly first: number
  readonly text: string
  /** Where it begins in the stream, and how many bytes a character has there. */
  readonly offset: number
  readonly width: 1 | 2
}

const PROPERTIES = 1
const TABLE = 2
const COMPRESSED = 0x40000000
const PIECE_BYTES = 8

/** @throws {RefusalError} `corrupt` if the file does not say where its text is */
export function piecesOf(file: WordFile): Piece[] {
  const { table } = file
  const { start, end } = file.structure('pieces')
  let at = start
  while (at + 3 <= end && table[at] === PROPERTIES) at += 3 + table.readUInt16LE(at + 1)
  if (at + 5 > end || table[at] !== TABLE)
    throw new RefusalError('corrupt', 'The Word file lost the list of its text; upload it again.')
  const length = Math.min(table.readUInt32LE(at + 1), end - at - 5)
  const count = Math.floor((length - 4) / (4 + PIECE_BYTES))
  const positions = at + 5
  const pieces: Piece[] = []
  for (let index = 0; index < count; index++) {
    const first = table.readUInt32LE(positions + 4 * index)
    const last = table.readUInt32LE(positions + 4 * index + 4)
    const place = table.readUInt32LE(positions + 4 * (count + 1) + PIECE_BYTES * index + 2)
    if (last > first) pieces.push(pieceAt(file.document, first, last - first, place))
  }
  return pieces
}

function pieceAt(document: Buffer, first: number, length: number, place: number): Piece {
  const isCompressed = (place & COMPRESSED) !== 0
  const width = isCompressed ? 1 : 2
  const offset = isCompressed ? (place & ~COMPRESSED) / 2 : place
  const bytes = document.subarray(offset, offset + width * length)
  const text = isCompressed ? new TextDecoder('windows-1252').decode(bytes) : bytes.toString('utf16le')
  return { first, text, offset, width }
}
