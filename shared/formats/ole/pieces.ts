import { RefusalError } from '../../report/refusal.ts'
import { listsBeforePieces, propertiesOfPiece } from './piece-properties.ts'
import type { WordFile } from './word-file.ts'

/** A run of text that stands together in the file ([MS-DOC] 2.8.35): a saved file has its changes in pieces of their own. */
export interface Piece {
  /** Characters of the document before it. */
  readonly first: number
  readonly text: string
  /** Where it begins in the stream, and how many bytes a character has there. */
  readonly offset: number
  readonly width: 1 | 2
  /** What it sets of all its text, as `sprmsIn` reads it. */
  readonly properties: Buffer
}

const TABLE = 2
const COMPRESSED = 0x40000000
const PIECE_BYTES = 8

/** @throws {RefusalError} `corrupt` if the file does not say where its text is */
export function piecesOf(file: WordFile): Piece[] {
  const { table } = file
  const { end } = file.structure('pieces')
  const { lists, end: at } = listsBeforePieces(file)
  if (at + 5 > end || table[at] !== TABLE)
    throw new RefusalError('corrupt', 'The Word file lost the list of its text; upload it again.')
  const length = Math.min(table.readUInt32LE(at + 1), end - at - 5)
  const count = Math.floor((length - 4) / (4 + PIECE_BYTES))
  const positions = at + 5
  const pieces: Piece[] = []
  for (let index = 0; index < count; index++) {
    const first = table.readUInt32LE(positions + 4 * index)
    const last = table.readUInt32LE(positions + 4 * index + 4)
    const piece = positions + 4 * (count + 1) + PIECE_BYTES * index
    const properties = propertiesOfPiece(table.readUInt16LE(piece + 6), lists)
    if (last > first)
      pieces.push({ ...textAt(file.document, last - first, table.readUInt32LE(piece + 2)), first, properties })
  }
  return pieces
}

function textAt(document: Buffer, length: number, place: number): Pick<Piece, 'text' | 'offset' | 'width'> {
  const isCompressed = (place & COMPRESSED) !== 0
  const width = isCompressed ? 1 : 2
  const offset = isCompressed ? (place & ~COMPRESSED) / 2 : place
  const bytes = document.subarray(offset, offset + width * length)
  const text = isCompressed ? new TextDecoder('windows-1252').decode(bytes) : bytes.toString('utf16le')
  return { text, offset, width }
}
