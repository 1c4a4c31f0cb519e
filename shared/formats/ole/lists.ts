import type { List, ListLevel } from '../list-counters.ts'
import { formatOfCode } from '../list-numbers.ts'
import type { WordFile } from './word-file.ts'

const LEVELS = 9
const LIST_BYTES = 28
const LEVEL_BYTES = 28
const OVERRIDE_BYTES = 16
const IS_SIMPLE = 1
const IS_LEGAL = 4
const NEVER_RESTARTS = 8
const HAS_START = 0x10
const HAS_LEVEL = 0x20

interface ReadLevel {
  readonly level: ListLevel
  readonly next: number
}

/** The lists of a document by the number that paragraphs give, from 1 ([MS-DOC] 2.9.131, 2.9.147). */
export function listsOf(file: WordFile): ReadonlyMap<number, List> {
  const { table } = file
  const definitions = definitionsOf(file)
  const lists = new Map<number, List>()
  const { start, end } = file.structure('listOverrides')
  if (end - start < 4) return lists
  const count = Math.min(table.readUInt32LE(start), Math.floor((end - start - 4) / OVERRIDE_BYTES))
  let at = start + 4 + OVERRIDE_BYTES * count
  for (let index = 0; index < count; index++) {
    const entry = start + 4 + OVERRIDE_BYTES * index
    const definition = table.readInt32LE(entry)
    const levels = new Map(definitions.get(definition))
    const startOverrides = new Map<number, number>()
    // In front of the changes of a list stands a number that means nothing.
    if (at + 4 <= table.length) at += 4
    for (let left = table[entry + 12]!; left > 0 && at + 8 <= table.length; left--) {
      const flags = table.readUInt32LE(at + 4)
      const level = flags & 0xf
      if ((flags & HAS_START) !== 0) startOverrides.set(level, table.readInt32LE(at))
      at += 8
      if ((flags & HAS_LEVEL) === 0) continue
      const own = readLevel(table, at)
      levels.set(level, own.level)
      if ((flags & HAS_START) !== 0) startOverrides.set(level, own.level.start)
      at = own.next
    }
    lists.set(index + 1, { id: String(index + 1), definition: String(definition), levels, startOverrides })
  }
  return lists
}

/** Behind the table of definitions stand their levels, one or nine of each. */
function definitionsOf({ table, structure }: WordFile): ReadonlyMap<number, ReadonlyMap<number, ListLevel>> {
  const found = new Map<number, ReadonlyMap<number, ListLevel>>()
  const { start, end } = structure('lists')
  if (end - start < 2) return found
  const count = Math.min(table.readUInt16LE(start), Math.floor((end - start - 2) / LIST_BYTES))
  let at = start + 2 + LIST_BYTES * count
  for (let index = 0; index < count; index++) {
    const entry = start + 2 + LIST_BYTES * index
    const levels = new Map<number, ListLevel>()
    const isSimple = (table[entry + 26]! & IS_SIMPLE) !== 0
    for (let level = 0; level < (isSimple ? 1 : LEVELS) && at + LEVEL_BYTES <= table.length; level++) {
      const read = readLevel(table, at)
      levels.set(level, read.level)
      at = read.next
    }
    found.set(table.readInt32LE(entry), levels)
  }
  return found
}

/** [MS-DOC] 2.9.150. In its text the numbers of the levels are the characters 0 to 8. */
function readLevel(table: Buffer, at: number): ReadLevel {
  const flags = table[at + 5]!
  const text = at + LEVEL_BYTES + table[at + 24]! + table[at + 25]!
  const length = table.readUInt16LE(text)
  const shown = table.subarray(text + 2, text + 2 + 2 * length).toString('utf16le')
  const limit = table[at + 26]!
  const level: ListLevel = {
    start: table.readInt32LE(at),
    format: formatOfCode(table[at + 4]!),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are the format's own.
    pattern: shown.replace(/[\u0000-\u0008]/g, (place) => `%${place.charCodeAt(0) + 1}`),
    isLegal: (flags & IS_LEGAL) !== 0,
    ...((flags & NEVER_RESTARTS) === 0 ? {} : { restart: limit }),
  }
  return { level, next: text + 2 + 2 * length }
}
