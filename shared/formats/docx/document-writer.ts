import type { FileContent } from '../formats.ts'
import { type FoundCell, type FoundTable, TableRows } from '../found-tables.ts'
import { withLabel } from '../list-numbers.ts'
import { raisedText } from '../raised.ts'
import { rowLines } from '../rows.ts'
import type { XmlVisitor } from '../zip/walk-xml.ts'
import { Equation } from './equation.ts'
import { Fields } from './fields.ts'
import type { Numbering } from './numbering.ts'
import { isGround, isOn, isUnseen, type RunProperties, setRunProperty } from './run-properties.ts'
import type { Styles } from './styles.ts'
import { Unread } from './unread.ts'

/** A file whose text is a part of the document's. */
export interface Embedded {
  readonly name: string
  /** Null if it could not be read. */
  readonly content: FileContent | null
}

type Attributes = Readonly<Record<string, string>>

/** What a reader does not see, or sees twice; headers and notes stand in the text only in Word 2003. */
const UNSEEN = new Set(
  'w:del w:moveFrom mc:Fallback w:rt w:pPrChange w:rPrChange w:sectPrChange w:tblPrChange w:trPrChange w:tcPrChange w:hdr w:ftr w:footnote w:endnote w:comment w:styles w:lists'.split(
    ' ',
  ),
)

interface Paragraph {
  text: string
  style?: string
  list?: string
  level?: number
  /** As the file itself writes the number of its list. */
  label?: string
  isShaded?: boolean
  /** Its end is deleted, so that it and the next are one. */
  endsInNext?: boolean
  isMarkHidden?: boolean
  /** Text in it is not seen. */
  hasUnseen?: boolean
}

interface Run {
  readonly properties: RunProperties
  style?: string | undefined
}

/** A cell of a table: what the document is to the text outside tables. */
interface Cell {
  readonly lines: string[]
  readonly tables: FoundTable[]
  columns: number
  continues: boolean
  isShaded: boolean
  isDeleted: boolean
}

interface Row {
  readonly cells: FoundCell[]
  /** Tables in its cells. */
  readonly nested: FoundTable[]
  isDeleted: boolean
}

const EMPTY_CELL: FoundCell = { lines: [] }

/** Writes the text of a document while its XML goes by. */
export class DocumentWriter implements XmlVisitor {
  readonly lines: string[] = []
  readonly tables: FoundTable[] = []
  readonly #styles: Styles
  readonly #numbering: Numbering
  readonly #embedded: ReadonlyMap<string, Embedded>
  readonly #missed = new Unread()
  readonly #fields = new Fields()
  readonly #equation = new Equation()
  /** Innermost last: a text box holds paragraphs inside a paragraph. */
  readonly #paragraphs: Paragraph[] = []
  readonly #runs: Run[] = []
  /** Innermost last: a table may stand in a cell. */
  readonly #tableRows: TableRows[] = []
  readonly #tableGrounds: boolean[] = []
  readonly #rows: Row[] = []
  readonly #cells: Cell[] = []
  #depth = 0
  /** The depth of the element whose end ends what is unseen; 0 outside. */
  #unseenFrom = 0
  #inText = false
  #isInParagraphProperties = false
  #isInRowProperties = false
  #isInstruction = false
  #boxes = 0
  /** Text of paragraphs whose end is deleted, for the next one. */
  #carried = ''

  constructor(styles: Styles, numbering: Numbering, embedded: ReadonlyMap<string, Embedded>) {
    this.#styles = styles
    this.#numbering = numbering
    this.#embedded = embedded
  }

  /** What is in the file and could not be read, as `FileContent` has it. */
  get unread(): readonly string[] {
    return this.#missed.names(this.lines.reduce((sum, { length }) => sum + length, 0))
  }

  readonly open = (name: string, attributes: Attributes): void => {
    this.#depth++
    if (this.#unseenFrom > 0) return
    if (name === 'w:del' || name === 'w:moveFrom') this.#noteDeletion()
    if (UNSEEN.has(name)) this.#unseenFrom = this.#depth
    else if (name === 'aml:annotation' && /Deletion|Comment/.test(attributes['w:type'] ?? ''))
      this.#unseenFrom = this.#depth
    else if (name === 'wp:docPr' && isOn(attributes.hidden ?? '0')) this.#unseenFrom = this.#depth - 1
    else if (name === 'w:docPartGallery' && isContentsGallery(attributes))
      this.#unseenFrom = this.#depth - GALLERY_DEPTH
    else this.#open(name, attributes)
  }

  readonly close = (name: string): void => {
    const depth = this.#depth--
    if (this.#unseenFrom === 0) this.#close(name)
    else if (depth <= this.#unseenFrom) this.#unseenFrom = 0
  }

  readonly text = (data: string): void => {
    const paragraph = this.#paragraphs.at(-1)
    if (this.#unseenFrom > 0 || paragraph === undefined) return
    if (this.#isInstruction) this.#fields.instruct(data)
    else if (this.#inText) this.#write(data, paragraph)
  }

  /** Within properties, the end of a paragraph or a whole row is deleted. */
  #noteDeletion(): void {
    const row = this.#rows.at(-1)
    if (this.#isInRowProperties && row !== undefined) row.isDeleted = true
    const paragraph = this.#paragraphs.at(-1)
    if (this.#isInParagraphProperties && paragraph !== undefined) paragraph.endsInNext = true
  }

  #open(name: string, attributes: Attributes): void {
    const value = attributes['w:val']
    const paragraph = this.#paragraphs.at(-1)
    this.#missed.see(name, attributes)
    if (name === 'w:p') this.#paragraphs.push({ text: '' })
    else if (name === 'w:r' || name === 'm:r') this.#runs.push({ properties: {} })
    else if (name === 'w:t' || name === 'm:t') this.#inText = true
    else if (name === 'w:instrText') this.#isInstruction = true
    else if (name === 'w:fldChar') this.#fields.mark(attributes['w:fldCharType'])
    else if (name === 'w:pPr') this.#isInParagraphProperties = true
    else if (name === 'w:txbxContent') this.#boxes++
    else if (name === 'w:altChunk' || name === 'w:subDoc') this.#insert(attributes['r:id'] ?? '')
    else if (name.startsWith('m:')) this.#equation.open(name, attributes, (sign) => this.#sign(sign))
    else if (!this.#openTable(name, attributes) && paragraph !== undefined) {
      if (this.#isInParagraphProperties) this.#paragraphProperty(name, attributes, paragraph)
      else this.#runContent(name, value, attributes, paragraph)
    }
  }

  /** ECMA-376 part 1, 17.4. Returns whether the element is one of a table. */
  #openTable(name: string, attributes: Attributes): boolean {
    const cell = this.#cells.at(-1)
    const count = Math.max(1, Number(attributes['w:val']) || 1)
    if (name === 'w:tbl') {
      this.#tableRows.push(new TableRows(this.#target().tables))
      this.#tableGrounds.push(false)
    } else if (name === 'w:tr') this.#rows.push({ cells: [], nested: [], isDeleted: false })
    else if (name === 'w:trPr') this.#isInRowProperties = true
    else if (name === 'w:tc')
      this.#cells.push({ lines: [], tables: [], columns: 1, continues: false, isShaded: false, isDeleted: false })
    else if (name === 'w:tblStyle') this.#tableGrounds.splice(-1, 1, this.#styles.hasGround(attributes['w:val']))
    else if (name === 'w:gridBefore') this.#rows.at(-1)?.cells.push({ ...EMPTY_CELL, columns: count })
    else if (cell === undefined) return false
    else if (name === 'w:gridSpan') cell.columns = count
    else if (name === 'w:vMerge') cell.continues = attributes['w:val'] !== 'restart'
    else if (name === 'w:cellDel') cell.isDeleted = true
    else if (name === 'w:shd' && this.#paragraphs.length === 0) cell.isShaded = isGround(attributes)
    else return false
    return true
  }

  #paragraphProperty(name: string, attributes: Attributes, paragraph: Paragraph): void {
    const value = attributes['w:val']
    if (name === 'w:pStyle' && value !== undefined) paragraph.style = value
    else if ((name === 'w:numId' || name === 'w:ilfo') && value !== undefined) paragraph.list = value
    else if (name === 'w:ilvl') paragraph.level = Number(value)
    else if (name === 'wx:t') paragraph.label = attributes['wx:val'] ?? ''
    else if (name === 'w:shd') paragraph.isShaded = isGround(attributes)
    else if (name === 'w:vanish') paragraph.isMarkHidden = isOn(value)
  }

  #runContent(name: string, value: string | undefined, attributes: Attributes, paragraph: Paragraph): void {
    const run = this.#runs.at(-1)
    if (name === 'w:rStyle' && run !== undefined) run.style = value
    else if (name === 'w:tab' || name === 'w:ptab') this.#sign(' ')
    else if (name === 'w:noBreakHyphen') this.#sign('-')
    else if (
      name === 'w:cr' ||
      (name === 'w:br' && attributes['w:type'] !== 'page' && attributes['w:type'] !== 'column')
    )
      paragraph.text += '\n'
    else if (run !== undefined) setRunProperty(run.properties, name, attributes)
  }

  #close(name: string): void {
    if (name === 'w:t' || name === 'm:t') this.#inText = false
    else if (name === 'w:instrText') this.#isInstruction = false
    else if (name === 'w:r' || name === 'm:r') this.#runs.pop()
    else if (name === 'w:pPr') this.#isInParagraphProperties = false
    else if (name === 'w:trPr') this.#isInRowProperties = false
    else if (name === 'w:txbxContent') this.#boxes--
    else if (name === 'w:p') this.#endParagraph()
    else if (name === 'w:tc') this.#endCell()
    else if (name === 'w:tr') this.#endRow()
    else if (name === 'w:tbl') {
      this.#tableRows.pop()?.close()
      this.#tableGrounds.pop()
    } else if (name.startsWith('m:')) this.#equation.close(name, (sign) => this.#sign(sign))
  }

  #write(data: string, paragraph: Paragraph): void {
    if (this.#fields.isInContents) return
    const properties = this.#propertiesOf(paragraph)
    if (isUnseen(properties, this.#hasGround(paragraph))) {
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
    return { ...this.#styles.runProperties(style, run?.style), ...run?.properties }
  }

  /** Whether the text may stand on another ground than paper: white words are seen there. */
  #hasGround({ isShaded }: Paragraph): boolean {
    return isShaded ?? (this.#boxes > 0 || this.#tableGrounds.at(-1) === true || this.#cells.at(-1)?.isShaded === true)
  }

  #insert(id: string): void {
    const { name, content } = this.#embedded.get(id) ?? { name: `the part ${id}`, content: null }
    const target = this.#target()
    if (content === null) this.#missed.add(name)
    else {
      target.lines.push(...content.text.split('\n'))
      target.tables.push(...(content.tables ?? []))
      for (const missed of content.unread ?? []) this.#missed.add(missed)
    }
  }

  #endCell(): void {
    const cell = this.#cells.pop()
    const row = this.#rows.at(-1)
    if (cell === undefined || row === undefined || cell.isDeleted) return
    const { lines, tables, columns, continues } = cell
    row.cells.push({ lines, columns, continues: continues && lines.length === 0 })
    row.nested.push(...tables)
  }

  #endRow(): void {
    const row = this.#rows.pop()
    if (row === undefined || row.isDeleted) return
    this.#target().lines.push(...rowLines(row.cells.map(({ lines }) => lines)))
    this.#tableRows.at(-1)?.add(row.cells, row.nested)
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (paragraph === undefined || this.#styles.isContents(paragraph.style)) return
    const text = this.#carried + paragraph.text
    this.#carried = ''
    if (paragraph.endsInNext === true) {
      this.#carried = text
      return
    }
    const isEmpty = text.trim() === ''
    // Word counts empty paragraphs of a list, but not those that nobody sees.
    if (isEmpty && (paragraph.hasUnseen === true || paragraph.isMarkHidden === true)) return
    const counted = this.#numbering.next(paragraph.list, paragraph.level, paragraph.style)
    if (isEmpty) return
    const [first = '', ...rest] = text.split('\n').map((line) => line.trim())
    this.#target().lines.push(...[withLabel(paragraph.label ?? counted, first), ...rest].filter((line) => line !== ''))
  }

  #target(): { readonly lines: string[]; readonly tables: FoundTable[] } {
    return this.#cells.at(-1) ?? this
  }
}

/** From the name of a gallery up to the block that is taken from it: `w:docPartObj`, `w:sdtPr`, `w:sdt`. */
const GALLERY_DEPTH = 3

function isContentsGallery(attributes: Attributes): boolean {
  return /table of contents/i.test(attributes['w:val'] ?? '')
}
