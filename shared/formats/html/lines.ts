import { type ChildNode, isText } from 'domhandler'
import { ORDINALS } from '../../text/numerals.ts'
import { type FoundCell, type FoundTable, TableRows } from '../found-tables.ts'
import { withLabel } from '../list-numbers.ts'
import { raisedText } from '../raised.ts'
import { rowLines } from '../rows.ts'
import { isNeverContent } from './boilerplate.ts'
import { listLabels } from './list-labels.ts'
import { type Element, isElement } from './tree.ts'

const BLOCKS = new Set(
  'address article blockquote body center dd details div dl dt fieldset figure figcaption form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
)

/** Text as a reader sees it: lines, trimmed, empty ones left out, and the tables among them. */
export interface Content {
  readonly lines: string[]
  readonly tables: readonly FoundTable[]
}

/**
 * What a reader sees in the elements.
 * @param skip elements to leave out with all they hold
 */
export function contentOf(nodes: readonly ChildNode[], skip: (element: Element) => boolean = () => false): Content {
  const writer = new LineWriter()
  writeAll(nodes, writer, skip)
  return { lines: writer.finish(), tables: writer.tables }
}

/** The lines of what a reader sees in the elements, as `contentOf` gives them. */
export function linesOf(nodes: readonly ChildNode[], skip?: (element: Element) => boolean): string[] {
  return contentOf(nodes, skip).lines
}

/** What a reader sees in the element, in one line. */
export function textOf({ children }: Element): string {
  const [only] = children
  return children.length === 1 && only !== undefined && isText(only) ? asShown(only.data) : linesOf(children).join(' ')
}

/** Collects text as a browser would show it: runs of blanks become one, line breaks between Chinese characters are left out. */
class LineWriter {
  readonly tables: FoundTable[] = []
  readonly #lines: string[] = []
  #line: string[] = []
  #label = ''
  #isTyped = false
  #rows = new TableRows(this.tables)

  /** A table in a table, outside its rows, is one of its own. */
  table(write: () => void): void {
    const outer = this.#rows
    this.#rows = new TableRows(this.tables)
    write()
    this.#rows.close()
    this.#rows = outer
  }

  row(cells: readonly FoundCell[], nested: readonly FoundTable[]): void {
    this.breakLine()
    this.#lines.push(...rowLines(cells.map(({ lines }) => lines)))
    this.#rows.add(cells, nested)
  }

  text(data: string): void {
    const [first = '', ...others] = this.#isTyped ? data.split(/\r\n?|\n/) : [data]
    this.#piece(first)
    for (const line of others) {
      this.breakLine()
      this.#piece(line)
    }
  }

  #piece(data: string): void {
    if (this.#line.length > 0 || data.trim() !== '') this.#line.push(data)
  }

  /** Text whose line ends and blanks are the writer's own. */
  typed(write: () => void): void {
    const before = this.#isTyped
    this.#isTyped = true
    write()
    this.breakLine()
    this.#isTyped = before
  }

  /** Text above the line, as notes are marked. */
  raised(data: string): void {
    this.text(raisedText(data, this.#line.slice(-MARKED_PIECES).join('')))
  }

  /** The number of a list's item, for the next line that has text. */
  label(label: string): void {
    this.breakLine()
    this.#label = label
  }

  breakLine(): void {
    if (this.#line.length === 0) return
    const joined = this.#line.join('')
    const line = this.#isTyped ? joined.trim() : asShown(joined)
    this.#line = []
    if (line === '') return
    this.#lines.push(NUMBERED.test(line) ? line : withLabel(this.#label, line))
    this.#label = ''
  }

  finish(): string[] {
    this.breakLine()
    return this.#lines
  }
}

/** A raised mark stands behind a word, which may come in several pieces. */
const MARKED_PIECES = 3
/** An item whose own text has its number too. */
const NUMBERED = new RegExp(`^(?:[${ORDINALS}]{1,3}、|[(（][${ORDINALS}\\d]{1,3}[)）]|\\d{1,2}[、.．](?!\\d)|[①-⑳])`)

function asShown(source: string): string {
  return (source.includes('\n') ? source.replace(WIDE_BREAK, '$1') : source).replace(BLANKS, ' ').trim()
}

/** A source line break inside Chinese text is the editor's, not the writer's. */
const WIDE_BREAK =
  /([\u2E80-\u9FFF\uFF00-\uFFEF，。、；：])[ \t]{0,40}\r?\n[ \t\r\n]{0,200}(?=[\u2E80-\u9FFF\uFF00-\uFFEF，。、；：])/g
const BLANKS = /[ \t\r\n\f\u00A0]+/g

function writeAll(nodes: readonly ChildNode[], writer: LineWriter, skip: (element: Element) => boolean): void {
  for (const node of nodes) {
    if (isText(node)) writer.text(node.data)
    else if (isElement(node) && !isNeverContent(node) && !skip(node)) writeElement(node, writer, skip)
  }
}

function writeElement(element: Element, writer: LineWriter, skip: (element: Element) => boolean): void {
  const isBlock = element.name === 'br' || BLOCKS.has(element.name)
  if (isBlock) writer.breakLine()
  if (element.name === 'tr') writeRow(element, writer, skip)
  else if (element.name === 'ol') writeList(element, writer, skip)
  else if (isListNumber(element)) writer.label(isSign(element) ? '' : linesOf(element.children, skip).join(' '))
  else if (element.name === 'sup') writer.raised(linesOf(element.children, skip).join(' '))
  else if (element.name === 'pre') writer.typed(() => writeAll(element.children, writer, skip))
  else if (element.name === 'table') writer.table(() => writeAll(element.children, writer, skip))
  else writeAll(element.children, writer, skip)
  if (isBlock) writer.breakLine()
}

/** Word writes the numbers of its lists into the text of pages, marked as what it leaves out itself when it opens them. */
function isListNumber({ attribs: { style } }: Element): boolean {
  return style !== undefined && /mso-list:\s*ignore/i.test(style)
}

/** Whether its letters are drawn as signs: bullets. */
function isSign(element: Element): boolean {
  const styles = [element, element.parent].map((one) => (one as Element | null)?.attribs?.style ?? '')
  return styles.some((style) => /font-family:\s*["']?(?:symbol|wingdings|webdings)/i.test(style))
}

function writeList(list: Element, writer: LineWriter, skip: (element: Element) => boolean): void {
  const labels = listLabels(list)
  for (const node of list.children) {
    const label = isElement(node) ? labels.get(node) : undefined
    if (label !== undefined) writer.label(label)
    writeAll([node], writer, skip)
    if (label !== undefined) writer.label('')
  }
}

function writeRow(row: Element, writer: LineWriter, skip: (element: Element) => boolean): void {
  const cells = row.children.filter(isElement).filter((cell) => !isNeverContent(cell) && !skip(cell))
  const contents = cells.map((cell) => contentOf([cell], skip))
  const found = cells.map(({ attribs }, at) => ({
    lines: contents[at]!.lines,
    columns: spanned(attribs.colspan),
    rows: spanned(attribs.rowspan),
  }))
  writer.row(
    found,
    contents.flatMap(({ tables }) => tables),
  )
}

/** A span as browsers read it; nonsense is 1. */
function spanned(attribute: string | undefined): number {
  const count = Number.parseInt(attribute ?? '', 10)
  return count >= 1 ? count : 1
}
