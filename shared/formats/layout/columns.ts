import { CELL_GAP, joinLine } from './join-line.ts'
import type { Line, Run } from './run.ts'

/** A column of fewer lines reads the same either way. */
const MIN_COLUMN_LINES = 6
/** Titles and tables may lie across the gutter; text of one column does so in nearly every line. */
const MAX_ACROSS = 0.15
/** In columns of prose most lines fill their column; the cells of a table do not. */
const FULL_SHARE = 0.4
const FULL_LINE = 0.75
/** The gutter is looked for in the middle part of the text area, at this many places. */
const GUTTER_FROM = 0.4
const GUTTER_TO = 0.6
const GUTTER_PLACES = 20

/**
 * The lines of a page with two columns of prose: what lies across both stays in its place, between them the left column comes
 * before the right one, moved to the left one's place so that both share their margins. Null for every other page.
 */
export function inColumns(lines: readonly (readonly Run[])[]): Line[] | null {
  const pieces = lines.flatMap(piecesOf)
  const gutter = findGutter(pieces)
  if (gutter === null) return null
  const shift = leftmost(pieces.filter(({ left }) => left >= gutter)) - leftmost(pieces)
  const ordered: Line[] = []
  let left: Line[] = []
  let right: Line[] = []
  for (const line of lines) {
    if (piecesOf(line).some((piece) => isAcross(piece, gutter))) {
      ordered.push(...left, ...right, joinLine(line))
      left = []
      right = []
    } else {
      left.push(...joinSome(line.filter(({ x }) => x < gutter)))
      right.push(...joinSome(line.filter(({ x }) => x >= gutter).map((run) => ({ ...run, x: run.x - shift }))))
    }
  }
  return [...ordered, ...left, ...right]
}

function joinSome(runs: readonly Run[]): Line[] {
  return runs.length === 0 ? [] : [joinLine(runs)]
}

/** The parts of a line between wide gaps. */
function piecesOf(line: readonly Run[]): Line[] {
  const pieces: Run[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const run of line) {
    if (run.x - end > CELL_GAP * run.size) pieces.push([])
    pieces.at(-1)!.push(run)
    end = Math.max(end, run.x + run.width)
  }
  return pieces.map(joinLine)
}

function findGutter(pieces: readonly Line[]): number | null {
  if (pieces.length < 2 * MIN_COLUMN_LINES) return null
  const from = leftmost(pieces)
  const width = rightmost(pieces) - from
  let best = { x: 0, across: Number.POSITIVE_INFINITY }
  for (let place = 0; place <= GUTTER_PLACES; place++) {
    const x = from + width * (GUTTER_FROM + ((GUTTER_TO - GUTTER_FROM) * place) / GUTTER_PLACES)
    const across = pieces.filter((piece) => isAcross(piece, x)).length
    if (across < best.across) best = { x, across }
  }
  const { x, across } = best
  const isGutter =
    across <= MAX_ACROSS * pieces.length &&
    isProse(pieces.filter(({ right }) => right <= x)) &&
    isProse(pieces.filter(({ left }) => left >= x))
  return isGutter ? x : null
}

function isAcross({ left, right }: Line, x: number): boolean {
  return left < x && right > x
}

function isProse(column: readonly Line[]): boolean {
  const width = rightmost(column) - leftmost(column)
  const full = column.filter(({ left, right }) => right - left >= FULL_LINE * width)
  return column.length >= MIN_COLUMN_LINES && full.length >= FULL_SHARE * column.length
}

function leftmost(lines: readonly Line[]): number {
  return lines.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY)
}

function rightmost(lines: readonly Line[]): number {
  return lines.reduce((most, { right }) => Math.max(most, right), 0)
}
