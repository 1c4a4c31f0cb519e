import { readsAsChinese } from '../decode.ts'
import { isCharacter, UNKNOWN_CHARACTER } from '../layout/drawing.ts'

/** A character as PDF.js gives it: the code of the file, and the text that it found or guessed for it. */
export interface FontGlyph {
  readonly originalCharCode: number
  readonly unicode: string
  /** In the font's units. */
  readonly width: number
  /** Whether its code is the blank of one byte. */
  readonly isSpace: boolean
  /** Of a Type 3 font: its name in the file. */
  readonly operatorListId?: string
  /** Of a font for lines from the top down: the advance is the first. */
  readonly vmetric?: readonly [number, number, number]
}

/** A font as PDF.js gives it. */
export interface Font {
  readonly loadedName: string
  readonly vertical?: boolean
  readonly fontMatrix?: ArrayLike<number>
  /** Whether its glyphs are not in the file: it is named, and its codes are those of a public table. */
  readonly missingFile?: boolean
  readonly isType3Font?: boolean
}

interface Telling {
  text: string
}

/** Chinese characters, their radicals and marks, and what else is as wide as high. */
const WIDE_CHARACTER = /^[\u2e80-\ufaff\ufe30-\uffef\u{20000}-\u{3ffff}]/u
/** The most codes of a font whose codes have one byte. */
const ONE_BYTE = 0xff
/** Codes of two bytes that are no codes of national charsets, whose first bytes are higher. */
const LAST_PLAIN_CODE = 0x8100
/** Fewer different characters say nothing of how a font writes them. */
const ENOUGH = 24
/** Fonts that keep the codes of letters and figures have more of them. */
const FEW = 4

/**
 * Tells which texts of a font can be trusted. Where a font has no table of its texts, PDF.js takes a code, or the number in a glyph's name,
 * for the character. That is told by what else the font says: one that is wrong in one place is right in none.
 */
export class FontTexts<G extends Telling> {
  /** Texts that may be codes, or what a Western encoding has for them. */
  readonly #suspects: G[] = []
  /** Wide characters that are no codes. */
  readonly #wide: G[] = []
  /** Texts that are codes, which stands for a text that the font does not tell. */
  readonly #codes: G[] = []
  /** Whether codes have two bytes and are numbers of glyphs, so that hardly any is the code of its own text. */
  #isNumbered = false
  #hasHole = false
  #isWrong = false
  /** Browsers split a font into many of Type 3, each with neighbouring characters; their mixture says nothing. */
  #isSplit = false

  /** @param glyph whose text is taken back if the font proves wrong */
  note(glyph: G, { originalCharCode, unicode, width, operatorListId }: FontGlyph, font: Font): void {
    this.#hasHole ||= !isCharacter(unicode)
    if (!isCharacter(unicode) || (operatorListId !== undefined && isNumberOf(operatorListId, unicode)))
      glyph.text = UNKNOWN_CHARACTER
    if (font.missingFile && !font.isType3Font) return
    this.#isSplit = font.isType3Font ?? false
    const isCode = unicode.codePointAt(0) === originalCharCode
    this.#isNumbered ||= isCode ? isBlank(unicode) : originalCharCode > ONE_BYTE && originalCharCode < LAST_PLAIN_CODE
    if (isCode) this.#codes.push(glyph)
    if (!isCode && WIDE_CHARACTER.test(unicode)) this.#wide.push(glyph)
    else if (isCode || originalCharCode <= ONE_BYTE) {
      this.#suspects.push(glyph)
      const isWide = (font.fontMatrix?.[0] ?? 0.001) * width > WIDE
      this.#isWrong ||= !isCharacter(unicode) || ODD.test(unicode) || (isWide && NARROW.test(unicode))
    }
  }

  /** Takes the texts back of which nobody can be sure. */
  settle(): void {
    const wide = new Set(this.#wide.map(({ text }) => text.trim()))
    const codesUsed = new Set(this.#codes.map(({ text }) => text))
    if (this.#isNumbered && wide.size > 0 && (this.#hasHole || codesUsed.size <= FEW)) forget(this.#codes)
    if (readsAsChinese([...wide].join(''))) return
    if (wide.size >= ENOUGH && !this.#isSplit) forget([...this.#wide, ...this.#suspects])
    const codes = textOf(this.#suspects.filter(({ text }) => WIDE_CHARACTER.test(text)))
    if (!readsAsChinese(codes) && (codes !== '' || this.#isWrong)) forget(this.#suspects)
  }
}

/** Whether PDF.js gives a blank for a glyph of which nobody knows what it is: its code, of two bytes, is that of a blank. */
export function mayBeHole({ originalCharCode, unicode, isSpace }: FontGlyph, font: Font): boolean {
  if (isSpace || font.missingFile || font.isType3Font) return false
  return unicode.codePointAt(0) === originalCharCode
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}

function textOf(glyphs: readonly Telling[]): string {
  return glyphs.map(({ text }) => text).join('')
}

function forget(glyphs: readonly Telling[]): void {
  for (const glyph of glyphs) glyph.text = UNKNOWN_CHARACTER
}

/** Whether a text is the character of the number in a glyph's name: g5B0A. */
function isNumberOf(name: string, text: string): boolean {
  const number = /^[gGcC](?<digits>[0-9A-Fa-f]{2,6})$/.exec(name)?.groups?.digits
  if (number === undefined) return false
  const code = text.codePointAt(0)
  return code === Number.parseInt(number, 16) || code === Number(number)
}

/** Scripts that stand in no Chinese report unless their font has its table. */
const ODD = /^(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Bopomofo}])\p{L}/u
/** Characters that are never as wide as high. */
const NARROW = /^(?![%@WMmwÆæŒœ])[!-~\p{Script=Latin}\p{Script=Greek}]/u
const WIDE = 0.93
