import { deflateSync } from 'node:zlib'
import { hex } from './paged.ts'

const SOME_GLYPHS = 60_000

/** Numbers of Compact Font Format dictionaries: 29 and four bytes. */
function number(value: number): Buffer {
  const bytes = Buffer.from([29, 0, 0, 0, 0])
  bytes.writeInt32BE(value, 1)
  return bytes
}

function index(items: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(3 + 4 * (items.length + 1))
  head.writeUInt16BE(items.length, 0)
  head[2] = 4
  let at = 1
  for (const [place, item] of [...items, Buffer.alloc(0)].entries()) {
    head.writeUInt32BE(at, 3 + 4 * place)
    at += item.length
  }
  return Buffer.concat([head, ...items])
}

/** A font in Compact Font Format (Adobe Technical Note 5176) with many glyphs of straight lines. */
function bigFont(bytesEach: number): Buffer {
  const line = [140, 141, 5]
  const lines = Array.from({ length: Math.floor((bytesEach - 1) / line.length) }, () => line).flat()
  const glyph = Buffer.from([...lines, 14])
  const glyphs = index(Array.from({ length: SOME_GLYPHS }, () => glyph))
  const start = Buffer.concat([Buffer.from([1, 0, 4, 4]), index([Buffer.from('Big')])])
  const names = Buffer.concat([index([Buffer.from('Adobe'), Buffer.from('Identity')]), Buffer.from([0, 0])])
  const set = Buffer.from([2, 0, 1, (SOME_GLYPHS - 2) >> 8, (SOME_GLYPHS - 2) & 0xff])
  const select = Buffer.from([3, 0, 1, 0, 0, 0, SOME_GLYPHS >> 8, SOME_GLYPHS & 0xff])
  const top = (glyphsAt: number, setAt: number, fontsAt: number, selectAt: number) => {
    const system = Buffer.concat([number(391), number(392), number(0), Buffer.from([12, 30])])
    const places = [
      [number(glyphsAt), [17]],
      [number(setAt), [15]],
      [number(fontsAt), [12, 36]],
      [number(selectAt), [12, 37]],
    ] as const
    return index([Buffer.concat([system, ...places.flatMap(([place, operator]) => [place, Buffer.from(operator)])])])
  }
  const glyphsAt = start.length + top(0, 0, 0, 0).length + names.length
  const setAt = glyphsAt + glyphs.length
  const selectAt = setAt + set.length
  const fontsAt = selectAt + select.length
  const fonts = index([Buffer.concat([number(0), number(fontsAt), Buffer.from([18])])])
  return Buffer.concat([start, top(glyphsAt, setAt, fontsAt, selectAt), names, glyphs, set, select, fonts])
}

/** A PDF file of one line, whose embedded font takes 60,000 times so many bytes. */
export function pdfWithBigFont(bytesEach: number): Buffer {
  const font = deflateSync(bigFont(bytesEach))
  const content = `BT /F1 10 Tf 60 700 Td ${hex('石桥镇人民政府2023年法治政府建设年度报告'.repeat(2))} Tj ET`
  const texts =
    'begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap'
  return Buffer.concat([
    Buffer.from(
      [
        '%PDF-1.7',
        '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
        '2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj',
        '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj',
        `4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
        '5 0 obj<</Type/Font/Subtype/Type0/BaseFont/Big/Encoding/Identity-H/ToUnicode 8 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/Big/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 6 0 R>>]>>endobj',
        '6 0 obj<</Type/FontDescriptor/FontName/Big/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80/FontFile3 7 0 R>>endobj',
        `8 0 obj<</Length ${texts.length}>>stream\n${texts}\nendstream endobj`,
        `7 0 obj<</Subtype/CIDFontType0C/Filter/FlateDecode/Length ${font.length}>>stream\n`,
      ].join('\n'),
    ),
    font,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ])
}
