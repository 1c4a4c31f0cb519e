import type { FileContent } from '../formats.ts'
import type { FoundTable } from '../found-tables.ts'
import { withLabel } from '../list-numbers.ts'
import { raisedText } from '../raised.ts'
import type { XmlVisitor } from '../zip/walk-xml.ts'
import { Equation } from './equation.ts'
import { Fields } from './fields.ts'
import { isNote, type Notes, takeNote } from './notes.ts'
import type { Numbering } from './numbering.ts'
import { breaksLine, type Paragraph, type Run, setParagraphProperty, setRun, signOf } from './paragraph.ts'
import { type Ground, isDarkPaper, isOn, isUnseen, type RunProperties } from './run-properties.ts'
import type { Styles } from './styles.ts'
import { TableWriter, type Target } from './table-writer.ts'
import { Unread } from './unread.ts'
import { unseenAbove } from './unseen.ts'

/** A file whose text is a part of the document's. */
export interface Embedded {
  readonly name: string
  /** Null if it could not be read. */
  readonly content: FileContent | null
}

/** What the parts of a document say beside the text. */
export interface Surroundings {
  readonly styles: Styles
  readonly numbering: Numbering
  /** By the ids under which the text names them. */
  readonly embedded: ReadonlyMap<string, Embedded>
  readonly notes: Notes
  readonly page: Page
}

/** What the paper looks like. */
export interface Page {
  /** Whether the background that the text names is shown. */
  readonly showsBackground: boolean
  /** Whether it is taken for dark whatever the file says. */
  readonly isDark: boolean
}

type Attributes = Readonly<Record<string, string>>

/** Writes the text of a document while its XML goes by. */
export class DocumentWriter implements XmlVisitor, Target {
  readonly lines: string[] = []
  readonly tables: FoundTable[] = []
  readonly #around: Surroundings
  readonly #missed = new Unread()
  readonly #fields = new Fields()
  readonly #equation = new Equation()
  readonly #table: TableWriter
  /** Innermost last: a text box holds paragraphs inside a paragraph. */
  readonly #paragraphs: Paragraph[] = []
  readonly #runs: Run[] = []
  #depth = 0
  /** The depth of the element whose end ends what is unseen; 0 outside. */
  #unseenFrom = 0
  #inText = false
  #isInParagraphProperties = false
  #isInstruction = false
  #boxes = 0
  /** Text of paragraphs whose end is deleted, for the next one. */
  #carried = ''
  /** Lines of notes that the open paragraph or table refers to. */
  #noted: string[] = []
  #showsBackground: boolean
  #hasDarkBackground = false
  /** Characters that are not seen on white paper, but would be on another. */
  #pale = 0
  /** A note that stands in the text, as in Word 2003, is a small document. */
  #note: DocumentWriter | null = null

  constructor(around: Surroundings) {
    this.#around = around
    this.#table = new TableWriter(this, around.styles)
    this.#showsBackground = around.page.showsBackground
  }

  /** Whether more of the text is white than can be seen on white paper, so that there must be another ground. */
  get isMostlyPale(): boolean {
    return this.#pale > this.lines.reduce((sum, { length }) => sum + length, 0)
  }

  /** What is in the file and could not be read, as `FileContent` has it. */
  get unread(): readonly string[] {
    return this.#missed.names(this.lines.reduce((sum, { length }) => sum + length, 0))
  }

  readonly open = (name: string, attributes: Attributes): void => {
    this.#depth++
    if (this.#unseenFrom > 0) return
    if (this.#note !== null) {
      this.#note.open(name, attributes)
      return
    }
    if (name === 'w:del' || name === 'w:moveFrom') this.#noteDeletion()
    const above = unseenAbove(name, attributes)
    if (above !== null) this.#unseenFrom = this.#depth - above
    else if (isNote(name)) this.#note = new DocumentWriter(this.#around)
    else this.#open(name, attributes)
  }

  readonly close = (name: string): void => {
    const depth = this.#depth--
    if (this.#unseenFrom > 0) {
      if (depth <= this.#unseenFrom) this.#unseenFrom = 0
    } else if (this.#note === null) this.#close(name)
    else if (isNote(name)) {
      this.#noted.push(...this.#note.lines)
      this.#note = null
    } else this.#note.close(name)
  }

  readonly text = (data: string): void => {
    const paragraph = this.#paragraphs.at(-1)
    if (this.#unseenFrom > 0) return
    if (this.#note !== null) this.#note.text(data)
    else if (paragraph === undefined) return
    else if (this.#isInstruction) this.#fields.instruct(data)
    else if (this.#inText) this.#write(data, paragraph)
  }

  /** Within properties, the end of a paragraph or a whole row is deleted. */
  #noteDeletion(): void {
    this.#table.noteDeletion()
    const paragraph = this.#paragraphs.at(-1)
    if (this.#isInParagraphProperties && paragraph !== undefined) paragraph.endsInNext = true
  }

  #open(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraphs.at(-1)
    this.#missed.see(name, attributes)
    if (name === 'w:p') this.#paragraphs.push({ text: '' })
    else if (name === 'w:r' || name === 'm:r') this.#runs.push({ properties: {} })
    else if (name === 'w:t' || name === 'm:t') this.#inText = true
    else if (name === 'w:instrText') this.#isInstruction = true
    else if (name === 'w:fldChar') this.#fields.mark(attributes['w:fldCharType'])
    else if (name === 'w:pPr') this.#isInParagraphProperties = true
    else if (name === 'w:txbxContent') this.#boxes++
    else if (name === 'w:displayBackgroundShape') this.#showsBackground = isOn(attributes['w:val'])
    else if (name === 'w:background') this.#hasDarkBackground = isDarkPaper(attributes)
    else if (name === 'w:altChunk' || name === 'w:subDoc') this.#insert(attributes['r:id'] ?? '')
    else if (name.startsWith('m:')) this.#equation.open(name, attributes, (sign) => this.#sign(sign))
    else if (this.#table.open(name, attributes)) return
    else if (paragraph === undefined) {
      if (name === 'w:shd') this.#table.shade(attributes)
    } else if (this.#isInParagraphProperties) setParagraphProperty(paragraph, name, attributes)
    else this.#runContent(name, attributes, paragraph)
  }

  #runContent(name: string, attributes: Attributes, paragraph: Paragraph): void {
    const run = this.#runs.at(-1)
    const sign = signOf(name)
    if (sign !== undefined) this.#sign(sign)
    else if (breaksLine(name, attributes)) paragraph.text += '\n'
    else if (run !== undefined) setRun(run, name, attributes)
    for (const line of takeNote(this.#around.notes, name, attributes)) this.#noted.push(line)
  }

  #close(name: string): void {
    if (name === 'w:t' || name === 'm:t') this.#inText = false
    else if (name === 'w:instrText') this.#isInstruction = false
    else if (name === 'w:r' || name === 'm:r') this.#runs.pop()
    else if (name === 'w:pPr') this.#isInParagraphProperties = false
    else if (name === 'w:txbxContent') this.#boxes--
    else if (name === 'w:p') this.#endParagraph()
    else if (name.startsWith('m:')) this.#equation.close(name, (sign) => this.#sign(sign))
    else this.#table.close(name)
    if (name === 'w:p' || name === 'w:tbl') this.#writeNotes()
  }

  #write(data: string, paragraph: Paragraph): void {
    if (this.#fields.areUnseen) return
    const properties = this.#propertiesOf(paragraph)
    const ground = this.#groundOf(paragraph)
    if (isUnseen(properties, ground)) {
      if (!isUnseen(properties, { ...ground, isShaded: true })) this.#pale += data.length
      paragraph.hasUnseen = true
      return
    }
    const isRaised = properties.isRaised === true || this.#equation.isRaised
    paragraph.text += isRaised ? raisedText(data, paragraph.text) : data
  }

  /** A blank or a sign that the file has as an element. */
  #sign(sign: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph !== undefined) this.#write(sign, paragraph)
  }

  #propertiesOf({ style }: Paragraph): RunProperties {
    const run = this.#runs.at(-1)
    return { ...this.#around.styles.runProperties(style, run?.style), ...run?.properties }
  }

  /** White words are seen on another ground than paper, and words of the colour of their ground are not. */
  #groundOf({ isShaded, fill }: Paragraph): Ground {
    if (isShaded === true) return { isShaded, fill }
    const isDark = this.#around.page.isDark || (this.#showsBackground && this.#hasDarkBackground)
    // A text box lies over the cell that it stands in.
    const around = this.#boxes > 0 ? undefined : this.#table.fill
    return { isShaded: isShaded ?? (this.#boxes > 0 || this.#table.hasGround || isDark), fill: around }
  }

  #insert(id: string): void {
    const { name, content } = this.#around.embedded.get(id) ?? { name: `the part ${id}`, content: null }
    const { target } = this.#table
    if (content === null) this.#missed.add(name)
    else {
      target.lines.push(...content.text.split('\n'))
      target.tables.push(...(content.tables ?? []))
      for (const missed of content.unread ?? []) this.#missed.add(missed)
    }
  }

  #endParagraph(): void {
    const { styles, numbering } = this.#around
    const paragraph = this.#paragraphs.pop()
    if (paragraph === undefined || styles.isContents(paragraph.style)) return
    const text = this.#carried + paragraph.text
    this.#carried = ''
    if (paragraph.endsInNext === true) {
      this.#carried = text
      return
    }
    const isEmpty = text.trim() === ''
    // Word counts empty paragraphs of a list, but not those that nobody sees.
    if (isEmpty && (paragraph.hasUnseen === true || paragraph.isMarkHidden === true)) return
    const counted = numbering.next(paragraph.list, paragraph.level, paragraph.style)
    if (isEmpty) return
    const [first = '', ...rest] = text.split('\n').map((line) => line.trim())
    const lines = [withLabel(paragraph.label ?? counted, first), ...rest].filter((line) => line !== '')
    this.#table.target.lines.push(...lines)
  }

  /** Notes follow the paragraph or the table that refers to them: printed, they stand at the foot of its page. */
  #writeNotes(): void {
    if (this.#noted.length === 0 || this.#table.isOpen || this.#paragraphs.length > 0) return
    this.lines.push(...this.#noted.splice(0))
  }
}
