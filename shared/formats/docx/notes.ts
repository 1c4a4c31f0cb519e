import type { XmlVisitor } from '../zip/walk-xml.ts'

type Attributes = Readonly<Record<string, string>>
export type NoteKind = 'footnote' | 'endnote'

/** The lines of the notes of a document that are not read yet, by their kind and number. */
export type Notes = Map<string, readonly string[]>

/** Whether an element is the text of a footnote or an endnote. */
export function isNote(name: string): boolean {
  return name === 'w:footnote' || name === 'w:endnote'
}

/** Whether an element draws the line over notes, which is written as a note with a type. */
export function isNoteSeparator(name: string, attributes: Attributes): boolean {
  return isNote(name) && (attributes['w:type'] ?? 'normal') !== 'normal'
}

const REFERENCES: Readonly<Record<string, NoteKind>> = {
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'endnote',
}
const NONE: readonly string[] = []

/** Takes the lines of the note that an element of a run refers to: each note is read once. */
export function takeNote(notes: Notes, name: string, attributes: Attributes): readonly string[] {
  const kind = name.endsWith('Reference') ? REFERENCES[name] : undefined
  if (kind === undefined) return NONE
  const key = keyOf(kind, attributes['w:id'])
  const lines = notes.get(key) ?? []
  notes.delete(key)
  return lines
}

function keyOf(kind: string, id: string | undefined): string {
  return `${kind} ${id ?? ''}`
}

/** Reads the part with the footnotes, or that with the endnotes: each note is a small document (ECMA-376 part 1, 17.11). */
export class NoteReader<Writer extends XmlVisitor & { readonly lines: readonly string[] }> implements XmlVisitor {
  readonly #notes: Notes
  readonly #kind: NoteKind
  readonly #begin: () => Writer
  #note: { readonly id: string; readonly writer: Writer } | null = null

  /** @param notes where they go @param begin gives a writer for one note */
  constructor(notes: Notes, kind: NoteKind, begin: () => Writer) {
    this.#notes = notes
    this.#kind = kind
    this.#begin = begin
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (this.#note !== null) this.#note.writer.open?.(name, attributes)
    else if (isNote(name) && !isNoteSeparator(name, attributes))
      this.#note = { id: keyOf(this.#kind, attributes['w:id']), writer: this.#begin() }
  }

  readonly text = (data: string): void => this.#note?.writer.text?.(data)

  readonly close = (name: string): void => {
    if (this.#note === null) return
    if (!isNote(name)) this.#note.writer.close?.(name)
    else {
      this.#notes.set(this.#note.id, this.#note.writer.lines)
      this.#note = null
    }
  }
}
