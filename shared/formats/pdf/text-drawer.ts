import { type Box, type Glyph, holds, middleOf } from '../layout/drawing.ts'
import { apply, multiply } from '../layout/matrix.ts'
import { beginOfSideways } from '../layout/vertical.ts'
import { type Font, type FontGlyph, FontTexts, mayBeHole } from './fonts.ts'
import { clipToText, type GraphicsState } from './graphics-state.ts'
import { TextPosition } from './text-position.ts'

/** A glyph that is still being drawn: a blank behind it may follow, and its text may prove a wrong guess. */
type DrawnGlyph = { -readonly [key in keyof Glyph]: Glyph[key] }

/** Text rendering modes (ISO 32000-2, 9.3.6). */
const STROKED = new Set([1, 5])
const FILLED_AND_STROKED = new Set([2, 6])
const INKLESS = 3
/** Without ink too, but what is painted later is cut to its shape. */
const CLIP_ONLY = 7

interface Type extends Pick<Glyph, 'across' | 'down' | 'size' | 'colour' | 'opacity' | 'inkless'> {
  readonly font: Font
  /** By which the widths of its characters are multiplied. */
  readonly length: number
  readonly texts: FontTexts<DrawnGlyph>
}

/** Turns the text operators of a page into glyphs. */
export class TextDrawer {
  readonly position = new TextPosition()
  readonly #glyphs: DrawnGlyph[] = []
  readonly #fonts = new Map<string, FontTexts<DrawnGlyph>>()
  #field: { readonly box: Box; readonly first: number } | null = null
  /** Blanks that may be glyphs of which nobody knows the text, with what stands before them. */
  readonly #blanks = new Map<DrawnGlyph, DrawnGlyph | null>()

  /**
   * Shows characters, with numbers between them that move the next one (ISO 32000-2, 9.4.3 and 9.4.4).
   * @param order in which the page draws them
   */
  show(items: readonly (FontGlyph | number)[], state: GraphicsState, order: number): void {
    const { font, fontSize, scale, characterSpacing, wordSpacing } = state
    if (font === null) return
    const type = this.#typeOf(font, state)
    const unit = font.fontMatrix?.[0] ?? 0.001
    let last: DrawnGlyph | null = null
    const shown: DrawnGlyph[] = []
    for (const item of items) {
      if (typeof item === 'number') {
        this.#move((-item / 1000) * fontSize, state)
        continue
      }
      const width = font.vertical ? -(item.vmetric?.[0] ?? -item.width) : item.width
      const spacing = characterSpacing + (item.isSpace ? wordSpacing : 0)
      const drawn = this.#glyphOf(item, width * unit, type, state, order)
      if (drawn === null) addBlank(last)
      else if (drawn.text.trim() === '') this.#blanks.set(drawn, last)
      else {
        last = drawn
        shown.push(drawn)
      }
      if (font.vertical) this.position.advance(0, -width * unit * fontSize - spacing)
      else this.position.advance((width * unit * fontSize + spacing) * scale, 0)
    }
    if (state.renderingMode === CLIP_ONLY) clipToText(state, shown)
  }

  /** What is shown from now on is the content of a field. */
  beginField(box: Box): void {
    this.#field = { box, first: this.#glyphs.length }
  }

  /** A field is one word of its line, from its left end to its right one, be its characters in cells of their own or not. */
  endField(): void {
    if (this.#field === null) return
    const { box, first } = this.#field
    this.#field = null
    const shown = this.#glyphs.slice(first).sort((a, b) => a.x - b.x)
    const [start] = shown
    if (start === undefined || shown.some(({ y, across, size }) => across < 1 || Math.abs(y - start.y) > size / 2))
      return
    start.width += start.x - box.left
    start.x = box.left
    for (const [at, glyph] of shown.entries()) glyph.width = (shown[at + 1]?.x ?? box.right) - glyph.x
  }

  glyphs(): Glyph[] {
    for (const texts of this.#fonts.values()) texts.settle()
    if (this.#blanks.size === 0) return this.#glyphs
    const isBlank = (glyph: DrawnGlyph) => this.#blanks.has(glyph) && glyph.text.trim() === ''
    for (const [glyph, before] of this.#blanks) if (isBlank(glyph)) addBlank(before)
    return this.#glyphs.filter((glyph) => !isBlank(glyph))
  }

  #move(distance: number, { font, scale }: GraphicsState): void {
    if (font?.vertical) this.position.advance(0, distance)
    else this.position.advance(distance * scale, 0)
  }

  /** What all characters of a text that is shown have in common. */
  #typeOf(font: Font, state: GraphicsState): Type {
    const { fontSize, scale, rise, renderingMode } = state
    const [a, b, c, d] = multiply(multiply(state.matrix, this.position.matrix), [
      fontSize * scale,
      0,
      0,
      fontSize,
      0,
      rise,
    ])
    const [dx, dy] = font.vertical ? [-c, -d] : [a, b]
    const length = Math.hypot(dx, dy)
    return {
      font,
      length,
      across: dx / length,
      down: dy / length,
      size: Math.hypot(c, d),
      ...inkOf(state),
      inkless: renderingMode === INKLESS || renderingMode === CLIP_ONLY,
      texts: this.#textsOf(font),
    }
  }

  /** Null for a blank. */
  #glyphOf(glyph: FontGlyph, width: number, type: Type, state: GraphicsState, order: number): DrawnGlyph | null {
    const { font, length, across, down, size, colour, opacity, inkless, texts } = type
    if (glyph.unicode.trim() === '' && !mayBeHole(glyph, font)) return null
    const [left, base] = apply(multiply(state.matrix, this.position.matrix), 0, state.rise)
    const { x, y } = font.vertical ? beginOfSideways({ x: left, y: base, across, down, size }) : { x: left, y: base }
    const drawn: DrawnGlyph = {
      text: glyph.unicode,
      x,
      y,
      across,
      down,
      width: Math.abs(width) * length,
      size,
      colour,
      opacity,
      inkless,
      order,
    }
    const middle = middleOf(drawn)
    if (!holds(state.clip, middle.x, middle.y)) return drawn
    this.#glyphs.push(drawn)
    texts.note(drawn, glyph, font)
    return drawn
  }

  #textsOf({ loadedName }: Font): FontTexts<DrawnGlyph> {
    const known = this.#fonts.get(loadedName)
    if (known !== undefined) return known
    const texts = new FontTexts<DrawnGlyph>()
    this.#fonts.set(loadedName, texts)
    return texts
  }
}

function addBlank(glyph: DrawnGlyph | null): void {
  if (glyph !== null && !glyph.text.endsWith(' ')) glyph.text += ' '
}

function inkOf(state: GraphicsState): Pick<Glyph, 'colour' | 'opacity'> {
  const { renderingMode, fill, stroke, fillOpacity, strokeOpacity, opacity } = state
  if (STROKED.has(renderingMode)) return { colour: stroke, opacity: strokeOpacity * opacity }
  // The outline may be seen where the inside is not.
  if (FILLED_AND_STROKED.has(renderingMode) && fill !== stroke)
    return { colour: null, opacity: Math.max(fillOpacity, strokeOpacity) * opacity }
  return { colour: fill, opacity: fillOpacity * opacity }
}
