import { isContents } from '../contents-field.ts'
import { type FoundCell, type FoundTable, TableRows, type TextWithTables } from '../found-tables.ts'
import { ListCounters } from '../list-counters.ts'
import { withLabel } from '../list-numbers.ts'
import { raisedText } from '../raised.ts'
import { rowLines } from '../rows.ts'
import { MAX_STUB_TEXT } from '../unread.ts'
import { RunFinder, runsOf } from './formatted-runs.ts'
import { listsOf } from './lists.ts'
import { NO_PROPERTIES } from './piece-properties.ts'
import type { Piece } from './pieces.ts'
import { type CharacterProperties, charactersAfter, paragraphAfter } from './properties.ts'
import { StyleSheet } from './style-sheet.ts'
import type { WordFile } from './word-file.ts'

/** Signs of Word's own in its text, [MS-DOC] 2.4.1. */
const PICTURE = '\u0001'
const CELL_END = '\u0007'
const PARAGRAPH_END = '\r'
const FIELD_BEGIN = '\u0013'
const FIELD_RESULT = '\u0014'
const FIELD_END = '\u0015'
/** Characters below this one are signs. */
const FIRST_WORD = 0x20
const LINE_BREAKS = new Set(['\u000b', '\u000c', '\u000e'])
const HYPHEN = '\u001e'
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are the format's own.
const NO_TEXT = /[\u0000-\u0008\u001f]/

const OBJECT = /^\s*EMBED\s+(?<program>\S+)/i
const NONE = { start: 0, end: 0 }
/** Numbers from here on are those of lists of Word 6. */
const LAST_LIST = 2046

/** Writes the text of a Word file, paragraph by paragraph. */
export class TextWriter {
  readonly #file: WordFile
  readonly #notes: ReadonlyMap<number, readonly string[]>
  readonly #styles: StyleSheet
  readonly #lists: ReturnType<typeof listsOf>
  readonly #counters = new ListCounters()
  readonly #characters: RunFinder
  readonly #paragraphs: RunFinder
  readonly #lines: string[] = []
  readonly #tables: FoundTable[] = []
  readonly #rows = new TableRows(this.#tables)
  #cells: FoundCell[] = []
  #cell: string[] = []
  /** Instructions of the fields around, innermost last, and whether their results have begun. */
  readonly #fields: { instruction: string; isResult: boolean }[] = []
  readonly #objects: string[] = []
  /** Lines of notes that the open paragraph refers to, and those that the open table does. */
  readonly #noted: string[] = []
  readonly #notedInTable: string[] = []
  #pictures = 0
  #line = ''
  /** Text above the line that is not written yet. */
  #raised = ''
  #hasUnseen = false
  #isNewParagraph = true
  #style = 0
  #styleText: CharacterProperties
  readonly #known = new Map<number, CharacterProperties>()
  /** What the piece that is being written sets of its text. */
  #ofPiece: Buffer = NO_PROPERTIES
  readonly #isDark: boolean
  /** Characters that are not seen on white paper, but would be on another. */
  #pale = 0

  /**
   * @param notes their lines, by the places of the marks that refer to them
   * @param isDark whether its paper is taken for dark
   */
  constructor(file: WordFile, notes: ReadonlyMap<number, readonly string[]>, isDark = false) {
    this.#isDark = isDark
    this.#file = file
    this.#notes = notes
    this.#styles = new StyleSheet(file)
    this.#lists = listsOf(file)
    this.#characters = new RunFinder(runsOf(file, 'characterRuns'))
    this.#paragraphs = new RunFinder(runsOf(file, 'paragraphRuns'))
    this.#styleText = this.#styles.charactersOf(0)
  }

  /** @param from @param to in characters of the file */
  write(pieces: readonly Piece[], from: number, to: number): void {
    for (const piece of pieces) {
      const { first, text, offset, width, properties } = piece
      if (properties !== this.#ofPiece) this.#known.clear()
      this.#ofPiece = properties
      const end = Math.min(text.length, to - first)
      for (let at = Math.max(0, from - first); at < end; ) {
        const note = this.#notes.get(first + at)
        if (note !== undefined) this.#noted.push(...note)
        const next = Math.min(end, this.#endOfWords(piece, at))
        this.#words(text.slice(at, next), offset + at * width)
        at = next
      }
    }
    this.#endRaised()
    if (this.#line !== '') this.#endParagraph(-1)
  }

  /** The lines of a part of the file that is no part of the text. */
  linesOf(pieces: readonly Piece[], from: number, to: number): string[] {
    this.write(pieces, from, to)
    this.#leaveTable()
    return this.#lines.splice(0)
  }

  /** Whether more of the text is white than can be seen on white paper, so that there must be another ground. */
  get isMostlyPale(): boolean {
    return this.#pale > this.#lines.reduce((sum, { length }) => sum + length, 0)
  }

  finish(): TextWithTables & { readonly unread: readonly string[] } {
    this.#rows.close()
    const text = this.#lines.join('\n')
    const isStub = this.#pictures > this.#objects.length && text.length <= MAX_STUB_TEXT
    const pictures = isStub ? [this.#pictures === 1 ? 'a picture' : `${this.#pictures} pictures`] : []
    return { text, tables: this.#tables, unread: [...this.#objects, ...pictures] }
  }

  /** Where the text ends that has neither signs of Word's own nor notes in it, and the same properties; a sign stands by itself. */
  #endOfWords({ first, text, offset, width }: Piece, at: number): number {
    const start = offset + at * width
    const run = this.#characters.at(start)
    let next = at + 1
    if (run === undefined || text.charCodeAt(at) < FIRST_WORD) return next
    const end = at + (run.end - start) / width
    while (next < end && text.charCodeAt(next) >= FIRST_WORD && !this.#notes.has(first + next)) next++
    return next
  }

  /** @param words with the same properties, or one sign */
  #words(words: string, offset: number): void {
    if (this.#line === '' && this.#isNewParagraph) this.#beginParagraph(offset)
    if (words === PARAGRAPH_END || words === CELL_END) this.#endParagraph(offset, words === CELL_END)
    else if (words === FIELD_BEGIN) this.#fields.push({ instruction: '', isResult: false })
    else if (words === FIELD_RESULT) this.#beginResult()
    else if (words === FIELD_END) this.#endField()
    else this.#text(words, offset)
  }

  #beginParagraph(offset: number): void {
    this.#isNewParagraph = false
    const run = this.#paragraphs.at(offset)
    const style =
      run === undefined || run.properties.end < run.properties.start + 2
        ? 0
        : this.#file.document.readUInt16LE(run.properties.start)
    if (style === this.#style) return
    this.#style = style
    this.#styleText = this.#styles.charactersOf(style)
    this.#known.clear()
  }

  #text(words: string, offset: number): void {
    const field = this.#fields.at(-1)
    if (field !== undefined && !field.isResult) field.instruction += words
    // An instruction may hold fields, whose results are words of it.
    if (this.#fields.some(({ instruction, isResult }) => !isResult || isContents(instruction))) return
    if (words === PICTURE) this.#pictures++
    if (NO_TEXT.test(words)) return
    const properties = this.#propertiesAt(offset)
    if (!isSeen(properties, this.#isDark)) {
      this.#hasUnseen = true
      if (isSeen(properties, true)) this.#pale += words.length
    } else if (properties.isRaised) this.#raised += words
    else this.#write(LINE_BREAKS.has(words) ? '\n' : words === HYPHEN ? '-' : properties.isSpecial ? '' : words)
  }

  #write(text: string): void {
    this.#endRaised()
    this.#line += text
  }

  #endRaised(): void {
    if (this.#raised === '') return
    this.#line += raisedText(this.#raised, this.#line)
    this.#raised = ''
  }

  #propertiesAt(offset: number): CharacterProperties {
    const { start, end } = this.#characters.at(offset)?.properties ?? NONE
    if (end === 0 && this.#ofPiece.length === 0) return this.#styleText
    const known = this.#known.get(start)
    if (known !== undefined) return known
    const changes = Buffer.concat([this.#file.document.subarray(start, end), this.#ofPiece])
    const found = charactersAfter(this.#styleText, changes, { start: 0, end: changes.length }, (style, before) =>
      this.#styles.over(style, before),
    )
    this.#known.set(start, found)
    return found
  }

  #beginResult(): void {
    const field = this.#fields.at(-1)
    if (field !== undefined) field.isResult = true
  }

  #endField(): void {
    const program = OBJECT.exec(this.#fields.pop()?.instruction ?? '')?.groups?.program
    if (program === undefined) return
    this.#objects.push(/^Equation/i.test(program) ? 'an equation object' : `an embedded object (${program})`)
  }

  #endParagraph(offset: number, isCell = false): void {
    this.#endRaised()
    const line = this.#line
    const hasUnseen = this.#hasUnseen
    this.#line = ''
    this.#hasUnseen = false
    this.#isNewParagraph = true
    if (offset >= 0 && !isCell && this.#propertiesAt(offset).isDeleted) {
      // The end is deleted: the next paragraph goes on in this one.
      this.#line = line
      return
    }
    const style = this.#style
    const { start, end } = (offset < 0 ? undefined : this.#paragraphs.at(offset)?.properties) ?? NONE
    const { document, data } = this.#file
    const ofRun = paragraphAfter(this.#styles.paragraphOf(style), document, { start: start + 2, end }, data)
    const properties = paragraphAfter(ofRun, this.#ofPiece, { start: 0, end: this.#ofPiece.length })
    if (isCell && properties.isRowEnd) {
      this.#endRow()
      return
    }
    const lines = this.#styles.isContents(style)
      ? []
      : this.#paragraphLines(line, properties.list, properties.level, hasUnseen)
    if (isCell) this.#cells.push({ lines: [...this.#cell.splice(0), ...lines] })
    else if (properties.isInTable) this.#cell.push(...lines)
    else {
      this.#leaveTable()
      this.#lines.push(...lines, ...this.#noted.splice(0))
    }
  }

  /** Word counts empty paragraphs of a list, but not those that nobody sees. */
  #paragraphLines(text: string, list: number, level: number, hasUnseen: boolean): string[] {
    const isEmpty = text.trim() === ''
    if (isEmpty && hasUnseen) return []
    const counted = list > 0 && list <= LAST_LIST ? this.#lists.get(list) : undefined
    const label = counted === undefined ? '' : this.#counters.next(counted, level)
    if (isEmpty) return []
    const [first = '', ...rest] = text.split('\n').map((line) => line.trim())
    return [withLabel(label, first), ...rest].filter((line) => line !== '')
  }

  #endRow(): void {
    const cells = this.#cells
    this.#cells = []
    this.#lines.push(...rowLines(cells.map(({ lines }) => lines)))
    this.#rows.add(cells, [])
    this.#notedInTable.push(...this.#noted.splice(0))
  }

  /** Cells without the end of their row are lines; damaged files have such. */
  #leaveTable(): void {
    this.#rows.close()
    this.#lines.push(...this.#cells.splice(0).flatMap(({ lines }) => lines), ...this.#cell.splice(0))
    this.#lines.push(...this.#notedInTable.splice(0))
  }
}

function isSeen(properties: CharacterProperties, isDark: boolean): boolean {
  const { isHidden, isStruck, isDeleted, isTiny, isWhite, isShaded } = properties
  return !(isHidden || isStruck || isDeleted || isTiny || (isWhite && !isShaded && !isDark))
}
