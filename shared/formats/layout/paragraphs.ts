import { ORDINALS } from '../../text/numerals.ts'
import { CELL_SEPARATOR } from '../rows.ts'
import { partNotes } from './foot-notes.ts'
import { countsOf, mostFrequent } from './most-frequent.ts'
import type { Block } from './page-text.ts'
import type { Line } from './run.ts'

/** A line is full if less than this many characters are left: a mark or a number moves to the next line as one. */
const LEFT_OVER = 2.6
/** No paragraph ends with a figure whose unit begins the next line. */
const LEFT_OVER_BEHIND_FIGURE = 4
/** A paragraph's first line stands in by two characters; less is a bracket's own white space. */
const INDENT = 1.2
/** Fewer lines than this part of all, or one, begin further left than the text: marks in the margin. */
const LEFTMOST_SHARE = 0.1
/** Where paragraphs begin further right than lines, a line that ends in the middle of a sentence goes on if it fills more than this. */
const OPEN_LINE = 0.6
const ENDS_SENTENCE = /[。！？；：!?;:…][”’"')）】》]*$/
/** Between paragraphs some layouts leave more room than between lines. */
const PARAGRAPH_LEADING = 1.35
/** Two lines of one paragraph have the same size but for rounding. */
const SAME_SIZE = 0.08
/** Titles are larger than the body; only their lines are joined if they are centred. */
const TITLE_SIZE = 1.1
const TITLE_LEADING = 2.2
/** Headings begin paragraphs even after a full line: 一、 （一） 1. 第一章. */
const ORDINAL = `[${ORDINALS}]{1,3}`
export const HEADING = new RegExp(`^(?:${ORDINAL}、|[（(]${ORDINAL}[）)]|第${ORDINAL}[章节部条])`)

/** Joins the lines of a document into its paragraphs, over the ends of pages too. */
export function joinParagraphs(blocks: readonly Block[]): string[] {
  const size = medianOf(blocks.flatMap(({ lines }) => lines.map((line) => line.size)))
  const leading = medianOf(blocks.flatMap(({ lines }) => lines.slice(1).map((line, at) => line.y - lines[at]!.y)))
  const parted = blocks.map(({ lines, width }) => ({ ...partNotes(lines, { size, leading }), width }))
  const measures = measuresOf(parted)
  const paragraphs: string[] = []
  /** Notes stand behind the paragraph that the foot of their page cuts. */
  const waiting: string[] = []
  let previous: Line | null = null
  for (const { lines, notes, width } of parted) {
    const measure = measures.get(widthClass(width))!
    let first = true
    for (const line of lines) {
      const goesOn = previous !== null && continues(previous, line, first ? { ...measure, leading: 0 } : measure)
      if (goesOn) paragraphs.push(joined(paragraphs.pop()!, line.text))
      else paragraphs.push(...waiting.splice(0), line.text)
      previous = line
      first = false
    }
    waiting.push(...notes)
  }
  return [...paragraphs, ...waiting]
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

/** Upright pages and those that lie on their side have margins of their own. */
function measuresOf(blocks: readonly Block[]): Map<number, Measure> {
  const classes = Map.groupBy(blocks, ({ width }) => widthClass(width))
  return new Map([...classes].map(([width, pages]) => [width, measureOf(pages.map(({ lines }) => lines))]))
}

/** Pages scatter by less than this, in parts of their width. */
const WIDTH_STEP = 1.1

function widthClass(width: number): number {
  return Math.round(Math.log(Math.max(1, width)) / Math.log(WIDTH_STEP))
}

interface Measure {
  readonly left: number
  readonly right: number
  /** Distance of base lines; 0 if two lines are on different pages. */
  readonly leading: number
  /** Of the type of most lines. */
  readonly size: number
  /** Headings begin further right than lines, and so do all paragraphs. */
  readonly isIndented: boolean
}

function continues(previous: Line, line: Line, measure: Measure): boolean {
  const { left, right, leading } = measure
  const { size } = line
  if (Math.abs(previous.size - size) > SAME_SIZE * size) return false
  if (isCells(previous) || isCells(line)) return false
  const apart = line.y - previous.y
  const leftOver = /\d$/.test(previous.text) && /^\p{Script=Han}/u.test(line.text) ? LEFT_OVER_BEHIND_FIGURE : LEFT_OVER
  const isFull = previous.right > right - leftOver * size
  if (isCentred(line, left, right)) {
    const isTitle = size > TITLE_SIZE * measure.size && apart < TITLE_LEADING * size
    return isTitle && (isFull || isCentred(previous, left, right))
  }
  if (leading > 0 && apart > PARAGRAPH_LEADING * Math.max(leading, size)) return false
  const goesOn = isFull || (measure.isIndented && isOpen(previous, measure))
  return goesOn && line.left < left + INDENT * size && !HEADING.test(line.text)
}

/** Whether a line breaks off in a sentence: not all lines are filled to the margin. */
function isOpen(line: Line, { left, right }: Measure): boolean {
  return (
    !isCentred(line, left, right) && !ENDS_SENTENCE.test(line.text) && line.right > left + OPEN_LINE * (right - left)
  )
}

/** Whether a line is one of a table. */
function isCells({ text, ruled }: Line): boolean {
  return ruled !== undefined || text.includes(CELL_SEPARATOR)
}

function isCentred({ left: from, right: to, size }: Line, left: number, right: number): boolean {
  const before = from - left
  const after = right - to
  return before > 2.5 * size && Math.abs(before - after) < size
}

const WORD_BREAK = /[A-Za-z][,.;:]?$/

/** Two lines of one paragraph. */
export function joined(before: string, after: string): string {
  return WORD_BREAK.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after
}

/** The text area: where lines begin, where the longest end, and how far apart most lines are. */
function measureOf(pages: readonly (readonly Line[])[]): Measure {
  const lines = pages.flat().filter((line) => !isCells(line))
  const gaps = pages.flatMap((lines) => lines.slice(1).map((line, index) => line.y - lines[index]!.y))
  const left = leftmost(lines)
  const headings = lines.filter(({ text }) => HEADING.test(text))
  return {
    left,
    right: upperQuantile(lines.map(({ right }) => right)),
    leading: mostFrequent(gaps.filter((gap) => gap > 0)),
    size: mostFrequent(lines.map(({ size }) => size)),
    isIndented: headings.length > 0 && headings.every((line) => line.left > left + INDENT * line.size),
  }
}

/** Where lines begin that are not the first of a paragraph: of short paragraphs, most lines are. */
function leftmost(lines: readonly Line[]): number {
  const counts = countsOf(lines.map(({ left }) => left))
  const enough = Math.max(2, LEFTMOST_SHARE * lines.length)
  const shared = [...counts.keys()].filter((left) => counts.get(left)! + (counts.get(left + 1) ?? 0) >= enough)
  return shared.reduce((least, left) => Math.min(least, left), mostFrequent(lines.map(({ left }) => left)))
}

/** Nearly the largest: a table or a mark in the margin may reach further. */
function upperQuantile(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0
}
