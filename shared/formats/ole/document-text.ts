import type { TextWithTables } from '../found-tables.ts'
import { notesOf } from './notes.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { TextWriter } from './text-writer.ts'
import type { WordFile } from './word-file.ts'

/**
 * The text of a Word file: paragraphs with the numbers of their lists, rows of tables as lines, notes behind what refers to them, and text
 * boxes behind the text; hidden, struck-out and deleted text, marks of notes and instructions of fields stay out.
 * @throws {RefusalError} `corrupt` if the file does not say where its text is
 */
export function documentText(file: WordFile): TextWithTables & { readonly unread: readonly string[] } {
  const pieces = piecesOf(file)
  const { text, footnotes, headers, macros, comments, endnotes, textBoxes } = file.lengths
  const boxes = text + footnotes + headers + macros + comments + endnotes
  const write = (isDark: boolean) => {
    const writer = new TextWriter(file, readNotes(file, pieces, isDark), isDark)
    writer.write(pieces, 0, text)
    writer.write(pieces, boxes, boxes + textBoxes)
    return writer
  }
  const onPaper = write(false)
  return (onPaper.isMostlyPale ? write(true) : onPaper).finish()
}

/** The lines of the notes, by the places of the marks that refer to them. */
function readNotes(file: WordFile, pieces: readonly Piece[], isDark: boolean): ReadonlyMap<number, readonly string[]> {
  const notes = notesOf(file)
  if (notes.length === 0) return new Map()
  const writer = new TextWriter(file, new Map(), isDark)
  return new Map(notes.map(({ mark, start, end }) => [mark, writer.linesOf(pieces, start, end)]))
}
