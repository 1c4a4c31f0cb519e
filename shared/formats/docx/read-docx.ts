import { type FoundCell, type FoundTable, TableRows, type TextWithTables } from '../found-tables.ts'
import { rowLines } from '../rows.ts'
import type { Archive } from '../zip/archive.ts'
import { walkXml } from '../zip/walk-xml.ts'
import { Numbering } from './numbering.ts'

const DEFAULT_PART = 'word/document.xml'

/** Parts of a document that a reader does not see, or sees twice. */
const UNSEEN = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:rt', 'w:pPrChange', 'w:rPrChange'])

/**
 * The text of a Word file (ECMA-376): paragraphs with the numbers of their lists, table rows as lines; headers, footers,
 * footnotes, deleted and hidden text stay out.
 * @throws {RefusalError} as the archive's streams do
 */
export async function readDocx(archive: Archive): Promise<TextWithTables> {
  const writer = new DocumentWriter(await Numbering.of(archive))
  let unseen = 0
  await walkXml(archive, DEFAULT_PART, {
    open(name, attributes) {
      if (UNSEEN.has(name)) unseen++
      else if (unseen === 0) writer.open(name, attributes)
    },
    close(name) {
      if (UNSEEN.has(name)) unseen--
      else if (unseen === 0) writer.close(name)
    },
    text(data) {
      if (unseen === 0) writer.text(data)
    },
  })
  return { text: writer.lines.join('\n'), tables: writer.tables }
}

interface Paragraph {
  text: string
  style?: string
  list?: string
  level?: number
}

/** A cell of a table: what the document is to the text outside tables. */
interface CellWriter {
  readonly lines: string[]
  readonly tables: FoundTable[]
  columns: number
  continues: boolean
}

interface RowWriter {
  readonly cells: FoundCell[]
  /** Tables in its cells. */
  readonly nested: FoundTable[]
}

const EMPTY_CELL: FoundCell = { lines: [] }

class DocumentWriter {
  readonly lines: string[] = []
  readonly tables: FoundTable[] = []
  readonly #numbering: Numbering
  /** Innermost last: a text box holds paragraphs inside a paragraph. */
  readonly #paragraphs: Paragraph[] = []
  /** Innermost last: a table may stand in a cell. */
  readonly #tableRows: TableRows[] = []
  readonly #rows: RowWriter[] = []
  readonly #cells: CellWriter[] = []
  #inText = false
  #hiddenRun = false

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const paragraph = this.#paragraphs.at(-1)
    if (name === 'w:p') this.#paragraphs.push({ text: '' })
    else if (name === 'w:tbl') this.#tableRows.push(new TableRows(this.#target().tables))
    else if (name === 'w:tr') this.#rows.push({ cells: [], nested: [] })
    else if (name === 'w:tc') this.#cells.push({ lines: [], tables: [], columns: 1, continues: false })
    else if (name === 'w:gridSpan' || name === 'w:vMerge' || name === 'w:gridBefore')
      this.#merge(name, attributes['w:val'])
    else if (name === 'w:t') this.#inText = true
    else if (name === 'w:r') this.#hiddenRun = false
    else if (paragraph !== undefined) this.#property(name, attributes['w:val'], attributes, paragraph)
  }

  /** ECMA-376 part 1, 17.4.17, 17.4.84 and 17.4.15: columns spanned, cells merged downwards, columns left out before a row. */
  #merge(name: string, value: string | undefined): void {
    const cell = this.#cells.at(-1)
    const count = Math.max(1, Number(value) || 1)
    if (name === 'w:gridBefore') this.#rows.at(-1)?.cells.push({ ...EMPTY_CELL, columns: count })
    else if (cell !== undefined && name === 'w:gridSpan') cell.columns = count
    else if (cell !== undefined) cell.continues = value !== 'restart'
  }

  #property(
    name: string,
    value: string | undefined,
    attributes: Readonly<Record<string, string>>,
    paragraph: Paragraph,
  ): void {
    if (name === 'w:vanish') this.#hiddenRun = value !== '0' && value !== 'false'
    else if (name === 'w:pStyle' && value !== undefined) paragraph.style = value
    else if (name === 'w:numId' && value !== undefined) paragraph.list = value
    else if (name === 'w:ilvl') paragraph.level = Number(value)
    else if (name === 'w:tab') paragraph.text += attributes['w:pos'] === undefined ? ' ' : ''
    else if (name === 'w:noBreakHyphen') paragraph.text += '-'
    else if (name === 'w:cr' || (name === 'w:br' && attributes['w:type'] === undefined)) paragraph.text += '\n'
  }

  close(name: string): void {
    if (name === 'w:t') this.#inText = false
    else if (name === 'w:p') this.#endParagraph()
    else if (name === 'w:tc') this.#endCell()
    else if (name === 'w:tr') this.#endRow()
    else if (name === 'w:tbl') this.#tableRows.pop()?.close()
  }

  text(data: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (this.#inText && !this.#hiddenRun && paragraph !== undefined) paragraph.text += data
  }

  #endCell(): void {
    const cell = this.#cells.pop()
    const row = this.#rows.at(-1)
    if (cell === undefined || row === undefined) return
    const { lines, tables, columns, continues } = cell
    row.cells.push({ lines, columns, continues: continues && lines.length === 0 })
    row.nested.push(...tables)
  }

  #endRow(): void {
    const row = this.#rows.pop()
    if (row === undefined) return
    this.#target().lines.push(...rowLines(row.cells.map(({ lines }) => lines)))
    this.#tableRows.at(-1)?.add(row.cells, row.nested)
  }

  #endParagraph(): void {
    const { text, list, level, style } = this.#paragraphs.pop() ?? { text: '' }
    if (text.trim() === '' || (style !== undefined && CONTENTS_STYLE.test(style))) return
    const [first, ...rest] = text.split('\n').map((line) => line.trim())
    const label = this.#numbering.next(list, level, style)
    this.#target().lines.push(...[label + first, ...rest].filter((line) => line !== ''))
  }

  #target(): { readonly lines: string[]; readonly tables: FoundTable[] } {
    return this.#cells.at(-1) ?? this
  }
}

/** Lines of a table of contents repeat the headings, with page numbers. */
const CONTENTS_STYLE = /^(?:toc|contents|目录)/i
