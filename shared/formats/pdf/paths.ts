import type { Box } from '../layout/drawing.ts'
import type { Outline } from '../layout/rules.ts'

/** PDF.js's numbers for the parts of a path: to a point, a line to one, and the line back to the start. */
const MOVE = 0
const LINE = 1
const CLOSE = 4
/** A box has four corners; its first one may be said again. */
const CORNERS: ReadonlySet<number> = new Set([4, 5])

/** Whether a path is one box with upright sides. */
export function isBox(path: ArrayLike<number> | null): boolean {
  const corners = path === null ? null : cornersOf(path)
  if (corners === null || !CORNERS.has(corners.length)) return false
  if (corners.length === 5 && !isSame(corners[4]!, corners[0]!)) return false
  return corners.slice(0, 4).every(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % 4]!
    return x === nextX || y === nextY
  })
}

/** How many numbers stand behind each part: a point, or those that bend a curve to one. */
const NUMBERS = [2, 2, 6, 4, 0]

/** Where the lines of a path begin, and whether each has curves, as outlines of characters do. */
export function contoursOf(path: ArrayLike<number> | null): { x: number; y: number; isCurved: boolean }[] {
  const contours: { x: number; y: number; isCurved: boolean }[] = []
  for (let at = 0; path !== null && at < path.length; ) {
    const part = path[at]!
    if (part === MOVE) contours.push({ x: path[at + 1]!, y: path[at + 2]!, isCurved: false })
    else if (part > LINE && part < CLOSE && contours.length > 0) contours.at(-1)!.isCurved = true
    at += 1 + (NUMBERS[part] ?? 0)
  }
  return contours
}

/** The outlines of a path that are straight lines. */
export function outlinesOf(path: ArrayLike<number> | null): Outline[] {
  const outlines: [x: number, y: number][][] = []
  const curved = new Set<Outline>()
  for (let at = 0; path !== null && at < path.length; ) {
    const part = path[at]!
    const last = outlines.at(-1)
    if (part === MOVE) outlines.push([[path[at + 1]!, path[at + 2]!]])
    else if (part === LINE) last?.push([path[at + 1]!, path[at + 2]!])
    else if (part === CLOSE && last !== undefined) last.push(last[0]!)
    else if (last !== undefined) curved.add(last)
    at += 1 + (NUMBERS[part] ?? 0)
  }
  return outlines.filter((outline) => !curved.has(outline))
}

/** The corners of a path of lines; null if it is more than one, or has curves. */
function cornersOf(path: ArrayLike<number>): [number, number][] | null {
  const corners: [number, number][] = []
  for (let at = 0; at < path.length; ) {
    const part = path[at]
    if (part === CLOSE) at++
    else if (corners.length <= 5 && part === (corners.length === 0 ? MOVE : LINE)) {
      corners.push([path[at + 1]!, path[at + 2]!])
      at += 3
    } else return null
  }
  return corners
}

function isSame([x, y]: readonly [number, number], [otherX, otherY]: readonly [number, number]): boolean {
  return x === otherX && y === otherY
}

/** The box around a path, as PDF.js measured it; null if it has no point. */
export function boundsOf(minMax: ArrayLike<number> | null): Box | null {
  if (minMax === null) return null
  const [left, top, right, bottom] = Array.from(minMax)
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return null
  return Number.isFinite(left + top + right + bottom) ? { left, top, right, bottom } : null
}
