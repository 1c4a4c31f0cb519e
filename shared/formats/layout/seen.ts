import {
  type Area,
  type Colour,
  type Drawing,
  type Glyph,
  holds,
  middleOf,
  overlapOf,
  sizeOf,
  WHITE,
} from './drawing.ts'

/** Colours closer than this in each channel are one to the eye. */
const SAME_COLOUR = 12
const MIN_OPACITY = 0.05
/** Type under this part of the page's longer side is a dot: one point on A4. */
const MIN_SIZE = 1 / 900
/** Pages with hundreds of shaded cells are tables; the areas looked at for all glyphs together are bounded. */
const MAX_AREAS_COMPARED = 20_000_000
/** Pictures that cover this part of a page are the page's scan, and text without ink on them is its text layer. */
export const SCAN_SHARE = 0.5
/** A page with fewer characters has page numbers and stamps. */
export const MIN_CHARACTERS = 12

/**
 * The characters of a page that a reader sees: neither off the page, nor too small, of the colour of what is below, nor painted over. Text without ink counts where it is the text layer of a scan: on its picture, or alone on its page.
 */
export function seenGlyphs(drawing: Drawing): Glyph[] {
  const { width, height, glyphs } = drawing
  const minSize = MIN_SIZE * Math.max(width, height)
  const areas = drawing.areas.slice(0, MAX_AREAS_COMPARED / Math.max(1, glyphs.length))
  const inked: Glyph[] = []
  const inkless: Glyph[] = []
  for (const glyph of glyphs) {
    const { x, y } = middleOf(glyph)
    // Damaged files give text without a position.
    if (!Number.isFinite(x + y + glyph.size) || glyph.size < minSize || !isOnPage(x, y, glyph.size, drawing)) continue
    if (glyph.inkless || glyph.opacity < MIN_OPACITY) inkless.push(glyph)
    else if (stands(glyph, x, y, areas)) inked.push(glyph)
  }
  if (inkless.length === 0) return inked
  if (inked.length < MIN_CHARACTERS) return [...inked, ...inkless]
  if (shareOf(drawing, ({ isPicture }) => isPicture) < SCAN_SHARE) return inked
  return [...inked, ...inkless.filter((glyph) => isOnPicture(glyph, areas))]
}

/** The part of a page that some of its areas cover, 1 at most. */
export function shareOf({ width, height, areas }: Drawing, counts: (area: Area) => boolean): number {
  const page = { left: 0, top: 0, right: width, bottom: height }
  const covered = areas.reduce((sum, area) => sum + (counts(area) ? sizeOf(overlapOf(area, page)) : 0), 0)
  return Math.min(1, covered / Math.max(1, sizeOf(page)))
}

export function isOnPicture(glyph: Glyph, areas: readonly Area[]): boolean {
  const { x, y } = middleOf(glyph)
  return areas.some((area) => area.isPicture && holds(area, x, y))
}

/** Type that the edge cuts is on the page: some producers state boxes that are a little too small. */
function isOnPage(x: number, y: number, size: number, { width, height }: Drawing): boolean {
  return x > -size && y > -size && x < width + size && y < height + size
}

/** Whether a glyph stands out from what is below it, and nothing was painted over it. */
function stands({ colour, order }: Glyph, x: number, y: number, areas: readonly Area[]): boolean {
  let below: Colour | null = WHITE
  for (const area of areas) {
    if (!holds(area, x, y)) continue
    if (area.order < order) below = area.colour
    else if (area.colour !== null) return false
  }
  return colour === null || below === null || !isSame(colour, below)
}

function isSame(a: Colour, b: Colour): boolean {
  return isNear(a >> 16, b >> 16) && isNear((a >> 8) & 0xff, (b >> 8) & 0xff) && isNear(a & 0xff, b & 0xff)
}

function isNear(channel: number, other: number): boolean {
  return Math.abs(channel - other) <= SAME_COLOUR
}
