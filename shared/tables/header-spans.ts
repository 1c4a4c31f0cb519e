import type { Stop } from './align-columns.ts'

/** A heading stands over the middle of its columns, but for this part of the distance of two columns. */
const OFF_CENTRE = 0.3

/** The columns that a heading lies over. */
export interface HeaderSpan {
  readonly first: number
  readonly last: number
}

/**
 * Which columns each of the headings of an upper row lies over, if that can be told surely: each over the middle of its own, and all
 * columns under one, but perhaps the first, which holds the names of the rows. Null if no way or several ways fit.
 * @param columns that have headings of their own in the row below, from left to right
 */
export function headerSpans(headings: readonly Stop[], columns: readonly Stop[]): HeaderSpan[] | null {
  if (columns.length < 2) return null
  const pitch = (middleOf(columns.at(-1)!) - middleOf(columns[0]!)) / (columns.length - 1)
  const found = [0, 1].flatMap((start) => waysFrom(start, headings, columns, OFF_CENTRE * pitch))
  return found.length === 1 ? found[0]! : null
}

/** The ways to share the columns from one on among headings; more than two are as bad as two. */
function waysFrom(
  start: number,
  [heading, ...others]: readonly Stop[],
  columns: readonly Stop[],
  tolerance: number,
): HeaderSpan[][] {
  if (heading === undefined) return start === columns.length ? [[]] : []
  const ways: HeaderSpan[][] = []
  for (let last = start; last < columns.length && ways.length < 2; last++) {
    const middle = (columns[start]!.left + columns[last]!.right) / 2
    if (Math.abs(middle - middleOf(heading)) > tolerance) continue
    for (const rest of waysFrom(last + 1, others, columns, tolerance)) ways.push([{ first: start, last }, ...rest])
  }
  return ways
}

function middleOf({ left, right }: Stop): number {
  return (left + right) / 2
}
