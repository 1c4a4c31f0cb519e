import { constants, inflateSync } from 'node:zlib'
import { bufferOver } from '../buffer-over.ts'
import { MAX_EXPANDED_BYTES } from '../limits.ts'

/** An object of a file: its number, and its words up to its stream or its end. */
interface FoundObject {
  readonly number: number
  readonly words: string
}

/** What stands behind the objects of a whole file. */
const BEHIND = ['xref', 'trailer', '/XRef']

/** Whether a file ends before its objects do: nobody knows what it has lost. */
export function isCutOff(bytes: Uint8Array): boolean {
  const file = bufferOver(bytes)
  const last = Math.max(0, file.lastIndexOf('endobj'))
  return BEHIND.every((word) => !file.includes(word, last))
}

/**
 * A file that PDF.js cannot open, with a trailer that names its catalogue. PDF.js finds the objects of a damaged file by itself, but it looks for
 * the catalogue in trailers only, and not into streams of packed objects, whose table is at the end of the file. If the catalogue is lost
 * too, the pages that are left make one. Null if there is no page, or if the text is encrypted: the trailer had a part of the key.
 */
export function rebuilt(bytes: Uint8Array): Uint8Array | null {
  const file = bufferOver(bytes)
  const { plain, packed } = objectsIn(file)
  const all = new Map([...packed, ...plain].map(({ number, words }) => [number, words]))
  const pages = catalogueIn(all) === null ? pageTreeOf(all) : []
  for (const { number, words } of pages) all.set(number, words)
  const root = catalogueIn(all)
  if (root === null || [...all.values()].some((words) => KEY.test(words))) return null
  const known = new Set(plain.map(({ number }) => number))
  const added = [...packed.filter(({ number }) => !known.has(number)), ...pages]
  const objects = added.map(({ number, words }) => `${number} 0 obj ${words} endobj`)
  const end = [CLOSED, ...objects, `trailer<</Root ${root} 0 R>>`].join('\n')
  return Uint8Array.from(Buffer.concat([file, Buffer.from(end, 'latin1')]))
}

/** Ends what the file may be cut in: the stream of an object, or the table, behind which PDF.js looks for no objects before its end. */
const CLOSED = '\nendstream endobj\ntrailer<<>>\nstartxref\n0'

const CATALOGUE = /\/Type\s{0,4}\/Catalog\b/
const TREE = /\/Pages\s{1,4}(?<number>\d{1,10})\s/
const PAGE = /\/Type\s{0,4}\/Page\b/
const KEY = /\/Filter\s{0,4}\/Standard\b/

/** The number of the last catalogue whose pages are there. */
function catalogueIn(objects: ReadonlyMap<number, string>): number | null {
  const found = [...objects].findLast(
    ([, words]) => CATALOGUE.test(words) && objects.has(Number(TREE.exec(words)?.groups?.number)),
  )
  return found?.[0] ?? null
}

/** A catalogue of the pages, in their order in the file. */
function pageTreeOf(objects: ReadonlyMap<number, string>): FoundObject[] {
  const pages = [...objects].flatMap(([number, words]) => (PAGE.test(words) ? [number] : []))
  if (pages.length === 0) return []
  const tree = 1 + [...objects.keys()].reduce((most, number) => Math.max(most, number), 0)
  const kids = pages.map((number) => `${number} 0 R`).join(' ')
  return [
    { number: tree, words: `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>` },
    { number: tree + 1, words: `<</Type/Catalog/Pages ${tree} 0 R>>` },
  ]
}

const OBJECT = /(?<![\d.])(?<number>\d{1,9})\s{1,8}\d{1,5}\s{1,8}obj\b/g
const END_OF_WORDS = /\bstream\r?\n|\bendobj\b|(?<![\d.])\d{1,9}\s{1,8}\d{1,5}\s{1,8}obj\b|$/g

function objectsIn(file: Buffer): { readonly plain: FoundObject[]; readonly packed: FoundObject[] } {
  const text = file.toString('latin1')
  const plain: FoundObject[] = []
  const packed: FoundObject[] = []
  let room = MAX_EXPANDED_BYTES
  for (const found of text.matchAll(OBJECT)) {
    const start = found.index + found[0].length
    END_OF_WORDS.lastIndex = start
    const end = END_OF_WORDS.exec(text)!
    const words = text.slice(start, end.index)
    plain.push({ number: Number(found.groups!.number), words })
    if (!PACKED.test(words) || room <= 0) continue
    const stream = inflated(file.subarray(end.index + end[0].length), room)
    room -= stream.length
    packed.push(...objectsOf(stream, words))
  }
  return { plain, packed }
}

const PACKED = /^(?=[\s\S]*\/ObjStm\b)(?=[\s\S]*\/FlateDecode\b)/

/** What is left of a packed stream, in the way in which nearly all are packed. */
function inflated(bytes: Uint8Array, maxOutputLength: number): string {
  try {
    return inflateSync(bytes, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1')
  } catch {
    // Damaged, or larger than it may be: its objects are not found.
    return ''
  }
}

/** The objects of a stream that begins with their numbers and places (ISO 32000-2, 7.5.7). */
function objectsOf(stream: string, words: string): FoundObject[] {
  const first = Number(/\/First\s{0,4}(\d{1,9})/.exec(words)?.[1])
  const pairs = [...stream.slice(0, first).matchAll(/(\d{1,9})\s{1,8}(\d{1,9})/g)].map((pair) =>
    pair.slice(1).map(Number),
  )
  return pairs.map(([number, place], at) => ({
    number: number!,
    words: stream.slice(first + place!, first + (pairs[at + 1]?.[1] ?? stream.length)),
  }))
}
