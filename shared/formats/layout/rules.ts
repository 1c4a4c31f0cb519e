import type { Box } from './drawing.ts'

/** Lines that are drawn as filled boxes are longer than wide by this. */
const THIN = 4

/** An outline of straight lines: its corners, the first one said again if it is closed. */
export type Outline = readonly (readonly [x: number, y: number])[]

/** How a path is painted. */
export interface Painted {
  readonly isFilled: boolean
  readonly isStroked: boolean
}

/** The lines along the edges of the page that an outline draws: its own, if it is stroked, or itself, if it is a long thin box. */
export function rulesAlong(outline: Outline, { isFilled, isStroked }: Painted): Box[] {
  const rules: Box[] = []
  if (isFilled) {
    const box = boxAround(outline)
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    if (Math.max(width, height) >= THIN * Math.min(width, height)) rules.push(box)
  }
  for (let at = 1; isStroked && at < outline.length; at++) {
    const [[x, y], [nextX, nextY]] = [outline[at - 1]!, outline[at]!]
    if (x === nextX || y === nextY) rules.push(boxAround([outline[at - 1]!, outline[at]!]))
  }
  return rules
}

function boxAround(outline: Outline): Box {
  const box = {
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  }
  for (const [x, y] of outline) {
    box.left = Math.min(box.left, x)
    box.top = Math.min(box.top, y)
    box.right = Math.max(box.right, x)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}
