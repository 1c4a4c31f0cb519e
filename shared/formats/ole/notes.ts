import type { WordFile } from './word-file.ts'

/** A footnote or an endnote: where it is referred to and where its text is, in characters of the file. */
export interface Note {
  readonly mark: number
  readonly start: number
  readonly end: number
}

/** Each mark has a position and, behind all positions, a number of two bytes. */
const MARK_BYTES = 6

/** The notes of a document ([MS-DOC] 2.8.16 to 2.8.19). Their texts stand together behind the text of the document. */
export function notesOf(file: WordFile): Note[] {
  const { text, footnotes, headers, macros, comments, endnotes } = file.lengths
  const firstEndnote = text + footnotes + headers + macros + comments
  return [
    ...read(file, 'footnoteMarks', 'footnoteTexts', text, footnotes),
    ...read(file, 'endnoteMarks', 'endnoteTexts', firstEndnote, endnotes),
  ]
}

function read(
  { table, structure }: WordFile,
  marksName: 'footnoteMarks' | 'endnoteMarks',
  textsName: 'footnoteTexts' | 'endnoteTexts',
  first: number,
  length: number,
): Note[] {
  const marks = structure(marksName)
  const texts = structure(textsName)
  const places = Math.floor((texts.end - texts.start) / 4) - 1
  const count = Math.min(Math.floor((marks.end - marks.start - 4) / MARK_BYTES), places)
  if (length === 0 || !(count > 0)) return []
  return Array.from({ length: count }, (_, at) => {
    const [start, end] = [0, 4].map((next) => Math.min(length, table.readUInt32LE(texts.start + 4 * at + next)))
    return { mark: table.readUInt32LE(marks.start + 4 * at), start: first + start!, end: first + end! }
  })
}
