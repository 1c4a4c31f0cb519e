import type { Glyph } from './drawing.ts'

/** Of the type: how far the top of a character is over its base line, and its middle over that of type set sideways. */
const TOP = 0.88
const MIDDLE = 0.38
/** In a vertical line the next character stands so far below, of the type; lines of a table are farther apart. */
const NEAREST_BELOW = 0.7
const FARTHEST_BELOW = 1.4
const FARTHEST_BESIDE = 2.5
/** Characters that stand one below the other; a label in a cell of a table has fewer. */
const MIN_COLUMN = 8
/** Figures that are set across one place of a vertical line have this width at most: 12月. */
const ACROSS_ONE_PLACE = 1.5
/** The height of a line of such type, which is the distance of upright figures. */
const LINE_HEIGHT = 1.25
/** What is set in one place stands no farther from the line before it. */
const TOUCHING = 0.5

const WIDE_CHARACTER = /^[\u2e80-\uffef]/

/**
 * The glyphs of a page, its vertical lines as if they were set sideways. Some programs draw all upright characters of such lines one below the
 * other; and in lines of any program figures may be set across one place. Text that runs across such a page stays.
 */
export function withVerticalLines(glyphs: readonly Glyph[]): readonly Glyph[] {
  const isWhole = isVertical(glyphs)
  if (!isWhole && !glyphs.some(isSideways)) return glyphs
  const set: Glyph[] = []
  for (const stretch of stretchesOf(glyphs)) {
    const place = asPlace(stretch)
    if (place !== null && (isWhole || goesOn(set.at(-1), place))) set.push(place)
    else set.push(...stretch)
  }
  return set
}

/** Where the base line of type that is set sideways begins, if the middle of its line is at a point. */
export function beginOfSideways<P extends Pick<Glyph, 'x' | 'y' | 'across' | 'down' | 'size'>>(middle: P): P {
  const { x, y, across, down, size } = middle
  return { ...middle, x: x - down * MIDDLE * size, y: y + across * MIDDLE * size }
}

/** An upright character in a vertical line, as if it were set sideways. */
export function setSideways<G extends Pick<Glyph, 'x' | 'y' | 'across' | 'down' | 'width' | 'size'>>(glyph: G): G {
  const { across, down, width, size } = glyph
  const x = glyph.x + (across * width) / 2 + down * TOP * size
  const y = glyph.y + (down * width) / 2 - across * TOP * size
  return beginOfSideways({ ...glyph, x, y, across: -down, down: across, width: size })
}

/** Whether more of its characters stand below the one before, some of them in long columns, than beside it. */
function isVertical(glyphs: readonly Glyph[]): boolean {
  let beside = 0
  let below = 0
  let column = 0
  let longest = 0
  for (const [at, glyph] of glyphs.entries()) {
    const step = at === 0 ? null : stepOf(glyphs[at - 1]!, glyph)
    column = step === 'below' ? column + 1 : 0
    longest = Math.max(longest, column)
    if (step === 'below') below++
    else if (step === 'beside') beside++
  }
  return longest >= MIN_COLUMN && below > beside
}

/** Where an upright character stands, seen from the one that was drawn before it. */
function stepOf(before: Glyph, { text, x, y, across, down, size }: Glyph): 'beside' | 'below' | null {
  if (!isUpright(before) || !isUpright({ across, down })) return null
  const right = (x - before.x) / size
  const under = (y - before.y) / size
  if (Math.abs(under) < 1 - NEAREST_BELOW) return right > 0 && right < FARTHEST_BESIDE ? 'beside' : null
  const isBelow = Math.abs(right) < NEAREST_BELOW && under > NEAREST_BELOW && under < FARTHEST_BELOW
  return isBelow && WIDE_CHARACTER.test(text) ? 'below' : null
}

function isUpright({ across, down }: Pick<Glyph, 'across' | 'down'>): boolean {
  return across > 0 && Math.abs(down) < across
}

function isSideways({ across, down }: Glyph): boolean {
  return down > 0 && Math.abs(across) < down
}

/** Neighbouring glyphs that stand one beside the other. */
function stretchesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const stretches: Glyph[][] = []
  for (const [at, glyph] of glyphs.entries())
    if (at > 0 && stepOf(glyphs[at - 1]!, glyph) === 'beside') stretches.at(-1)!.push(glyph)
    else stretches.push([glyph])
  return stretches
}

/** One place of a vertical line; null for text that is set sideways, and for what is too wide and runs across the page. */
function asPlace(stretch: readonly Glyph[]): Glyph | null {
  const [first, last] = [stretch[0]!, stretch.at(-1)!]
  const width = last.x + last.width - first.x
  if (!isUpright(first) || width > ACROSS_ONE_PLACE * first.size) return null
  const place = setSideways({ ...first, width, text: stretch.map(({ text }) => text).join('') })
  return WIDE_CHARACTER.test(place.text) ? place : { ...place, width: LINE_HEIGHT * place.size }
}

/** Whether a place is the next one of a line that is set sideways. */
function goesOn(before: Glyph | undefined, { x, y, size }: Glyph): boolean {
  if (before === undefined || !isSideways(before)) return false
  return Math.abs(y - before.y - before.width) < TOUCHING * size && Math.abs(x - before.x) < TOUCHING * size
}
