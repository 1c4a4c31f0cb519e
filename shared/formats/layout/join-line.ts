import { withoutForms } from '../clean.ts'
import { CELL_SEPARATOR } from '../rows.ts'
import type { Line, Run } from './run.ts'

/** A gap of this many characters inside a line parts cells of a table; justified lines stretch by less. */
export const CELL_GAP = 0.9
/** Figures of neighbouring cells may stand closer, but never as close as the digits of one number. */
const FIGURE_GAP = 0.6
/** A blank between Latin words is about a quarter of the type size. */
const WORD_GAP = 0.15

/** One line of text from its runs, which stand from left to right. */
export function joinLine(runs: readonly Run[]): Line {
  const [first] = runs
  let text = ''
  let right = first!.x
  const stops = [{ left: right, right }]
  let tracking: number | null = null
  const trackingOnce = () => (tracking ??= trackingOf(runs))
  for (const run of runs) {
    const gap = run.x - right
    // Most characters touch the one before.
    if (gap > WORD_GAP * run.size) {
      const before = text.trimEnd()
      const between = before === '' ? '' : separator(before, run, gap, trackingOnce)
      // A blank that is drawn is kept, but for one beside the gap between cells.
      if (between === CELL_SEPARATOR) {
        stops.push({ left: run.x, right: run.x })
        text = before + between
      } else if (text === before) text += between
    }
    text += run.text
    right = Math.max(right, run.x + run.width)
    stops.at(-1)!.right = right
  }
  return {
    text: withoutTypesetBlanks(withoutForms(text.trim())),
    stops,
    left: first!.x,
    right,
    y: first!.y,
    size: commonSize(runs),
  }
}

const ENDS_IN_FIGURE = /[0-9.%％]$/
const BEGINS_WITH_FIGURE = /^[0-9]/
const ENDS_IN_WORD = /[A-Za-z0-9]$/
const BEGINS_WITH_WORD = /^[A-Za-z0-9]/

/** @param tracking of the line, which few gaps need */
function separator(before: string, { text, size }: Run, gap: number, tracking: () => number): string {
  if (gap > CELL_GAP * size) return CELL_SEPARATOR
  if (!BEGINS_WITH_WORD.test(text)) return ''
  const stretch = gap - tracking()
  if (stretch > FIGURE_GAP * size && ENDS_IN_FIGURE.test(before) && BEGINS_WITH_FIGURE.test(text)) return CELL_SEPARATOR
  return stretch > WORD_GAP * size && ENDS_IN_WORD.test(before) ? ' ' : ''
}

/** How far apart all characters of a line are set, by its Chinese ones; 0 if it has too few to tell. */
function trackingOf(runs: readonly Run[]): number {
  const gaps: number[] = []
  for (const [index, { text, x, size }] of runs.entries()) {
    const before = runs[index - 1]
    if (before === undefined || !CHINESE.test(text) || !CHINESE.test(before.text)) continue
    const gap = x - before.x - before.width
    if (gap < CELL_GAP * size) gaps.push(gap)
  }
  return gaps.length < MIN_PAIRS ? 0 : Math.max(0, gaps.sort((a, b) => a - b)[gaps.length >> 1]!)
}
const MIN_PAIRS = 4
const CHINESE = /^\p{Script=Han}$/u

/** Typesetting parts Chinese from Latin and figures by a quarter of a character; nobody wrote these blanks, but for one behind a number that names. */
function withoutTypesetBlanks(text: string): string {
  return text.includes(' ') ? text.replace(TYPESET_BLANK, '') : text
}
const TYPESET_BLANK =
  /(?<=[\u2E80-\u9FFF\uFF00-\uFFEF、。《》“”]) (?=[^ \t])|(?<=[^ \t])(?<!(?:附件|附表|附图|附录|[表图第])\d{1,2}) (?=[\u2E80-\u9FFF\uFF00-\uFFEF、。《》“”])/g

/** The size of most of a line's characters. */
export function commonSize(runs: readonly Run[]): number {
  const [first] = runs
  if (runs.every(({ size }) => size === first!.size)) return first!.size
  const characters = new Map<number, number>()
  for (const { size, text } of runs) characters.set(size, (characters.get(size) ?? 0) + text.length)
  return [...characters].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}
