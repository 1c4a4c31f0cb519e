import { apply, type Matrix } from './matrix.ts'

/** 0xRRGGBB. */
export type Colour = number

export const WHITE: Colour = 0xffffff

/** Stands for a character that its font does not tell. */
export const UNKNOWN_CHARACTER = '\uFFFD'

/** Whether a text begins with a character; private use is none, but for the range that symbol fonts use for bullets. */
export function isCharacter(text: string): boolean {
  const code = text.charCodeAt(0)
  return (code >= FIRST_HAN && code <= LAST_HAN) || !NO_CHARACTER.test(text)
}
/** Most characters, which need no look into the tables of Unicode. */
const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fa5]
const NO_CHARACTER = /^(?![\s\uf000-\uf0ff])[\p{Cc}\p{Co}\p{Cn}\ufffd]/u

/** A box on a page, y downwards. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** One character as a page draws it, in any unit; y downwards. */
export interface Glyph {
  /** With the blank behind it, if one is drawn; `UNKNOWN_CHARACTER` if nobody can tell it. */
  readonly text: string
  /** Where its base line begins. */
  readonly x: number
  readonly y: number
  /** Unit vector of the direction in which the text runs. */
  readonly across: number
  readonly down: number
  /** How far the next character is. */
  readonly width: number
  /** Height of the type, which is the width of a Chinese character. */
  readonly size: number
  /** Null for a pattern or a shade. */
  readonly colour: Colour | null
  /** From 0 to 1. */
  readonly opacity: number
  /** Drawn without ink, as the text layer of a scan is. */
  readonly inkless: boolean
  /** Its place in the order of drawing, shared with the areas. */
  readonly order: number
}

/** An area that a page paints. */
export interface Area extends Box {
  /** Null if it has not one colour, lets what is below shine through, or fills only a part of its box. */
  readonly colour: Colour | null
  readonly isPicture: boolean
  readonly order: number
}

/** What a page draws. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly areas: readonly Area[]
  /** The lines that it draws along its edges, as those of tables. */
  readonly rules: readonly Box[]
  /** How many outlines it fills or strokes. */
  readonly shapes: number
  /** On how many places of the size of a few characters it fills outlines with curves. */
  readonly curvedPlaces: number
}

/** Of the page's longer side: a few characters wide. */
const PLACE = 1 / 42

/** Collects the places of a page on which something stands. */
export class Places {
  readonly #places = new Set<number>()
  readonly #side: number

  constructor(width: number, height: number) {
    this.#side = Math.max(1, PLACE * Math.max(width, height))
  }

  add(x: number, y: number): void {
    this.#places.add(Math.floor(x / this.#side) * COLUMN + Math.floor(y / this.#side))
  }

  get count(): number {
    return this.#places.size
  }
}
/** More than a page has places from top to bottom. */
const COLUMN = 1000

/** Whether a point is in a box. */
export function holds({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom
}

/** The middle of a glyph, about a third of the type's height over its base line. */
export function middleOf({ x, y, across, down, width, size }: Glyph): { x: number; y: number } {
  return { x: x + (across * width) / 2 + 0.35 * size * down, y: y + (down * width) / 2 - 0.35 * size * across }
}

/** The box around a box that a matrix turns. */
export function boxUnder(matrix: Matrix, { left, top, right, bottom }: Box): Box {
  const [[a, b], [c, d]] = [apply(matrix, left, top), apply(matrix, right, top)]
  const [[e, f], [g, h]] = [apply(matrix, left, bottom), apply(matrix, right, bottom)]
  return {
    left: Math.min(a, c, e, g),
    top: Math.min(b, d, f, h),
    right: Math.max(a, c, e, g),
    bottom: Math.max(b, d, f, h),
  }
}

/** The part of two boxes that is in both; it may be empty or less. */
export function overlapOf(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  }
}

/** 0 for an empty box. */
export function sizeOf({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top)
}
