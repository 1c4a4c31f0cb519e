import type { Box } from './drawing.ts'

/** Rules closer than this, in type sizes, are one: double lines, and ends that do not quite meet. */
const NEAR = 0.35
/** Shorter rules, in type sizes, are none of a table. */
const SHORTEST = 0.8
/** Pages where more pairs of rules may cross are drawings. */
const MAX_CROSSINGS = 1_000_000
/** The largest tables of reports have 30 columns; a page has no room for so many lines. */
const MAX_SIDE = 100

/** A cell between rules, by the columns and rows that it spans. */
export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** A table as its rules draw it. */
export interface Grid {
  /** Where its columns begin, and where the last one ends; and its rows. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Row by row, from left to right. */
  readonly cells: readonly GridCell[]
  /** The cell of each place, row by row. */
  readonly places: readonly GridCell[]
}

/** A rule: its place across its direction, and from where to where it runs. */
interface Stroke {
  readonly at: number
  readonly from: number
  readonly to: number
}

/**
 * The tables that the rules of a page draw, of two columns and more. Sides that are left open count as drawn. Rules that part a page into
 * other shapes than boxes draw no table.
 * @param size of the type
 */
export function gridsOf(rules: readonly Box[], size: number): Grid[] {
  const near = NEAR * size
  const isLong = (length: number) => length >= SHORTEST * size
  const across = rules.filter(({ top, bottom, left, right }) => bottom - top <= near && isLong(right - left))
  const down = rules.filter(({ top, bottom, left, right }) => right - left <= near && isLong(bottom - top))
  const rows = joined(
    across.map(({ top, bottom, left, right }) => ({ at: (top + bottom) / 2, from: left, to: right })),
    near,
  )
  const columns = joined(
    down.map(({ top, bottom, left, right }) => ({ at: (left + right) / 2, from: top, to: bottom })),
    near,
  )
  if (rows.length * columns.length > MAX_CROSSINGS) return []
  return connected(rows, columns, near).flatMap((part) => gridOf(part.rows, part.columns, near) ?? [])
}

/** Rules with those that they go on from, each at the place of all that are as near. */
function joined(strokes: readonly Stroke[], near: number): Stroke[] {
  const groups: Stroke[][] = []
  for (const stroke of strokes.toSorted((a, b) => a.at - b.at)) {
    const last = groups.at(-1)
    if (last !== undefined && stroke.at - last[0]!.at <= near) last.push(stroke)
    else groups.push([stroke])
  }
  return groups.flatMap((group) => {
    const { at } = group[0]!
    const whole: { at: number; from: number; to: number }[] = []
    for (const { from, to } of group.toSorted((a, b) => a.from - b.from)) {
      const last = whole.at(-1)
      if (last !== undefined && from - last.to <= near) last.to = Math.max(last.to, to)
      else whole.push({ at, from, to })
    }
    return whole
  })
}

interface Part {
  readonly rows: Stroke[]
  readonly columns: Stroke[]
}

/** The rules that cross or touch each other, group by group. */
function connected(rows: readonly Stroke[], columns: readonly Stroke[], near: number): Part[] {
  const parts: Part[] = []
  const left = { rows: new Set(rows), columns: new Set(columns) }
  for (const first of rows) {
    if (!left.rows.delete(first)) continue
    const part: Part = { rows: [first], columns: [] }
    const waiting: { readonly stroke: Stroke; readonly isRow: boolean }[] = [{ stroke: first, isRow: true }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const others = next.isRow ? left.columns : left.rows
      for (const other of others) {
        if (!covers(next.stroke, other.at, near) || !covers(other, next.stroke.at, near)) continue
        others.delete(other)
        ;(next.isRow ? part.columns : part.rows).push(other)
        waiting.push({ stroke: other, isRow: !next.isRow })
      }
    }
    parts.push(part)
  }
  return parts
}

function covers({ from, to }: Stroke, place: number, near: number): boolean {
  return place >= from - near && place <= to + near
}

function gridOf(rows: readonly Stroke[], columns: readonly Stroke[], near: number): Grid | null {
  const xs = placesOf(columns, rows, near)
  const ys = placesOf(rows, columns, near)
  const [width, height] = [xs.length - 1, ys.length - 1]
  if (width < 2 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) return null
  const middle = (places: readonly number[], at: number) => (places[at]! + places[at + 1]!) / 2
  const columnsAt = xs.map((x) => columns.filter(({ at }) => Math.abs(at - x) <= near))
  const rowsAt = ys.map((y) => rows.filter(({ at }) => Math.abs(at - y) <= near))
  const isBeside = (column: number, row: number) => columnsAt[column]!.some((one) => covers(one, middle(ys, row), 0))
  const isAbove = (column: number, row: number) => rowsAt[row]!.some((one) => covers(one, middle(xs, column), 0))
  const places: GridCell[] = new Array(width * height)
  const cells: GridCell[] = []
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      if (places[row * width + column] !== undefined) continue
      let right = column + 1
      while (right < width && !isBeside(right, row)) right++
      let bottom = row + 1
      while (bottom < height && !isAbove(column, bottom)) bottom++
      const cell = { row, column, rows: bottom - row, columns: right - column }
      cells.push(cell)
      for (let y = row; y < bottom; y++)
        for (let x = column; x < right; x++) {
          const isOpen = (x === column || !isBeside(x, y)) && (y === row || !isAbove(x, y))
          if (!isOpen || places[y * width + x] !== undefined) return null
          places[y * width + x] = cell
        }
    }
  return { xs, ys, cells, places }
}

/** Where rules stand, and where those that cross them end. */
function placesOf(strokes: readonly Stroke[], crossing: readonly Stroke[], near: number): number[] {
  const first = crossing.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY)
  const last = crossing.reduce((most, { to }) => Math.max(most, to), Number.NEGATIVE_INFINITY)
  const outer = crossing.length === 0 ? [] : [first, last]
  const places: number[] = []
  for (const place of [...strokes.map(({ at }) => at), ...outer].sort((a, b) => a - b))
    if (places.length === 0 || place - places.at(-1)! > near) places.push(place)
  return places
}

/** The cell that a point is in, if it is in one. */
export function cellAt({ xs, ys, places }: Grid, x: number, y: number): GridCell | undefined {
  // Most points are in none of a page's tables.
  if (x < xs[0]! || y < ys[0]! || x >= xs.at(-1)! || y >= ys.at(-1)!) return undefined
  const column = xs.findLastIndex((place) => place <= x)
  const row = ys.findLastIndex((place) => place <= y)
  return places[row * (xs.length - 1) + column]
}
