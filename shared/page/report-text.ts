import type { QuotedFigure } from '../readers/sentences.ts'
import type { Section } from '../report/report.ts'

/** A figure where it stands, or the words between two of them. */
export type TextPart = string | { readonly figure: QuotedFigure; readonly text: string }

export type TextBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly section: number; readonly parts: readonly TextPart[] }
  | { readonly kind: 'paragraph'; readonly parts: readonly TextPart[] }
  /** Lines whose cells are parted by tabs. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly TextPart[])[])[] }

/** The words of parts, without what is known of the figures. */
export function wordsOf(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}

type Heading = Pick<Section, 'level' | 'heading'> & { readonly section: number }

/** What ends a heading that goes on as a sentence in the same line. */
const END_OF_HEADING = /^[。.:;、,\s]*/

/**
 * A report as headings, paragraphs and tables, with every figure in its place.
 * @param text canonical
 * @param figures in the order of the text
 */
export function blocksOf(
  text: string,
  sections: readonly Pick<Section, 'level' | 'heading' | 'start'>[],
  figures: readonly QuotedFigure[],
): TextBlock[] {
  const headings = new Map<number, Heading>()
  sections.forEach(({ start, level, heading }, section) => {
    if (heading !== null) headings.set(skipBlanks(text, start), { level, heading, section })
  })
  /** 一是……;二是…… in one line are sections and no headings. */
  const hasOneSection = (start: number, end: number) =>
    [...headings.keys()].filter((at) => at >= start && at < end).length === 1
  const parts = partsReader(text, figures)
  const blocks: TextBlock[] = []
  for (const { start, end } of linesOf(text)) {
    const heading = hasOneSection(start, end) ? headings.get(start) : undefined
    const restStart = heading === undefined ? start : endOfHeading(text, start, end, heading)
    if (heading !== undefined)
      blocks.push({ kind: 'heading', level: heading.level, section: heading.section, parts: parts(start, restStart) })
    if (restStart >= end) continue
    const line = text.slice(restStart, end)
    if (line.includes('\t'))
      addRow(
        blocks,
        cellsOf(line, restStart).map(({ start, end }) => parts(start, end)),
      )
    else blocks.push({ kind: 'paragraph', parts: parts(restStart, end) })
  }
  return blocks
}

interface Extent {
  readonly start: number
  readonly end: number
}

/** Lines that are not blank, without the blanks around them. */
function linesOf(text: string): Extent[] {
  const lines: Extent[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const words = line.trim()
    const from = start + line.indexOf(words)
    if (words !== '') lines.push({ start: from, end: from + words.length })
    start += line.length + 1
  }
  return lines
}

function skipBlanks(text: string, start: number): number {
  let at = start
  while (at < text.length && text.charAt(at).trim() === '') at += 1
  return at
}

/** A heading that stands in the text otherwise than it was read takes its whole line. */
function endOfHeading(text: string, start: number, end: number, { heading }: Heading): number {
  if (!text.startsWith(heading!, start)) return end
  const rest = text.slice(start + heading!.length, end)
  return start + heading!.length + END_OF_HEADING.exec(rest)![0].length
}

function cellsOf(line: string, start: number): Extent[] {
  let at = start
  return line.split('\t').map((cell) => {
    const extent = { start: at, end: at + cell.length }
    at = extent.end + 1
    return extent
  })
}

function addRow(blocks: TextBlock[], row: readonly (readonly TextPart[])[]): void {
  const last = blocks.at(-1)
  if (last?.kind === 'table') blocks[blocks.length - 1] = { kind: 'table', rows: [...last.rows, row] }
  else blocks.push({ kind: 'table', rows: [row] })
}

/** Reads parts of the text from its beginning to its end: each figure once. */
function partsReader(text: string, figures: readonly QuotedFigure[]) {
  let next = 0
  return (start: number, end: number): TextPart[] => {
    const parts: TextPart[] = []
    let at = start
    while (next < figures.length && figures[next]!.start < end) {
      const figure = figures[next++]!
      if (figure.start > at) parts.push(text.slice(at, figure.start))
      parts.push({ figure, text: text.slice(Math.max(at, figure.start), Math.min(figure.end, end)) || figure.raw })
      at = Math.max(at, figure.end)
    }
    if (at < end) parts.push(text.slice(at, end))
    return parts
  }
}
