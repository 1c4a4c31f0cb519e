import type { Box } from './drawing.ts'
import type { DrawnRun } from './run.ts'

/** Between these heights over the base line, in type sizes, a line goes through the middle of type. */
const [LOWEST, HIGHEST] = [0.15, 0.55]
/** A line through text is no thicker, in type sizes: what is thicker covers it. */
const THICKEST = 0.15
/** It begins and ends with the text, but for a blank; rules of tables and charts go on. */
const BEYOND = 0.8
/** A page has some hundred rules and some thousand characters; beyond this it is a drawing. */
const MAX_COMPARED = 20_000_000

/** Leaves out what lines strike out. */
export function withoutStruck(runs: readonly DrawnRun[], rules: readonly Box[]): readonly DrawnRun[] {
  const lines = rules.filter(({ left, right, top, bottom }) => right - left > bottom - top)
  if (lines.length * runs.length > MAX_COMPARED) return runs
  const struck = new Set<DrawnRun>()
  for (const line of lines) for (const run of struckBy(line, runs)) struck.add(run)
  return struck.size === 0 ? runs : runs.filter((run) => !struck.has(run))
}

function struckBy({ left, right, top, bottom }: Box, runs: readonly DrawnRun[]): DrawnRun[] {
  const middle = (top + bottom) / 2
  const crossed = runs.filter(({ x, y, width, size }) => {
    const height = y - middle
    const isThrough = height > LOWEST * size && height < HIGHEST * size && bottom - top < THICKEST * size
    return isThrough && x + width / 2 > left && x + width / 2 < right
  })
  if (crossed.length === 0) return []
  const from = crossed.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY)
  const to = crossed.reduce((most, { x, width }) => Math.max(most, x + width), Number.NEGATIVE_INFINITY)
  const { size } = crossed[0]!
  return Math.abs(from - left) < BEYOND * size && Math.abs(to - right) < BEYOND * size ? crossed : []
}
