import type { FoundCell } from '../found-tables.ts'
import { laysOutText, rowLines } from '../rows.ts'
import type { Box } from './drawing.ts'
import { cellAt, type Grid, type GridCell, gridsOf } from './grids.ts'
import { commonSize } from './join-line.ts'
import { HEADING, joined } from './paragraphs.ts'
import type { Line, RuledTable, Run } from './run.ts'
import { textLines } from './text-lines.ts'

/** A line of a cell is full if less than this many characters are left to the rule beside it, its margin counted. */
const LEFT_OVER = 3.1
/** Two lines of figures are one number only if the first fills its cell, but for its margin. */
const MARGIN = 1.2
/** A character's middle stands over its base line by this part of its size. */
const MIDDLE = 0.35

export interface PartedPage {
  /** From top to bottom. */
  readonly tables: readonly { readonly top: number; readonly lines: readonly Line[] }[]
  /** The text outside them. */
  readonly others: readonly Run[]
}

/** Parts the tables that the rules of a page draw from the text around them. */
export function partTables(runs: readonly Run[], rules: readonly Box[]): PartedPage {
  const grids = rules.length === 0 || runs.length === 0 ? [] : gridsOf(rules, commonSize(runs))
  const cells = new Map<GridCell, Run[]>()
  const others: Run[] = []
  for (const run of runs) {
    const cell = cellOfRun(run, grids)
    if (cell === undefined) others.push(run)
    else if (cells.has(cell)) cells.get(cell)!.push(run)
    else cells.set(cell, [run])
  }
  const tables = grids
    .toSorted((a, b) => a.ys[0]! - b.ys[0]!)
    .flatMap((grid) => {
      const filled = grid.cells.filter((cell) => cells.has(cell))
      if (filled.length > 1) return [{ top: grid.ys[0]!, lines: linesOfGrid(grid, cells) }]
      // A box around text is no table.
      others.push(...filled.flatMap((cell) => cells.get(cell)!))
      return []
    })
  return { tables, others }
}

function cellOfRun({ x, y, width, size }: Run, grids: readonly Grid[]): GridCell | undefined {
  for (const grid of grids) {
    const cell = cellAt(grid, x + width / 2, y - MIDDLE * size)
    if (cell !== undefined) return cell
  }
  return undefined
}

/** Each row in one line; rows of cells that hold paragraphs only lay out text, and part the table. */
function linesOfGrid(grid: Grid, runs: ReadonlyMap<GridCell, readonly Run[]>): Line[] {
  const { xs, ys, cells } = grid
  let table: RuledTable | null = null
  return ys.slice(1).flatMap((_, row) => {
    const own = cells.filter((cell) => cell.row === row)
    const found = own.map((cell) => cellOf(cell, textLines(runs.get(cell) ?? []), xs[cell.column + cell.columns]!))
    const texts = found.map(({ lines }) => lines)
    if (laysOutText(texts)) table = null
    else {
      table ??= { rows: [], xs }
      table.rows.push(found)
    }
    const written = own.flatMap((cell) => runs.get(cell) ?? [])
    if (written.length === 0) return []
    const place = {
      stops: [],
      left: xs[0]!,
      right: xs.at(-1)!,
      y: written.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY),
      size: commonSize(written),
      ruled: table,
    }
    return rowLines(texts).map((text) => ({ text, ...place }))
  })
}

function cellOf({ rows, columns }: GridCell, lines: readonly Line[], end: number): FoundCell {
  const paragraphs: string[] = []
  let previous: Line | null = null
  for (const line of lines) {
    const text = line.text.replaceAll('\t', ' ')
    const goesOn = previous !== null && continues(previous, line, end)
    paragraphs.push(goesOn ? joined(paragraphs.pop()!, text) : text)
    previous = line
  }
  return { lines: paragraphs, rows, columns }
}

/** @param end where the cell does */
function continues(previous: Line, line: Line, end: number): boolean {
  if (HEADING.test(line.text)) return false
  const areFigures = /\d$/.test(previous.text) && /^\d/.test(line.text)
  return previous.right > end - (areFigures ? MARGIN : LEFT_OVER) * line.size
}
