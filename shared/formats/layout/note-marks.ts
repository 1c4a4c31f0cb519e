import { RARE, rareSignsIn } from '../rare-signs.ts'
import type { Run } from './run.ts'

/** A mark of a note is set smaller than its line and over its base line. */
export const SMALLER = 0.9
const RAISED = 0.15
const TOUCHING = 0.5

/** What marks a note: 1, [1], (1), 1,2, ①, *. Raised words and units are none. */
const MARK = /^[[(（〔【]?(?:\d{1,3}(?:[,，、–-]\d{1,3}){0,9}|[①-⑳㉑-㉟㊱-㊿]|[*※†‡＊]{1,3})[\])）〕】]?$/
/** Raised characters of Unicode, which need no small type. */
const RAISED_FIGURES = /[¹²³⁰⁴-⁹]/g
/** A raised figure behind a letter is a power of its unit: m², km². */
const ENDS_IN_LETTER = /[A-Za-zµμ]\s?$/

/** A mark so high over its line that it stands in none: it is no larger than this, and its foot no higher than the type's top. */
const HIGH_SIZE = 0.7
const HIGH = 0.8

/** Lines in which marks that stand high over the line they touch are words of it. */
export function withHighMarks(lines: readonly Run[][]): Run[][] {
  const joined: Run[][] = []
  let marks: Run[] = []
  for (const line of lines) {
    const size = line.reduce((most, run) => Math.max(most, run.size), 0)
    const base = line.find((run) => run.size === size)!
    const isOfLine =
      marks.length > 0 && marks.every((mark) => isHighOver(mark, base) && touchesOne(mark, [...line, ...marks], base))
    if (isOfLine) {
      joined.pop()
      joined.push([...marks, ...line].sort((a, b) => a.x - b.x))
    } else joined.push(line)
    marks = line.every(({ text }) => MARK.test(text.trim())) ? line : []
  }
  return joined
}

function isHighOver(mark: Run, base: Run): boolean {
  return mark.size < HIGH_SIZE * base.size && base.y - mark.y > 0 && base.y - mark.y < HIGH * base.size
}

/** Whether a mark stands behind a word; the last figure of a word may be stated wider than it is. */
function touchesOne(mark: Run, line: readonly Run[], { size }: Run): boolean {
  return line.some(({ x, width }) => x < mark.x && mark.x < x + width + TOUCHING * size)
}

/** A line without the marks of notes in it, so that none becomes part of a figure: 12¹件 is 12件. */
export function withoutNoteMarks(line: readonly Run[]): Run[] {
  const size = line.reduce((most, run) => Math.max(most, run.size), 0)
  const base = line.find((run) => run.size === size)!
  const kept: Run[] = []
  for (let at = 0; at < line.length; ) {
    let end = at
    while (end < line.length && isRaised(line[end]!, base)) end++
    const before = kept.at(-1)?.text ?? ''
    if (end === at) {
      kept.push(withoutRaisedFigures(line[at]!, before))
      at++
      continue
    }
    const raised = line.slice(at, end)
    const text = raised.map((run) => run.text.trim()).join('')
    const touches = isBeside(kept.at(-1), raised[0]!, base) || isBeside(raised.at(-1), line[end], base)
    if (!touches || !MARK.test(text) || ENDS_IN_LETTER.test(before)) kept.push(...raised)
    else closeGap(kept, raised.at(-1)!)
    at = end
  }
  return kept.filter(({ text }) => text !== '')
}

function isRaised({ size, y }: Run, base: Run): boolean {
  return size < SMALLER * base.size && base.y - y > RAISED * base.size
}

/** What stood before a mark goes on to what stands behind it. */
function closeGap(kept: Run[], mark: Run): void {
  const last = kept.pop()
  if (last !== undefined) kept.push({ ...last, width: Math.max(last.width, mark.x + mark.width - last.x) })
}

/** Whether two runs are words of one text; small figures in a cell of their own stand apart. */
function isBeside(before: Run | undefined, after: Run | undefined, { size }: Run): boolean {
  return before !== undefined && after !== undefined && after.x - before.x - before.width < TOUCHING * size
}

function withoutRaisedFigures(run: Run, before: string): Run {
  if (!(rareSignsIn(run.text) & RARE.noteMark)) return run
  const text = run.text.replace(RAISED_FIGURES, (figure, at: number) =>
    ENDS_IN_LETTER.test(at === 0 ? before : run.text.slice(0, at)) ? figure : '',
  )
  return text === run.text ? run : { ...run, text }
}
