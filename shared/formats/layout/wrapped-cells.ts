import type { Stop } from '../../tables/align-columns.ts'
import { HOLDS_NUMBER, LONGEST_CELL } from '../../tables/cells.ts'
import { fold } from '../../text/fold.ts'
import { CELL_SEPARATOR } from '../rows.ts'
import type { Line } from './run.ts'

/** Lines of a text stand farther apart than this, in type sizes: what is nearer stands beside each other in the cells of a row. */
const NEARER_THAN_LINES = 0.95
/** A line between two rows is of the one that is nearer by this. */
const NEARER = 0.8
/** Two distances that differ by less, in type sizes, are one: rounding. */
const AS_FAR = 0.1

/** The largest tables of reports have 30 columns; of a row with more cells than this nothing is put together. */
const MAX_CELLS = 100

/** Where a line, or the last one of a cell, stands. */
type Placed = Pick<Line, 'y' | 'size'>

interface Piece extends Placed {
  readonly text: string
  readonly stop: Stop
}

/**
 * Lines with the cells of a row put together: a name on two lines stands half a line above and below the figures beside it, one on three
 * lines around them.
 */
export function withWrappedCells(lines: readonly Line[]): Line[] {
  const rows: Line[][] = []
  for (const line of lines) {
    const last = rows.at(-1)?.at(-1)
    if (last !== undefined && areBeside(last, line)) rows.at(-1)!.push(line)
    else rows.push([line])
  }
  return withParts(rows).flatMap((row) => joinedRow(row) ?? row)
}

/** Each short line between two rows with cells goes to the nearer one; below a line that another stands above, one goes as far below. */
function withParts(rows: readonly (readonly Line[])[]): Line[][] {
  const whole: Line[][] = []
  let isBefore = false
  for (const [at, row] of rows.entries()) {
    const [above, below] = [whole.at(-1), rows[at + 1]]
    const part = row.length === 1 && isPart(row[0]!) ? row[0]! : null
    if (isBefore || (part !== null && above !== undefined && completes(above, part))) {
      above!.push(...row)
      isBefore = false
    } else if (part === null || !isRow(above) || !isRow(below)) whole.push([...row])
    else {
      const [up, down] = [part.y - above.at(-1)!.y, below[0]!.y - part.y]
      if (up < NEARER * down) above.push(part)
      else {
        whole.push([part])
        isBefore = down < NEARER * up
      }
    }
  }
  return whole
}

function completes([first, middle, ...more]: readonly Line[], last: Line): boolean {
  if (first === undefined || middle === undefined || more.length > 0 || !isPart(first)) return false
  const isAsFar = Math.abs(last.y - middle.y - (middle.y - first.y)) < AS_FAR * last.size
  return isAsFar && overlap(first.stops[0]!, last.stops[0]!)
}

/** Whether two lines stand so near that neither is below the other. */
function areBeside(above: Placed, below: Placed): boolean {
  return below.y - above.y < NEARER_THAN_LINES * Math.min(above.size, below.size)
}

function isRow(lines: readonly Line[] | undefined): lines is readonly Line[] {
  return lines !== undefined && (lines.length > 1 || hasCells(lines[0]!))
}

function hasCells({ text }: Line): boolean {
  return text.includes(CELL_SEPARATOR)
}

function isPart(line: Line): boolean {
  return !hasCells(line) && line.text.length <= LONGEST_CELL
}

/** One line of the cells that lines make together; null if they are none of a row. */
function joinedRow(lines: readonly Line[]): Line | null {
  if (lines.length < 2 || lines.some((line) => !hasCells(line) && !isPart(line))) return null
  const cells: Piece[] = []
  for (const piece of lines.flatMap(piecesOf)) {
    const over = cells.filter(({ stop }) => overlap(stop, piece.stop))
    const [before] = over
    if (cells.length > MAX_CELLS || over.length > 1 || (before !== undefined && areBeside(before, piece))) return null
    if (before === undefined) cells.push(piece)
    else cells[cells.indexOf(before)] = both(before, piece)
  }
  if (cells.length < 2 || !(cells.some(isValue) || haveSameCells(lines[0]!, lines.at(-1)!))) return null
  cells.sort((a, b) => a.stop.left - b.stop.left)
  const most = lines.reduce((best, line) => (line.stops.length > best.stops.length ? line : best))
  return {
    ...most,
    text: cells.map(({ text }) => text).join(CELL_SEPARATOR),
    stops: cells.map(({ stop }) => stop),
    left: cells[0]!.stop.left,
    right: cells.at(-1)!.stop.right,
  }
}

function isValue({ text }: Piece): boolean {
  return HOLDS_NUMBER.test(fold(text))
}

/** Rows without a figure may be the two levels of a header, with a name between them: those have other columns. */
function haveSameCells({ stops }: Line, { stops: others }: Line): boolean {
  return stops.length === others.length && stops.every((stop, at) => overlap(stop, others[at]!))
}

function overlap(a: Stop, b: Stop): boolean {
  return a.left < b.right && a.right > b.left
}

function piecesOf({ text, stops, y, size }: Line): Piece[] {
  const texts = text.split(CELL_SEPARATOR)
  return texts.length === stops.length ? texts.map((words, at) => ({ text: words, stop: stops[at]!, y, size })) : []
}

function both(above: Piece, below: Piece): Piece {
  const areFigures = /\d$/.test(above.text) && /^\d/.test(below.text)
  return {
    ...below,
    text: `${above.text}${areFigures ? ' ' : ''}${below.text}`,
    stop: { left: Math.min(above.stop.left, below.stop.left), right: Math.max(above.stop.right, below.stop.right) },
  }
}
