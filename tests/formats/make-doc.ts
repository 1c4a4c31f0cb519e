import { utils, write } from 'cfb'

/** A run of text with the properties of its characters, as [MS-DOC] writes them. */
export interface DocRun {
  readonly text: string
  readonly characters?: readonly number[]
}

export interface DocParagraph {
  readonly runs: readonly DocRun[]
  readonly properties?: readonly number[]
  readonly style?: number
  /** `\r`, or `\u0007` for a cell. */
  readonly end?: string
  /** Properties of the sign that ends it. */
  readonly endCharacters?: readonly number[]
}

export interface DocStyle {
  readonly name: string
  readonly paragraph?: readonly number[]
  readonly characters?: readonly number[]
}

export interface DocLevel {
  readonly start?: number
  readonly format: number
  /** The characters 0 to 8 stand for the numbers of the levels. */
  readonly text: string
  readonly flags?: number
  readonly restart?: number
}

export interface DocFile {
  readonly paragraphs: readonly DocParagraph[]
  /** Footnotes of one paragraph each; the signs `\u0002` in the text refer to them, in order. */
  readonly notes?: readonly DocParagraph[]
  readonly boxes?: readonly DocParagraph[]
  /** The stream of what has no room elsewhere. */
  readonly data?: readonly number[]
  /** Where pieces behind the first one start, with their modifiers; and the lists that modifiers name. */
  readonly pieces?: readonly { readonly start: number; readonly modifier: number }[]
  readonly modifiers?: readonly (readonly number[])[]
  readonly styles?: readonly DocStyle[]
  /** Definitions by their id, with their levels. */
  readonly definitions?: readonly { readonly id: number; readonly levels: readonly DocLevel[] }[]
  /** Lists from 1: the definition, and levels that begin anew with a number. */
  readonly lists?: readonly {
    readonly definition: number
    readonly starts?: readonly (readonly [level: number, start: number])[]
  }[]
}

const TEXT = 0x600
const PAGE = 512

const u16 = (value: number) => [value & 0xff, (value >> 8) & 0xff]
const u32 = (value: number) => [...u16(value & 0xffff), ...u16((value >>> 16) & 0xffff)]

/** Writes a Word 97 file with what the tests need: text in pieces, properties of characters and paragraphs, styles and lists. */
export function makeDoc({
  paragraphs,
  notes = [],
  boxes = [],
  data = [],
  pieces = [],
  modifiers = [],
  styles = [],
  definitions = [],
  lists = [],
}: DocFile): Buffer {
  const characters: (readonly [number, readonly number[]])[] = []
  const blocks: (readonly [number, readonly number[]])[] = []
  let text = ''
  const add = (all: readonly DocParagraph[]) => {
    for (const { runs, properties = [], style = 0, end = '\r', endCharacters = [] } of all) {
      for (const { text: words, characters: own = [] } of [...runs, { text: end, characters: endCharacters }]) {
        text += words
        characters.push([text.length, own])
      }
      blocks.push([text.length, [...u16(style), ...properties]])
    }
  }
  add(paragraphs)
  const bodyLength = text.length
  const noteEnds = notes.map((note) => {
    add([note])
    return text.length - bodyLength
  })
  const notesEnd = text.length
  add(boxes)

  const table: number[] = []
  const structures = new Map<number, readonly [number, number]>()
  const put = (place: number, bytes: readonly number[]) => {
    structures.set(place, [table.length, bytes.length])
    table.push(...bytes)
  }
  const pages: Buffer[] = []
  const firstPage = Math.ceil((TEXT + 2 * text.length) / PAGE)
  const list = (
    runs: readonly (readonly [number, readonly number[]])[],
    write: typeof characterPage,
    perPage: number,
  ) => {
    const numbers: number[] = []
    const bounds = [TEXT]
    for (let at = 0; at < runs.length; at += perPage) {
      const own = runs.slice(at, at + perPage)
      numbers.push(firstPage + pages.length)
      pages.push(write(at === 0 ? 0 : runs[at - 1]![0], own))
      bounds.push(TEXT + 2 * own.at(-1)![0])
    }
    return [...bounds.flatMap(u32), ...numbers.flatMap(u32)]
  }
  put(0xfa, list(characters, characterPage, 12))
  put(0x102, list(blocks, paragraphPage, 8))
  put(0xa2, styleSheet(styles))
  if (notes.length > 0) {
    const marks = [...text.slice(0, bodyLength)].flatMap((sign, at) => (sign === '\u0002' ? [at] : []))
    put(0xaa, [...[...marks, bodyLength].flatMap(u32), ...marks.flatMap(() => u16(1))])
    put(0xb2, [0, ...noteEnds, notesEnd - bodyLength].flatMap(u32))
  }
  const all = [{ start: 0, modifier: 0 }, ...pieces]
  put(0x1a2, [
    ...modifiers.flatMap((list) => [1, ...u16(list.length), ...list]),
    2,
    ...u32(4 + 12 * all.length),
    ...[...all.map(({ start }) => start), text.length].flatMap(u32),
    ...all.flatMap(({ start, modifier }) => [0, 0, ...u32(TEXT + 2 * start), ...u16(modifier)]),
  ])
  put(0x2e2, [
    ...u16(definitions.length),
    ...definitions.flatMap(({ id, levels }) => [
      ...u32(id),
      ...u32(0),
      ...Array(18).fill(0xff),
      levels.length === 1 ? 1 : 0,
      0,
    ]),
  ])
  table.push(
    ...definitions.flatMap(({ levels }) =>
      Array.from({ length: levels.length === 1 ? 1 : 9 }, (_, at) => levels[at] ?? { format: 0, text: '' }).flatMap(
        level,
      ),
    ),
  )
  put(0x2ea, [
    ...u32(lists.length),
    ...lists.flatMap(({ definition, starts = [] }) => [
      ...u32(definition),
      ...u32(0),
      ...u32(0),
      starts.length,
      0,
      0,
      0,
    ]),
  ])
  table.push(
    ...lists.flatMap(({ starts = [] }) => [
      ...u32(0xffffffff),
      ...starts.flatMap(([at, start]) => [...u32(start), ...u32(at | 0x10)]),
    ]),
  )

  const head = Buffer.alloc(TEXT)
  head.writeUInt16LE(0xa5ec, 0)
  head.writeUInt16LE(0xc1, 2)
  head.writeUInt32LE(bodyLength, 0x4c)
  head.writeUInt32LE(notesEnd - bodyLength, 0x50)
  head.writeUInt32LE(text.length - notesEnd, 0x64)
  for (const [place, [start, length]] of structures) {
    head.writeUInt32LE(start, place)
    head.writeUInt32LE(length, place + 4)
  }
  const body = Buffer.alloc(firstPage * PAGE - TEXT)
  body.write(text, 'utf16le')
  const container = utils.cfb_new()
  // Small streams go to a part of the container that no Word file of usual length uses.
  const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(Math.max(0, 4096 - bytes.length))])
  utils.cfb_add(container, 'WordDocument', padded(Buffer.concat([head, body, ...pages])))
  utils.cfb_add(container, '0Table', padded(Buffer.from(table)))
  if (data.length > 0) utils.cfb_add(container, 'Data', padded(Buffer.from(data)))
  return Buffer.from(write(container, { type: 'buffer' }))
}

/** A page of properties: offsets, then the places of the properties, which stand at its end. */
function page(
  first: number,
  runs: readonly (readonly [number, readonly number[]])[],
  entry: number,
  pack: (bytes: readonly number[]) => number[],
): Buffer {
  const buffer = Buffer.alloc(PAGE)
  let end = PAGE - 1
  buffer[end] = runs.length
  buffer.writeUInt32LE(TEXT + 2 * first, 0)
  for (const [index, [last, bytes]] of runs.entries()) {
    buffer.writeUInt32LE(TEXT + 2 * last, 4 * (index + 1))
    if (bytes.length === 0) continue
    const packed = Buffer.from(pack(bytes))
    end = (end - packed.length) & ~1
    packed.copy(buffer, end)
    buffer[4 * (runs.length + 1) + entry * index] = end / 2
  }
  return buffer
}

const characterPage = (first: number, runs: readonly (readonly [number, readonly number[]])[]) =>
  page(first, runs, 1, (bytes) => [bytes.length, ...bytes])

const paragraphPage = (first: number, runs: readonly (readonly [number, readonly number[]])[]) =>
  page(first, runs, 13, (bytes) =>
    bytes.length % 2 === 0 ? [0, bytes.length / 2, ...bytes] : [(bytes.length + 1) / 2, ...bytes],
  )

function styleSheet(styles: readonly DocStyle[]): number[] {
  const written = styles.map(({ name, paragraph = [], characters = [] }, index) => {
    const even = (bytes: readonly number[]) => [...u16(bytes.length), ...bytes, ...(bytes.length % 2 === 0 ? [] : [0])]
    const base = [...u16(0xffe), ...u16(1 | (0xfff << 4)), ...u16(2), ...u16(0), ...u16(0)]
    const words = [...Buffer.from(name, 'utf16le')]
    const std = [
      ...base,
      ...u16(name.length),
      ...words,
      0,
      0,
      ...even([...u16(index), ...paragraph]),
      ...even(characters),
    ]
    return [...u16(std.length), ...std]
  })
  return [...u16(4), ...u16(styles.length), ...u16(10), ...written.flat()]
}

function level({ start = 1, format, text, flags = 0, restart = 0 }: DocLevel): number[] {
  const words = [...Buffer.from(text, 'utf16le')]
  return [
    ...u32(start),
    format,
    flags,
    ...Array(9).fill(0),
    0,
    ...u32(0),
    ...u32(0),
    0,
    0,
    restart,
    0,
    ...u16(text.length),
    ...words,
  ]
}
