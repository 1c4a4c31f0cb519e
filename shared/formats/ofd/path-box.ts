import type { Box } from '../layout/drawing.ts'
import type { Outline } from '../layout/rules.ts'

/**
 * The box around a path (GB/T 33190-2016, 9.3: `M x y L x y … C`), and whether the path is that box. Null if it has no point.
 */
export function pathBox(data: string): { readonly box: Box; readonly isUpright: boolean } | null {
  const values = data.split(/[\s,]+|[A-Za-z]/).filter((value) => value !== '')
  const points = values.map(Number)
  if (points.length < 4 || !points.every(Number.isFinite)) return null
  const box = {
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  }
  for (let at = 0; at + 1 < points.length; at += 2) {
    box.left = Math.min(box.left, points[at]!)
    box.right = Math.max(box.right, points[at]!)
    box.top = Math.min(box.top, points[at + 1]!)
    box.bottom = Math.max(box.bottom, points[at + 1]!)
  }
  return { box, isUpright: /^\s*[MS][^MSQBA]*$/i.test(data) && isBox(points) }
}

/** Parts of a path that are bent. */
export const CURVE = /[QBA]/i

/** Where the outlines of a path begin. */
export function beginsOf(data: string): (readonly [x: number, y: number])[] {
  return [...data.matchAll(BEGIN)].map(({ groups }) => [Number(groups!.x), Number(groups!.y)] as const)
}

/** The outlines of a path without curves. */
export function outlinesOf(data: string): Outline[] {
  if (CURVE.test(data)) return []
  return data.split(/(?=[MS])/i).map((part) => {
    const values = (part.match(/[-\d.]+/g) ?? []).map(Number)
    const points = values.flatMap((value, at) => (at % 2 === 1 ? [[values[at - 1]!, value] as const] : []))
    return /C/i.test(part) && points.length > 0 ? [...points, points[0]!] : points
  })
}

const BEGIN = /[MS]\s*(?<x>[-\d.]{1,20})[\s,]+(?<y>[-\d.]{1,20})/gi

/** Four corners, the first one said again or not. */
function isBox(points: readonly number[]): boolean {
  if (points.length !== 8 && points.length !== 10) return false
  for (let at = 2; at < points.length; at += 2)
    if (points[at] !== points[at - 2] && points[at + 1] !== points[at - 1]) return false
  return true
}
