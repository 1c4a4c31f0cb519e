/** One property of text or paragraphs in a Word file, [MS-DOC] 2.6: what it sets, and to what. */
export interface Sprm {
  readonly code: number
  /** Where its operand is in the buffer. */
  readonly at: number
  readonly length: number
}

const DEFINE_TABLE = 0xd608
const CHANGE_TABS = 0xc615
/** Lengths of operands by the upper three bits of the code; 6 has its length in front. */
const LENGTHS = [1, 1, 2, 4, 2, 2, 0, 3]
const VARIABLE = 6

/** The properties in a piece of a buffer, one after the other; a piece that is cut short ends the list. */
export function* sprmsIn(buffer: Buffer, start: number, end: number): Generator<Sprm> {
  let at = start
  while (at + 2 <= Math.min(end, buffer.length)) {
    const code = buffer.readUInt16LE(at)
    at += 2
    const kind = code >> 13
    let length = LENGTHS[kind]!
    if (kind === VARIABLE) {
      if (at >= end) return
      // Two properties count their length in another way; of neither is anything read.
      if (code === DEFINE_TABLE) length = at + 2 <= end ? buffer.readUInt16LE(at) + 1 : 0
      else if (code === CHANGE_TABS && buffer[at] === 0xff) return
      else length = buffer[at]! + 1
    }
    if (at + length > end) return
    yield { code, at, length }
    at += length
  }
}
