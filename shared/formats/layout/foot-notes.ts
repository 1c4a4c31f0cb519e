import { CELL_SEPARATOR } from '../rows.ts'
import type { Line } from './run.ts'

/** Notes are set smaller than the text that they stand below. */
const SMALLER = 0.95
/** So many distances of lines are between the text and its notes. */
const APART = 1.5
/** No foot of a page has more. */
const MAX_LINES = 40
/** What a note begins with: the mark in the text that refers to it. */
const MARK =
  /^(?:[[(（〔【]\d{1,2}[\])）〕】]|\d{1,2}(?![\d.、．]|年|月)|[①-⑳㉑-㉟¹²³⁴-⁹]{1,2}|[*＊※†‡]{1,3}|注\s?\d{0,2}\s?[:：])[ \t\u3000]*/u
const WORDED = /^注/

/** Whether a line is the first of a note. */
export function beginsNote({ text }: Line): boolean {
  return MARK.test(text) && text.replace(MARK, '') !== ''
}

export interface Parted {
  readonly lines: readonly Line[]
  /** Without their marks, each in one line. */
  readonly notes: readonly string[]
}

/**
 * Parts the notes at the foot of a page from its text, which goes on on the next page.
 * @param usual the size of most type, and the distance of most lines
 */
export function partNotes(lines: readonly Line[], usual: { readonly size: number; readonly leading: number }): Parted {
  const first = Math.max(1, lines.length - MAX_LINES)
  const from = lines.findIndex((line, at) => at >= first && beginsNote(line) && isFoot(lines, at, usual))
  if (from < 0) return { lines, notes: [] }
  const notes: string[] = []
  for (const line of lines.slice(from)) {
    if (beginsNote(line)) notes.push(WORDED.test(line.text) ? line.text : line.text.replace(MARK, ''))
    else notes.push(notes.pop()! + line.text)
  }
  return { lines: lines.slice(0, from), notes }
}

/** Whether all from a line on is notes: in small type, or below a gap and numbered one after the other. */
function isFoot(
  lines: readonly Line[],
  at: number,
  { size, leading }: { readonly size: number; readonly leading: number },
): boolean {
  const foot = lines.slice(at)
  if (foot.some((line) => isCells(line))) return false
  if (foot.every((line) => line.size < SMALLER * size)) return true
  const isApart = leading > 0 && lines[at]!.y - lines[at - 1]!.y > APART * leading
  const numbers = foot.filter(beginsNote).map(({ text }) => numberOf(text))
  return isApart && numbers.every((number, index) => number !== null && number === numbers[0]! + index)
}

/** The number of a mark; null for other marks. */
function numberOf(text: string): number | null {
  const mark = MARK.exec(text)![0].normalize('NFKC').replace(/\D/g, '')
  return mark === '' ? null : Number(mark)
}

/** A tab parts cells, but for one behind a mark. */
function isCells({ text }: Line): boolean {
  return text.replace(MARK, '').includes(CELL_SEPARATOR)
}
