import { find, read } from 'cfb'
import { RefusalError } from '../../report/refusal.ts'

/** The streams of a Word file that hold its text and what is said of it, and where each list of theirs stands. */
export interface WordFile {
  readonly document: Buffer
  readonly table: Buffer
  /** What has no room in the others; empty if the file has none. */
  readonly data: Buffer
  /** Characters of the parts of the text, in the order in which they stand in the file ([MS-DOC] 2.3). */
  readonly lengths: Readonly<Record<(typeof STORIES)[number], number>>
  /** A structure of the table stream by its place in the header; empty if the file has none. */
  structure(name: keyof typeof STRUCTURES): { readonly start: number; readonly end: number }
}

const STORIES = ['text', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'textBoxes'] as const
const FIRST_STORY = 0x4c

/** Places in the header of the pairs of offset and length, [MS-DOC] 2.5.6. */
const STRUCTURES = {
  styles: 0xa2,
  footnoteMarks: 0xaa,
  footnoteTexts: 0xb2,
  characterRuns: 0xfa,
  paragraphRuns: 0x102,
  pieces: 0x1a2,
  endnoteMarks: 0x20a,
  endnoteTexts: 0x212,
  lists: 0x2e2,
  listOverrides: 0x2ea,
} as const

const MAGIC = 0xa5ec
const FLAGS = 0x0a
const IN_FIRST_TABLE = 0x0200
const LAST_FIELD = 0x2f2
/** Headers of Word 97 and later; older ones have other structures. */
const WORD_97 = 0xc1
const VERSION = 2

/** @throws {RefusalError} `corrupt`, or `unsupported_format` for files of Word 95 and older */
export function openWordFile(file: Buffer): WordFile {
  const container = read(file, { type: 'buffer' })
  const streamIn = (name: string) => {
    const content = find(container, name)?.content
    return content === undefined ? null : Buffer.from(content)
  }
  const stream = (name: string) => {
    const content = streamIn(name)
    if (content === null) throw new RefusalError('corrupt', `The Word file lacks its stream ${name}; upload it again.`)
    return content
  }
  const document = stream('WordDocument')
  if (document.length < LAST_FIELD || document.readUInt16LE(0) !== MAGIC) throw oldOrDamaged(document)
  if (document.readUInt16LE(VERSION) < WORD_97) throw oldOrDamaged(document)
  const table = stream((document.readUInt16LE(FLAGS) & IN_FIRST_TABLE) === 0 ? '0Table' : '1Table')
  const lengths = Object.fromEntries(
    STORIES.map((name, at) => [name, Math.max(0, document.readInt32LE(FIRST_STORY + 4 * at))]),
  )
  return {
    document,
    table,
    data: streamIn('Data') ?? Buffer.alloc(0),
    lengths: lengths as WordFile['lengths'],
    structure(name) {
      const start = document.readUInt32LE(STRUCTURES[name])
      const length = document.readUInt32LE(STRUCTURES[name] + 4)
      return { start, end: Math.min(table.length, start + length) }
    },
  }
}

const OLD_MAGIC = new Set([0xa5dc, 0xa59b, 0xa59c, 0xa697, 0xa699])

function oldOrDamaged(document: Buffer): RefusalError {
  const magic = document.length >= 4 ? document.readUInt16LE(0) : 0
  const isOld = OLD_MAGIC.has(magic) || (magic === MAGIC && document.readUInt16LE(VERSION) < WORD_97)
  return isOld
    ? new RefusalError('unsupported_format', 'The file is of Word 95 or older; save it as DOCX.')
    : new RefusalError('corrupt', 'The head of the Word file is damaged; upload it again.')
}
