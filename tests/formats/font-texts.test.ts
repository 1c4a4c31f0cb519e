import { describe, expect, it } from 'vitest'
import { UNKNOWN_CHARACTER } from '../../shared/formats/layout/drawing.ts'
import { type Font, type FontGlyph, FontTexts } from '../../shared/formats/pdf/fonts.ts'

const FONT: Font = { loadedName: 'g_1' }
const CHINESE = '全县开展执法检查办理行政复议案件受理审结组织培训法治政府建设工作情况报告如下'

/** The texts that are left of a font's glyphs, given with their codes. */
function textsOf(glyphs: readonly (readonly [code: number, text: string, isSpace?: boolean])[]): string[] {
  const texts = new FontTexts<{ text: string }>()
  const noted = glyphs.map(([originalCharCode, unicode, isSpace = false]) => {
    const glyph = { text: unicode }
    texts.note(glyph, { originalCharCode, unicode, width: 1000, isSpace } satisfies FontGlyph, FONT)
    return glyph
  })
  texts.settle()
  return noted.map(({ text }) => text)
}

/** Numbers of glyphs, in any order. */
const numbered = [...CHINESE].map((text, at) => [300 + 7 * at, text] as const)

describe('a font with a table of its texts that has holes', () => {
  it('does not tell the glyph whose number is the code of some other character', () => {
    expect(textsOf([...numbered, [0x38, '8'], [0x41, 'A']]).slice(-2)).toEqual([UNKNOWN_CHARACTER, UNKNOWN_CHARACTER])
  })

  it('does not tell the glyph whose number is the code of a blank', () => {
    const few = numbered.map(([, text], at) => [33 + at, text] as const)
    expect(textsOf([...few, [0x20, ' ']]).at(-1)).toBe(UNKNOWN_CHARACTER)
  })

  it('does not tell any such glyph if the number of one is the code of no character', () => {
    const letters = [...'0345678'].map((text) => [text.charCodeAt(0), text] as const)
    expect(new Set(textsOf([...numbered, [3, '\u0003'], ...letters]).slice(-8))).toEqual(new Set([UNKNOWN_CHARACTER]))
  })

  it.each([
    [
      'keeps the codes of figures and letters',
      [...numbered, ...[...'0123456789'].map((text) => [text.charCodeAt(0), text] as const)],
    ],
    [
      'has the codes of a national charset',
      [...[...CHINESE].map((text, at) => [0xb0a1 + at, text] as const), [0x38, '8'] as const],
    ],
    ['has codes of one byte', [...[...CHINESE].map((text, at) => [130 + at, text] as const), [0x38, '8'] as const]],
  ])('is told from one that %s', (_, glyphs) => {
    expect(textsOf(glyphs)).toEqual(glyphs.map(([, text]) => text))
  })
})
