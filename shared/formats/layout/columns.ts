import { CELL_GAP, commonSize } from './join-line.ts'
import type { Run } from './run.ts'

/** Columns of fewer lines read the same either way. The right one of a last page may end early. */
const MIN_LINES = { left: 6, right: 2 }
/** Titles and tables may lie across the gutter; text of one column does so in nearly every line. */
const MAX_ACROSS = 0.15
/** In columns of prose many lines fill their column; the cells of a table do not. Where a report ends, with plans and a signature, fewer do. */
const FULL_SHARE = { left: 0.4, right: 0.25 }
const FULL_LINE = 0.75
/** The gutter is looked for in the middle part of the text area, at this many places. */
const GUTTER_FROM = 0.4
const GUTTER_TO = 0.6
const GUTTER_PLACES = 20

/** Deeper in the gutter than this part of its type size, a line belongs to no column: page numbers, titles. */
const HANGING = 0.25

/** A head or foot stands farther from the text than this many times the type size. */
const APART = 2

/** A part of a line between wide gaps. */
interface Piece {
  readonly runs: Run[]
  readonly left: number
  right: number
}

/** The white stretch between two columns. */
interface Gutter {
  readonly left: number
  readonly right: number
}

/**
 * The runs of a page with two columns of prose, in groups to be read one after the other: what lies across both stays in its place,
 * between them the left column comes before the right one, moved to the left one's place so that both share their margins. Null for
 * every other page.
 * @param lines by their base lines, so that one may have words of both columns that are not beside each other
 */
export function inColumns(lines: readonly (readonly Run[])[]): Run[][] | null {
  const pieces = lines.flatMap(piecesOf)
  const gutter = findGutter(pieces)
  if (gutter === null) return null
  const shift = gutter.right - leftmost(pieces)
  const groups: Run[][] = []
  let left: Run[] = []
  let right: Run[] = []
  for (const [index, line] of lines.entries()) {
    if (standsApart(index, lines) || piecesOf(line).some((piece) => reachesInto(piece, gutter))) {
      groups.push(left, right, [...line])
      left = []
      right = []
    } else
      for (const run of line) {
        if (run.x < gutter.left) left.push(run)
        else right.push({ ...run, x: run.x - shift })
      }
  }
  return [...groups, left, right]
}

function piecesOf(line: readonly Run[]): Piece[] {
  const pieces: Piece[] = []
  let piece: Piece | undefined
  for (const run of line) {
    if (piece === undefined || run.x - piece.right > CELL_GAP * run.size) {
      piece = { runs: [], left: run.x, right: run.x }
      pieces.push(piece)
    }
    piece.runs.push(run)
    piece.right = Math.max(piece.right, run.x + run.width)
  }
  return pieces
}

function findGutter(pieces: readonly Piece[]): Gutter | null {
  if (pieces.length < MIN_LINES.left + MIN_LINES.right) return null
  const from = leftmost(pieces)
  const width = rightmost(pieces) - from
  let best = { x: 0, across: Number.POSITIVE_INFINITY }
  for (let place = 0; place <= GUTTER_PLACES; place++) {
    const x = from + width * (GUTTER_FROM + ((GUTTER_TO - GUTTER_FROM) * place) / GUTTER_PLACES)
    const across = pieces.filter((piece) => isAcross(piece, x)).length
    if (across < best.across) best = { x, across }
  }
  const { x, across } = best
  if (across > MAX_ACROSS * pieces.length) return null
  const columns = { left: pieces.filter(({ right }) => right <= x), right: pieces.filter(({ left }) => left >= x) }
  const columnWidth = Math.max(widthOf(columns.left), widthOf(columns.right))
  const full = { left: fullLines(columns.left, columnWidth), right: fullLines(columns.right, columnWidth) }
  const isProse = (side: keyof typeof columns) =>
    columns[side].length >= MIN_LINES[side] && full[side].length >= FULL_SHARE[side] * columns[side].length
  return isProse('left') && isProse('right') ? { left: rightmost(full.left), right: leftmost(full.right) } : null
}

function isAcross({ left, right }: Piece, x: number): boolean {
  return left < x && right > x
}

function reachesInto({ left, right, runs }: Piece, gutter: Gutter): boolean {
  const size = commonSize(runs)
  return left < gutter.right - HANGING * size && right > gutter.left + HANGING * size
}

/** Heads and feet belong to no column, also if they have words over each. */
function standsApart(index: number, lines: readonly (readonly Run[])[]): boolean {
  const neighbour = index === 0 ? lines[1] : index === lines.length - 1 ? lines[index - 1] : undefined
  const [run, other] = [lines[index]![0]!, neighbour?.[0]]
  return other !== undefined && Math.abs(run.y - other.y) > APART * other.size
}

function fullLines(column: readonly Piece[], width: number): Piece[] {
  return column.filter(({ left, right }) => right - left >= FULL_LINE * width)
}

function widthOf(column: readonly Piece[]): number {
  return column.length === 0 ? 0 : rightmost(column) - leftmost(column)
}

function leftmost(lines: readonly Piece[]): number {
  return lines.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY)
}

function rightmost(lines: readonly Piece[]): number {
  return lines.reduce((most, { right }) => Math.max(most, right), 0)
}
