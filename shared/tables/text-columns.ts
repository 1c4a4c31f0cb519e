import { characterSet, holdsAny } from '../text/character-set.ts'
import { fold } from '../text/fold.ts'
import type { Span } from '../text/span.ts'
import { alignColumns, type Stop } from './align-columns.ts'
import { HOLDS_NUMBER, LONGEST_CELL } from './cells.ts'
import { layOut, type RowCell, type Table, unreadTable } from './table.ts'

/** A gap that parts cells: a tab, or two blanks and more. */
const GAP = /[ \u00a0]*\t[ \u00a0\t]*|[ \u00a0\u3000]{2,}/g
const HAS_GAP = /\S[ \u00a0\u3000]{2,}\S/
/** Between cells of tables that are drawn with characters. */
const BAR = '│┃║┆┇┊┋╎╏∣︱|｜¦'
const BARS = new RegExp(`[${BAR}]`, 'g')
const BAR_SET = characterSet(BAR)
/** A row is begun and ended by a bar, and has one between: text may stand in a frame. */
const MIN_BARS = 3
/** The line between two rows; of drawn tables, those above and below are its ends. */
const RULE = /^(?:[├┠┣╟╠┝][\u2500-\u257f]+|(?=[|｜+:=_—－ -]{3,}$).*(?:--|==|—{2}|－{2}).*)$/
/** Parted by marks that prose has too, a row is one only among others that have as many of them. */
const MIN_COMMAS = 2
const MIN_MARKED_ROWS = 3
const SENTENCE = /[。;；]/
/** A text that is nothing but tabs, or one line, is not split without end. */
const LONGEST_LINE = 2000

interface Row extends Span {
  readonly pieces: readonly Piece[]
  /** Whether each cell has its place in the row by what parts them, be it empty or not. */
  readonly byTabs: boolean
  /** Whether they are parted by marks that prose has too. */
  readonly byMarks: boolean
}

type Piece = Span & Stop & { readonly text: string }

/**
 * Tables in lines of text whose cells are parted by tabs, runs of blanks or drawn bars, outside those that are known already. Neighbouring lines
 * with cells make one table, if a number stands in one of them alone.
 */
export function textColumns(text: string, known: readonly Span[]): Table[] {
  const tables: Table[] = []
  let rows: Row[] = []
  const close = () => {
    const table = isTable(rows) ? tableOf(rows) : null
    if (table !== null) tables.push(table)
    rows = []
  }
  let next = 0
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    while (next < known.length && known[next]!.end <= start) next++
    const isKnown = next < known.length && known[next]!.start < end
    const isRule = !isKnown && RULE.test(text.slice(start, Math.min(end, start + LONGEST_LINE)).trim())
    const row = isKnown || isRule ? null : rowOf(text, start, end, rows.at(-1)?.byTabs ?? false)
    if (row !== null && row.byMarks !== (rows[0]?.byMarks ?? row.byMarks)) close()
    if (row !== null) rows.push(row)
    else if (isKnown || (end > start && !isRule)) close()
    start = end + 1
  }
  close()
  return tables
}

/** @param inTabs whether a row parted by tabs stands above: a tab that opens the line leaves its first cell empty, and indents nothing */
function rowOf(text: string, start: number, end: number, inTabs: boolean): Row | null {
  if (end - start > LONGEST_LINE) return null
  const line = text.slice(start, end)
  if (isDrawn(line.trim())) return drawnRow(line, start, end)
  const marked = markedRow(line, start, end)
  if (marked !== null) return marked
  const byTabs = (inTabs ? line.trimEnd() : line.trim()).includes('\t')
  if (!byTabs && !HAS_GAP.test(line)) return null
  const pieces = byTabs ? splitAt(line, start, /\t/g) : splitAt(line, start, GAP)
  while (pieces.length > 0 && pieces.at(-1)!.text === '') pieces.pop()
  if (pieces.length < 2) return null
  if (pieces.some((piece) => piece.text.length > LONGEST_CELL || SENTENCE.test(piece.text))) return null
  return { start, end, pieces, byTabs, byMarks: false }
}

function isDrawn(line: string): boolean {
  return isBar(line, 0) && isBar(line, line.length - 1) && line.match(BARS)!.length >= MIN_BARS
}

function isBar(line: string, at: number): boolean {
  return BAR_SET[line.charCodeAt(at)] === 1
}

/** A row between bars; a cell of nothing is a cell. */
function drawnRow(line: string, start: number, end: number): Row | null {
  const first = line.length - line.trimStart().length + 1
  const pieces = splitAt(line.slice(first, line.trimEnd().length - 1), start + first, BARS)
  return pieces.some(({ text }) => text.length > LONGEST_CELL)
    ? null
    : { start, end, pieces, byTabs: true, byMarks: false }
}

/** A row between bars without those at its ends, or between commas; commas in cells that tabs or blanks part are those of numbers. */
function markedRow(line: string, start: number, end: number): Row | null {
  const hasBars = holdsAny(line, BAR_SET)
  if ((!hasBars && line.split(',').length <= MIN_COMMAS) || SENTENCE.test(line)) return null
  if (!hasBars && (line.trim().includes('\t') || HAS_GAP.test(line))) return null
  const pieces = splitAt(line.trimEnd(), start, hasBars ? BARS : /,/g)
  return pieces.some(({ text }) => text.length > LONGEST_CELL)
    ? null
    : { start, end, pieces, byTabs: true, byMarks: true }
}

/** The pieces of a line, with their places in character widths: a Chinese character is as wide as two digits. */
function splitAt(line: string, start: number, gap: RegExp): Piece[] {
  const pieces: Piece[] = []
  let width = 0
  const add = (from: number, to: number) => {
    const piece = line.slice(from, to)
    const text = piece.trim()
    const first = from + piece.indexOf(text)
    const left = width + widthOf(line.slice(from, first))
    width += widthOf(piece)
    pieces.push({ text, start: start + first, end: start + first + text.length, left, right: left + widthOf(text) })
  }
  let from = line.length - line.trimStart().length
  if (gap.source === '\\t') from = Math.max(0, line.slice(0, from).indexOf('\t'))
  width = widthOf(line.slice(0, from))
  for (const { 0: blanks, index } of line.matchAll(gap)) {
    if (index < from) continue
    add(from, index)
    width += widthOf(blanks)
    from = index + blanks.length
  }
  add(from, line.length)
  return pieces
}

function widthOf(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) > 0x2e7f ? 2 : 1
  return width
}

/** Blanks alone part cells only if several lines, or several numbers in a line, stand so. */
function isTable(rows: readonly Row[]): boolean {
  const values = rows.map(({ pieces }) => pieces.filter(({ text }) => HOLDS_NUMBER.test(fold(text))).length)
  if (!values.some((count) => count > 0)) return false
  if (rows[0]!.byMarks) {
    const isOne = rows.every(({ pieces }) => pieces.length === rows[0]!.pieces.length)
    return isOne && rows.length >= MIN_MARKED_ROWS && 2 * values.filter((count) => count > 0).length >= rows.length
  }
  return rows.length > 1 || rows[0]!.byTabs || values[0]! > 1
}

function tableOf(rows: readonly Row[]): Table {
  const span = { start: rows[0]!.start, end: rows.at(-1)!.end }
  const tabs = rows.filter(({ byTabs }) => byTabs).length
  if (tabs === rows.length)
    return layOut(
      rows.map(({ pieces }) => pieces.map(cellOf)),
      span,
    )
  const columns = tabs > 0 ? null : alignColumns(rows.map(({ pieces }) => pieces))
  if (columns === null) return unreadTable(span, rows.length, 'its lines do not stand in columns')
  const width = rows.reduce((most, { pieces }) => Math.max(most, pieces.length), 0)
  return layOut(
    rows.map(({ pieces, start }, row) => filled(pieces.map(cellOf), columns[row]!, width, start)),
    span,
  )
}

function cellOf({ start, end }: Span): RowCell {
  return { start, end, rows: 1, columns: 1, continues: false }
}

/** A row with empty cells in the columns where none of its pieces stands. */
function filled(pieces: readonly RowCell[], columns: readonly number[], width: number, start: number): RowCell[] {
  const row = Array.from({ length: width }, () => cellOf({ start, end: start }))
  for (const [at, column] of columns.entries()) row[column] = pieces[at]!
  return row
}
