import type { Box } from '../layout/drawing.ts'

/** PDF.js's numbers for the parts of a path: a point to go to, a line, curves, the line back to the start. */
const LINE = 1
const CLOSE = 4
/** x and y follow each point; the corners of a box make 12 or 13 numbers, or 15 or 16 with the start said again. */
const BOX_LENGTHS: ReadonlySet<number> = new Set([12, 13, 15, 16])

/** Whether a path is one box with upright sides. */
export function isBox(path: ArrayLike<number> | null): boolean {
  if (path === null || !BOX_LENGTHS.has(path.length)) return false
  for (let at = 3; at < path.length; at += 3) {
    if (at === path.length - 1) return path[at] === CLOSE
    if (path[at] !== LINE) return false
    const isUpright = path[at + 1] === path[at - 2] || path[at + 2] === path[at - 1]
    if (!isUpright) return false
  }
  return true
}

/** The box around a path, as PDF.js measured it; null if it has no point. */
export function boundsOf(minMax: ArrayLike<number> | null): Box | null {
  if (minMax === null) return null
  const [left, top, right, bottom] = Array.from(minMax)
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return null
  return Number.isFinite(left + top + right + bottom) ? { left, top, right, bottom } : null
}
