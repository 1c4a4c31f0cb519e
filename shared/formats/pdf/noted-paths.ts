import { OPS } from 'unpdf/pdfjs'
import { type Box, boxUnder, overlapOf, Places } from '../layout/drawing.ts'
import { apply, keepsBoxes } from '../layout/matrix.ts'
import { rulesAlong } from '../layout/rules.ts'
import type { GraphicsState } from './graphics-state.ts'
import { contoursOf, outlinesOf } from './paths.ts'

export const FILLS: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const STROKES: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
/** A page full of small tables has some thousand. */
const MAX_RULES = 20_000

/** What the paths of a page tell: its rules, and whether its text is drawn as outlines. */
export class NotedPaths {
  readonly rules: Box[] = []
  /** How many outlines there are. */
  shapes = 0
  readonly #curved: Places

  constructor(width: number, height: number) {
    this.#curved = new Places(width, height)
  }

  get curvedPlaces(): number {
    return this.#curved.count
  }

  note(operator: number, path: ArrayLike<number> | null, { matrix, clip }: GraphicsState, isSeen: boolean): void {
    // Text may be drawn as outlines, a page's in one path.
    const contours = contoursOf(path)
    this.shapes += contours.length
    if (!isSeen) return
    const painted = { isFilled: FILLS.has(operator), isStroked: STROKES.has(operator) }
    for (const { x, y, isCurved } of contours)
      if (painted.isFilled && isCurved) this.#curved.add(...apply(matrix, x, y))
    if (this.rules.length >= MAX_RULES || !keepsBoxes(matrix)) return
    for (const rule of outlinesOf(path).flatMap((outline) => rulesAlong(outline, painted))) {
      if (this.rules.length >= MAX_RULES) return
      const seen = overlapOf(boxUnder(matrix, rule), clip)
      if (seen.right >= seen.left && seen.bottom >= seen.top) this.rules.push(seen)
    }
  }
}
