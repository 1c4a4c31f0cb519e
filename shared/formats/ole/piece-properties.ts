import type { WordFile } from './word-file.ts'

const LIST = 1
const IS_LIST = 1

/** The properties that the number in a short modifier stands for, [MS-DOC] 2.9.214; only those that are read of text and paragraphs. */
const SHORT: ReadonlyMap<number, number> = new Map([
  [0x0c, 0x260a],
  [0x18, 0x2416],
  [0x19, 0x2417],
  [0x41, 0x0800],
  [0x43, 0x0802],
  [0x4d, 0x2a0c],
  [0x57, 0x0837],
  [0x5c, 0x083c],
  [0x62, 0x2a42],
  [0x68, 0x2a48],
  [0x73, 0x2a53],
  [0x75, 0x0855],
])

export const NO_PROPERTIES = Buffer.alloc(0)

/** The lists of properties that stand before the pieces of a file ([MS-DOC] 2.9.209), and where the pieces begin. */
export function listsBeforePieces({ table, structure }: WordFile): { readonly lists: Buffer[]; readonly end: number } {
  const { start, end } = structure('pieces')
  const lists: Buffer[] = []
  let at = start
  while (at + 3 <= end && table[at] === LIST) {
    const next = at + 3 + table.readUInt16LE(at + 1)
    lists.push(table.subarray(at + 3, Math.min(next, end)))
    at = next
  }
  return { lists, end: at }
}

/**
 * What a piece sets of all its text, over what its runs and paragraphs set: a file that was saved fast has its last changes there. It is one
 * property, or the number of a list of them.
 */
export function propertiesOfPiece(modifier: number, lists: readonly Buffer[]): Buffer {
  if ((modifier & IS_LIST) !== 0) return lists[modifier >> 1] ?? NO_PROPERTIES
  const code = SHORT.get((modifier >> 1) & 0x7f)
  return code === undefined ? NO_PROPERTIES : Buffer.from([code & 0xff, code >> 8, modifier >> 8])
}
