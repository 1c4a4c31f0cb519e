import { byDirection } from './directions.ts'
import { withoutDoubles } from './doubles.ts'
import { type Drawing, UNKNOWN_CHARACTER, WHITE } from './drawing.ts'
import { linesOfPage } from './lines.ts'
import type { Line } from './run.ts'
import { isOnPicture, seenGlyphs, shareOf } from './seen.ts'
import { withoutStruck } from './struck.ts'
import { withoutWatermarks } from './watermarks.ts'

/** The lines of a page that run in one direction, and the width of the page as it is turned for them. */
export interface Block {
  readonly lines: readonly Line[]
  readonly width: number
}

/** What a page says, and what it shows beside that. */
export interface PageText {
  readonly blocks: readonly Block[]
  /** Characters that are seen but that nobody can tell. */
  readonly unknown: number
  /** The part of the page that pictures cover. */
  readonly pictures: number
  /** The part of the page that is painted, with pictures or in any colour but white. */
  readonly painted: number
  /** Characters on those pictures. */
  readonly onPictures: number
  /** As `Drawing` has them. */
  readonly shapes: number
  readonly curvedPlaces: number
}

/** Reads a page as it is seen: each text once, notes' marks and watermarks left out, in lines. */
export function readPage(drawing: Drawing): PageText {
  const glyphs = seenGlyphs(drawing)
  const pictures = drawing.areas.filter(({ isPicture }) => isPicture)
  return {
    blocks: byDirection(drawing, glyphs).map(({ runs, rules, width }) => ({
      lines: linesOfPage(withoutWatermarks(withoutDoubles(withoutStruck(runs, rules))), rules),
      width,
    })),
    unknown: glyphs.filter(({ text }) => text.startsWith(UNKNOWN_CHARACTER)).length,
    pictures: shareOf(drawing, ({ isPicture }) => isPicture),
    painted: shareOf(drawing, ({ colour }) => colour !== WHITE),
    onPictures: pictures.length === 0 ? 0 : glyphs.filter((glyph) => isOnPicture(glyph, pictures)).length,
    shapes: drawing.shapes,
    curvedPlaces: drawing.curvedPlaces,
  }
}
