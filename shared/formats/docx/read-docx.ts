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
export async function readDocx(archive: Archive): Promise<string> {
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
  return writer.lines.join('\n')
}

interface Paragraph {
  text: string
  style?: string
  list?: string
  level?: number
}

/** A place that collects lines: the document, or one cell of a table. */
type Lines = string[]

class DocumentWriter {
  readonly lines: Lines = []
  readonly #numbering: Numbering
  /** Innermost last: a text box holds paragraphs inside a paragraph. */
  readonly #paragraphs: Paragraph[] = []
  /** Innermost last: a table may stand in a cell. */
  readonly #rows: Lines[][] = []
  readonly #cells: Lines[] = []
  #inText = false
  #hiddenRun = false

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const paragraph = this.#paragraphs.at(-1)
    if (name === 'w:p') this.#paragraphs.push({ text: '' })
    else if (name === 'w:tr') this.#rows.push([])
    else if (name === 'w:tc') this.#cells.push([])
    else if (name === 'w:t') this.#inText = true
    else if (name === 'w:r') this.#hiddenRun = false
    else if (paragraph !== undefined) this.#property(name, attributes['w:val'], attributes, paragraph)
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
    else if (name === 'w:tc') this.#rows.at(-1)?.push(this.#cells.pop() ?? [])
    else if (name === 'w:tr') this.#target().push(...rowLines(this.#rows.pop() ?? []))
  }

  text(data: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (this.#inText && !this.#hiddenRun && paragraph !== undefined) paragraph.text += data
  }

  #endParagraph(): void {
    const { text, list, level, style } = this.#paragraphs.pop() ?? { text: '' }
    if (text.trim() === '' || (style !== undefined && CONTENTS_STYLE.test(style))) return
    const [first, ...rest] = text.split('\n').map((line) => line.trim())
    const label = this.#numbering.next(list, level, style)
    this.#target().push(...[label + first, ...rest].filter((line) => line !== ''))
  }

  #target(): Lines {
    return this.#cells.at(-1) ?? this.lines
  }
}

/** Lines of a table of contents repeat the headings, with page numbers. */
const CONTENTS_STYLE = /^(?:toc|contents|目录)/i
