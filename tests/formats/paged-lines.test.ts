import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { MILLIMETRE, makeOfd, makePdf, ofdText, pdfText, SIZE, widthOf } from './paged.ts'

const textOf = async (bytes: Uint8Array) => (await readDocument(bytes)).text

describe('notes at the foot of a page', () => {
  const FULL = '全镇开展执法检查三百一十八次并对发现的问题逐项登记建立台账限期整改到位同时'
  const BEFORE = [FULL, FULL, FULL]
  const AFTER = ['组织业务培训。', '二、存在的主要问题', '力量不足。']
  const BODY = `${FULL.repeat(3)}组织业务培训。`
  const page = (lines: readonly string[]) => lines.map((text, at) => pdfText(text, 60, 60 + 20 * at))

  it.each([
    ['in small type', ['1含上年结转。', '2由镇司法所组织。'], 7, 20],
    ['in small type, beside circles', ['①含上年结转。', '②由镇司法所组织。'], 7, 0],
    ['in small type, in brackets', ['[1] 含上年结转。', '[2] 由镇司法所组织。'], 8, 20],
    ['in type of the text, numbered below a gap', ['1含上年结转。', '2由镇司法所组织。'], SIZE, 30],
  ])('stand behind the paragraph that they cut: %s', async (_, notes, size, gap) => {
    const foot = notes.map((text, at) => pdfText(text, 60, 120 + gap + 15 * at, size))
    const pages = [[...page(BEFORE), ...foot].join('\n'), page(AFTER).join('\n')]

    expect(await textOf(makePdf(pages))).toBe([BODY, '含上年结转。', '由镇司法所组织。', ...AFTER.slice(1)].join('\n'))
  })

  it('stand so in OFD', async () => {
    const line = (text: string, y: number) => ofdText(text, 60 * MILLIMETRE, y * MILLIMETRE)
    const foot = ['1含上年结转。', '2由镇司法所组织。'].map((text, at) => line(text, 160 + 15 * at))
    const pages = [BEFORE, AFTER].map((lines) => lines.map((text, at) => line(text, 60 + 20 * at)))

    expect(await textOf(makeOfd([[...pages[0]!, ...foot], pages[1]!]))).toBe(
      [BODY, '含上年结转。', '由镇司法所组织。', ...AFTER.slice(1)].join('\n'),
    )
  })

  it('are no lines of the text that begin with figures', async () => {
    const lines = ['全镇检查', '12次，走访', '30户，完毕。']
    expect((await textOf(makePdf([page(lines).join('\n')]))).replaceAll('\n', '')).toBe(lines.join(''))
  })
})

describe('a filled field', () => {
  const widget = (fieldType: string, content: string, more: string, x: number, width: number) => [
    `<</Type/Annot/Subtype/Widget/F 4/FT/${fieldType}/T(a)/Rect[${x} 778 ${x + width} 792]/AP<</N 101 0 R>>${more}>>`,
    `<</Type/XObject/Subtype/Form/BBox[0 0 ${width} 14]/Resources<</Font<</H<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Length ${content.length}>>stream\n${content}\nendstream `,
  ]
  const BEFORE = '全年立案'
  const start = 60 + (widthOf(BEFORE) / 2) * SIZE

  it.each([
    [
      'with each character in its cell',
      'Tx',
      'BT /H 10 Tf 3 3 Td (7) Tj 20 0 Td (3) Tj 20 0 Td (2) Tj ET',
      '/V(732)/Ff 16777216/MaxLen 4',
    ],
    [
      'of a choice, in the middle of its box',
      'Ch',
      'BT /H 10 Tf 30 3 Td (732) Tj ET',
      '/V(732)/Opt[(732)(500)]/Ff 131072',
    ],
  ])('is a word of its line: %s', async (_, fieldType, content, more) => {
    const objects = widget(fieldType, content, more, start, 80)
    const line = `${pdfText(BEFORE, 60, 60)}\n${pdfText('件，办结705件。', start + 80, 60)}`

    expect(await textOf(makePdf([line], { objects, page: '/Annots[100 0 R]' }))).toBe('全年立案732件，办结705件。')
  })
})

describe('lines that are not filled to the margin', () => {
  const INDENTED = 60 + 2 * SIZE
  const PARAGRAPHS = [
    ['（一）规范行政决策。审查文件9件。'],
    ['（二）严格行政执法。开展检查，发现隐患，出动执法人员461', '人次，检查经营主体475家。'],
    ['（三）化解矛盾纠纷，健全多元预防调处化解综合机制，全年调解纠纷三十六件。'],
    ['（四）加强普法。举办讲座15场，网上可办率达到百分之', '九十；培训干部80人。'],
    ['（五）力量不足，普法形式比较单一，少数干部能力有待提高，队伍有待充实加强。'],
    ['（六）其他工作有序推进。'],
    ['石桥镇人民政府'],
    ['2024年1月3日'],
  ]
  const page = (from: number) =>
    PARAGRAPHS.flatMap((lines) => lines.map((text, at) => ({ text, x: at === 0 ? from : 60 })))
      .map(({ text, x }, at) => pdfText(text, x, 60 + 20 * at))
      .join('\n')

  it('go on in a sentence, where paragraphs begin further right', async () => {
    const text = await textOf(makePdf([page(INDENTED)]))

    expect(text).toBe(PARAGRAPHS.map((lines) => lines.join('')).join('\n'))
  })

  it('are lines of their own where nothing tells paragraphs apart', async () => {
    const text = await textOf(makePdf([page(60)]))

    expect(text).toBe(PARAGRAPHS.flat().join('\n'))
  })
})
