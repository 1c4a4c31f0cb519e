import { type Box, boxUnder, type Drawing, type Glyph } from './drawing.ts'
import { apply, type Matrix } from './matrix.ts'
import type { DrawnRun } from './run.ts'
import { withVerticalLines } from './vertical.ts'

/** Type turned further than this from the page's edges is a stamp or a watermark. */
const MAX_SLANT = 0.2

/** The text of one direction, turned so that it runs from left to right. */
export interface Turned {
  readonly runs: readonly DrawnRun[]
  readonly rules: readonly Box[]
  /** Of the page, as it is turned. */
  readonly width: number
}

/**
 * The text of a page by the direction in which it runs, the direction of most of it first: a table set sideways is read turned, vertical lines
 * from right to left. Slanted text is left out.
 */
export function byDirection({ width, height, rules }: Drawing, glyphs: readonly Glyph[]): Turned[] {
  const turns: DrawnRun[][] = [[], [], [], []]
  for (const glyph of withVerticalLines(glyphs)) {
    const turn = turnOf(glyph)
    if (turn !== null) turns[turn]!.push(turned(glyph, turn))
  }
  return turns
    .flatMap((runs, turn) => {
      if (runs.length === 0) return []
      const turnedRules = rules.map((rule) => boxUnder(TURNS[turn]!, rule))
      return [{ runs, rules: turnedRules, width: turn % 2 === 0 ? width : height }]
    })
    .sort((a, b) => b.runs.length - a.runs.length)
}

/** How a page is turned for text that stands so many quarters of a turn to the right. */
const TURNS: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, -1, 1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, 1, -1, 0, 0, 0],
]

/** How many quarters of a turn to the right the text stands; null if it is slanted. */
function turnOf({ across, down }: Glyph): number | null {
  if (Math.abs(down) <= MAX_SLANT * Math.abs(across)) return across > 0 ? 0 : 2
  if (Math.abs(across) <= MAX_SLANT * Math.abs(down)) return down > 0 ? 1 : 3
  return null
}

function turned(glyph: Glyph, turn: number): DrawnRun {
  if (turn === 0) return glyph
  const { text, x, y, width, size, colour, opacity } = glyph
  const [turnedX, turnedY] = apply(TURNS[turn]!, x, y)
  return { text, x: turnedX, y: turnedY, width, size, colour, opacity }
}
