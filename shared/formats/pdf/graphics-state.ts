import { OPS } from 'unpdf/pdfjs'
import { type Box, type Colour, overlapOf } from '../layout/drawing.ts'
import type { Matrix } from '../layout/matrix.ts'
import type { Font } from './fonts.ts'

/** What PDF's operators set (ISO 32000-2, 8.4 and 9.3); `q` saves it, `Q` brings it back. */
export interface GraphicsState {
  /** From user space to the page as it is seen. */
  matrix: Matrix
  fill: Colour | null
  stroke: Colour | null
  fillOpacity: number
  strokeOpacity: number
  /** Of the groups around. */
  opacity: number
  /** Whether paint mixes with what is below. */
  shinesThrough: boolean
  masked: boolean
  /** Whether what is drawn in this state is a mask, and not seen. */
  hides: boolean
  clip: Box
  /** Whether the clip is its box, and not a part of it. */
  clipIsBox: boolean
  font: Font | null
  fontSize: number
  characterSpacing: number
  wordSpacing: number
  /** 1 for 100. */
  scale: number
  leading: number
  rise: number
  renderingMode: number
  /** Text that cuts what is painted: it is seen once something is. */
  textClip: TextClip | null
  /** How much was painted when the matrix was set last; null if it was not set since the state was saved. */
  paintedAtMatrix: number | null
}

/** Text that was added to the clip, and what was added before it. */
export interface TextClip {
  readonly glyphs: { inkless: boolean; colour: Colour | null }[]
  readonly before: TextClip | null
  isPainted: boolean
}

/** Adds text to the clip: what is painted from now on is seen in its shape. */
export function clipToText(state: GraphicsState, glyphs: TextClip['glyphs']): void {
  state.clipIsBox = false
  state.textClip = { glyphs, before: state.textClip, isPainted: false }
}

/** Gives ink to the text through which something is painted; of what colour it looks is not known. */
export function paintThrough({ textClip }: GraphicsState): void {
  for (let clip = textClip; clip !== null && !clip.isPainted; clip = clip.before) {
    clip.isPainted = true
    for (const glyph of clip.glyphs) Object.assign(glyph, { inkless: false, colour: null })
  }
}

export function initialState(matrix: Matrix, page: Box): GraphicsState {
  return {
    matrix,
    fill: 0,
    stroke: 0,
    fillOpacity: 1,
    strokeOpacity: 1,
    opacity: 1,
    shinesThrough: false,
    masked: false,
    hides: false,
    clip: page,
    clipIsBox: true,
    font: null,
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
    textClip: null,
    paintedAtMatrix: null,
  }
}

/** Cuts the clip down to a box of the page. */
export function clipTo(state: GraphicsState, box: Box, isBox: boolean): void {
  state.clip = overlapOf(state.clip, box)
  state.clipIsBox = state.clipIsBox && isBox
}

/**
 * Carries out an operator that sets a parameter.
 * @returns false if it sets none
 */
export function setParameter(
  state: GraphicsState,
  operator: number,
  args: readonly unknown[],
  fontOf: (name: string) => Font | null,
): boolean {
  switch (operator) {
    case OPS.setFont:
      state.font = fontOf(String(args[0]))
      state.fontSize = Number(args[1])
      return true
    case OPS.setCharSpacing:
      state.characterSpacing = Number(args[0])
      return true
    case OPS.setWordSpacing:
      state.wordSpacing = Number(args[0])
      return true
    case OPS.setHScale:
      state.scale = Number(args[0]) / 100
      return true
    case OPS.setLeading:
      state.leading = Number(args[0])
      return true
    case OPS.setTextRise:
      state.rise = Number(args[0])
      return true
    case OPS.setTextRenderingMode:
      state.renderingMode = Number(args[0])
      return true
    case OPS.setFillRGBColor:
      state.fill = colourOf(args[0])
      return true
    case OPS.setStrokeRGBColor:
      state.stroke = colourOf(args[0])
      return true
    case OPS.setFillColorN:
    case OPS.setFillTransparent:
      state.fill = null
      return true
    case OPS.setStrokeColorN:
    case OPS.setStrokeTransparent:
      state.stroke = null
      return true
    case OPS.setGState:
      for (const [key, value] of args[0] as [string, unknown][]) setExtended(state, key, value, fontOf)
      return true
    default:
      return false
  }
}

/** A parameter of a graphics state dictionary (ISO 32000-2, 8.4.5), as PDF.js gives it. */
function setExtended(state: GraphicsState, key: string, value: unknown, fontOf: (name: string) => Font | null): void {
  if (key === 'ca') state.fillOpacity = Number(value)
  else if (key === 'CA') state.strokeOpacity = Number(value)
  else if (key === 'BM') state.shinesThrough = value !== 'source-over'
  else if (key === 'SMask') state.masked = value !== false
  else if (key === 'Font') setParameter(state, OPS.setFont, value as [string, number], fontOf)
}

/** #rrggbb. */
function colourOf(value: unknown): Colour | null {
  const colour = typeof value === 'string' ? Number.parseInt(value.slice(1), 16) : Number.NaN
  return Number.isNaN(colour) ? null : colour
}
