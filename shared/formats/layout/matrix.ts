/** a b c d e f: x' = ax + cy + e, y' = bx + dy + f, as PDF and OFD write it. */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix that applies `inner` first. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [ia, ib, ic, id, ie, jf] = inner
  return [a * ia + c * ib, b * ia + d * ib, a * ic + c * id, b * ic + d * id, a * ie + c * jf + e, b * ie + d * jf + f]
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** Six numbers of a list; null if it has fewer, or one that is none. */
export function matrixOf(list: ArrayLike<number> | null | undefined): Matrix | null {
  if (list == null || list.length < 6) return null
  const [a, b, c, d, e, f] = Array.from(list)
  return [a!, b!, c!, d!, e!, f!]
}

/** Whether boxes stay boxes under a matrix. */
export function keepsBoxes([a, b, c, d]: Matrix): boolean {
  const most = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d))
  const isNone = (value: number) => Math.abs(value) < 1e-3 * most
  return (isNone(b) && isNone(c)) || (isNone(a) && isNone(d))
}
