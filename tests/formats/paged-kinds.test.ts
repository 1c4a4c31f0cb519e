import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import {
  hex,
  MILLIMETRE,
  makeOfd,
  makePdf,
  type OfdParts,
  ofdText,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  type PdfParts,
  pdfPicture,
  pdfText,
  SIZE,
} from './paged.ts'

/** What a page draws beside its lines, or in place of them. */
const LINES = [
  '柳桥镇人民政府2023年法治政府建设年度报告',
  '（一）规范行政决策。全年审查行政规范性文件7件，出具法律意见书23份。',
  '二、存在的主要问题',
]
const TEXT = LINES.join('\n')
const X = 60
const LINE = 30
const at = (line: number) => 100 + line * LINE

const pdfLines = LINES.map((text, line) => pdfText(text, X, at(line)))
const ofdLines = LINES.map((text, line) => ofdText(text, X * MILLIMETRE, at(line) * MILLIMETRE))
/** Behind the last character of the second line. */
const END = X + SIZE * 33.5
/** A text that must not be read, over the room between the lines. */
const HIDDEN = '立案937件'

const pdf = async (content: readonly string[], parts?: PdfParts) =>
  (await readDocument(makePdf([content.join('\n')], parts))).text
const ofd = async (objects: readonly string[], parts?: OfdParts) => (await readDocument(makeOfd([objects], parts))).text

const hidden = pdfText(HIDDEN, X, at(1) + 15)
/** Operators that draw a line as long as that text, and so far beyond its ends. */
const across = (y: number, beyond = 0) => `${X - beyond} ${PAGE_HEIGHT - y} m ${X + 45 + beyond} ${PAGE_HEIGHT - y} l S`
const inBlack = '0 g'
const box = (x: number, y: number, width: number, height: number) =>
  `${x} ${PAGE_HEIGHT - y - height} ${width} ${height} re`

describe('text of a PDF page that is not seen', () => {
  it.each<[string, string[], PdfParts?]>([
    ['without ink beside text with ink', [...pdfLines, `3 Tr ${hidden} 0 Tr`]],
    ['that only cuts what is painted, and nothing is', [...pdfLines, `q 7 Tr ${hidden} Q`]],
    ['in white on white', [...pdfLines, `1 g ${hidden} ${inBlack}`]],
    ['in the colour of the box below', [`0 0 1 rg ${box(50, at(1) + 4, 400, 16)} f ${hidden}`, inBlack, ...pdfLines]],
    ['painted over', [hidden, `1 g ${box(50, at(1) + 3, 400, 16)} f ${inBlack}`, ...pdfLines]],
    ['transparent', [...pdfLines, `q /Gs gs ${hidden} Q`], { resources: '/ExtGState<</Gs<</ca 0>>>>' }],
    ['of no size', [...pdfLines, pdfText(HIDDEN, X, at(1) + 15, 0.1)]],
    ['struck out by a line', [...pdfLines, hidden, across(at(1) + 15 - 3.5)]],
    ['struck out by a thin box', [...pdfLines, hidden, `${box(X, at(1) + 15 - 4, 45, 0.5)} f`]],
    ['off the page', [...pdfLines, pdfText(HIDDEN, PAGE_WIDTH + 100, at(1))]],
    ['cut off', [...pdfLines, `q ${box(0, 0, 500, 90)} W n ${hidden} Q`]],
    [
      'on a layer that is off',
      [...pdfLines, `/OC /L1 BDC ${hidden} EMC`],
      {
        objects: ['<</Type/OCG/Name(old)>>'],
        catalog: '/OCProperties<</OCGs[100 0 R]/D<</OFF[100 0 R]>>>>',
        resources: '/Properties<</L1 100 0 R>>',
      },
    ],
    [
      'a watermark across the lines',
      [
        `0.8 g BT /F1 60 Tf 1 0 0 1 ${X} ${PAGE_HEIGHT - at(1) - 20} Tm ${hex('内部资料')} Tj ET ${inBlack}`,
        ...pdfLines,
      ],
    ],
    [
      'a pale watermark of the same size',
      [`0.8 g ${pdfText('内部资料内部资料', X + 25, at(1) + 2)} ${inBlack}`, ...pdfLines],
    ],
    [
      'a pale mark that touches a line, and its copies beside the lines',
      [
        `0.8 g ${[0, 160, 320].map((x) => pdfText('内部资料', X + x, at(0) - 5, 14)).join(' ')} ${pdfText('内部资料', X, at(2) + 60, 14)} ${inBlack}`,
        ...pdfLines,
      ],
    ],
    ['a slanted watermark', [...pdfLines, `BT /F1 30 Tf 0.7 0.7 -0.7 0.7 100 500 Tm ${hex('内部资料')} Tj ET`]],
  ])('%s is left out', async (_, content, parts) => {
    expect(await pdf([inBlack, ...content], parts)).toBe(TEXT)
  })
})

describe('text of a PDF page that is seen', () => {
  it('is read where it is white on a dark box', async () => {
    const content = [
      `0.2 g ${box(50, at(1) - 12, 400, 16)} f`,
      inBlack,
      pdfLines[0]!,
      `1 g ${pdfLines[1]}`,
      `0 g ${pdfLines[2]}`,
    ]

    expect(await pdf(content)).toBe(TEXT)
  })

  it.each([
    ['over a line', across(at(1) + 15 + 2)],
    ['under a line', across(at(1) + 15 - 9)],
    ['under a rule that goes on', across(at(1) + 15 - 3.5, 30)],
  ])('is read %s', async (_, line) => {
    expect(await pdf([...pdfLines, hidden, line])).toContain(HIDDEN)
  })

  it('is read where paint is cut to its shape', async () => {
    const [title, ...rest] = pdfLines

    expect(await pdf([`q 7 Tr ${title} 0.5 g ${box(0, 0, 595, 842)} f Q`, ...rest])).toBe(TEXT)
  })

  it('is read on shaded boxes and in frames', async () => {
    const frame = `${box(20, 20, 550, 800)} ${box(22, 22, 546, 796)} f*`

    expect(await pdf([`0.9 g ${box(50, at(1) - 12, 400, 16)} f`, inBlack, ...pdfLines, frame])).toBe(TEXT)
  })

  it.each([
    ['each line drawn twice', (text: string, y: number) => pdfText(text, X, y) + pdfText(text, X + 0.3, y)],
    [
      'each line drawn four times',
      (text: string, y: number) =>
        [0, 0.4, 0.8, 1.2].map((shift) => pdfText(text, X + shift, y - shift / 4)).join('\n'),
    ],
    [
      'each character drawn twice',
      (text: string, y: number) =>
        `BT /F1 ${SIZE} Tf 1 0 0 1 ${X} ${PAGE_HEIGHT - y} Tm [${[...text].map((character) => `${hex(character)} ${/[0-9]/.test(character) ? 480 : 980} ${hex(character)} -20`).join('')}] TJ ET`,
    ],
    ['its outline drawn too', (text: string, y: number) => `2 Tr ${pdfText(text, X, y)} 0 Tr`],
  ])('is read once, with %s', async (_, draw) => {
    expect(await pdf(LINES.map((text, line) => draw(text, at(line))))).toBe(TEXT)
  })

  it.each([
    ['set to the left', '0 1 -1 0', (line: number) => `${at(line)} 100`],
    ['set to the right', '0 -1 1 0', (line: number) => `${PAGE_WIDTH - at(line)} 700`],
    ['set upside down', '-1 0 0 -1', (line: number) => `${PAGE_WIDTH - X} ${at(line)}`],
  ])('is read, %s', async (_, turn, place) => {
    const content = LINES.map((text, line) => `BT /F1 ${SIZE} Tf ${turn} ${place(line)} Tm ${hex(text)} Tj ET`)

    expect(await pdf(content)).toBe(TEXT)
  })

  it('is read turned beside upright text', async () => {
    const turned = `BT /F1 ${SIZE} Tf 0 1 -1 0 550 100 Tm ${hex('三、附表横排')} Tj ET`

    expect(await pdf([turned, ...pdfLines])).toBe(`${TEXT}\n三、附表横排`)
  })

  it('leaves out marks of notes, but no powers of units', async () => {
    const mark = (text: string, x: number, y: number) =>
      `BT /F1 6 Tf 4 Ts 1 0 0 1 ${x} ${PAGE_HEIGHT - y} Tm ${hex(text)} Tj 0 Ts ET`
    const content = [
      ...pdfLines,
      mark('[12]', END, at(1)),
      pdfText('（二）绿地300m', X, at(3)),
      mark('2', X + 70, at(3)),
      pdfText('（三）件数12', X, at(4)),
      mark('3', X + 60, at(4) - 1),
      pdfText('次', X + 63, at(4)),
    ]

    expect(await pdf(content)).toBe(`${TEXT}\n（二）绿地300m2\n（三）件数12次`)
  })

  it('has no blanks between the figures of letter-spaced text', async () => {
    const spaced = pdfText('（二）办理行政复议案件1234件', X, at(3)).replace('BT', 'BT 3 Tc')

    expect(await pdf([...pdfLines, `${spaced} BT 0 Tc ET`])).toBe(`${TEXT}\n（二）办理行政复议案件1234件`)
  })

  it('is read as the layer of a scan', async () => {
    const scan = [
      pdfPicture(0, 0, PAGE_WIDTH, PAGE_HEIGHT),
      `3 Tr ${pdfLines.join('\n')} 0 Tr`,
      pdfText('— 1 —', 280, 820),
    ]

    expect(await pdf(scan)).toBe(TEXT)
  })

  it('includes filled fields of forms', async () => {
    const look = `BT /F1 ${SIZE} Tf 0 2 Td ${hex('（二）受理37件')} Tj ET`
    const parts = {
      objects: [
        '<</Type/Annot/Subtype/Widget/FT/Tx/T(n)/V(x)/F 4/Rect[60 500 300 520]/AP<</N 101 0 R>>>>',
        `<</Type/XObject/Subtype/Form/BBox[0 0 240 20]/Resources<</Font<</F1 3 0 R>>>>/Length ${look.length}>>stream\n${look}\nendstream`,
      ],
      page: '/Annots[100 0 R]',
      catalog: '/AcroForm<</Fields[100 0 R]>>',
    }

    expect(await pdf(pdfLines, parts)).toBe(`${TEXT}\n（二）受理37件`)
  })
})

describe('text of an OFD page', () => {
  it.each([
    ['lower than its letters', 'M 0 0 L 90 0 L 90 0.2 L 0 0.2 C', '', TEXT],
    ['of its line', 'M 0 0 L 190 0 L 190 9 L 0 9 C', '', `${TEXT}\n${HIDDEN}`],
    ['that a matrix places', 'M 0 0 L 1 0 L 1 1 L 0 1 C', 'CTM="300 0 0 300 0 0"', `${TEXT}\n${HIDDEN}`],
  ])('in a clip %s', async (_, path, area, text) => {
    const children = `<ofd:Clips><ofd:Clip><ofd:Area ${area}><ofd:Path Boundary="0 0 190 9"><ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>${path}</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>`
    expect(await ofd([...ofdLines, ofdText(HIDDEN, X * MILLIMETRE, at(3) * MILLIMETRE, { children })])).toBe(text)
  })

  const white = { children: '<ofd:FillColor Value="255 255 255"/>' }
  const place = [X * MILLIMETRE, (at(1) + 15) * MILLIMETRE] as const

  it.each([
    ['hidden', ofdText(HIDDEN, ...place, { attributes: 'Visible="false"' })],
    ['hidden with a number', ofdText(HIDDEN, ...place, { attributes: 'Visible="0"' })],
    ['without ink, with a number', ofdText(HIDDEN, ...place, { attributes: 'Fill="0"' })],
    ['transparent', ofdText(HIDDEN, ...place, { attributes: 'Alpha="0"' })],
    ['without ink', ofdText(HIDDEN, ...place, { attributes: 'Fill="false"' })],
    ['white', ofdText(HIDDEN, ...place, white)],
    ['white by a parameter', ofdText(HIDDEN, ...place, { attributes: 'DrawParam="7"' })],
    ['in a hidden block', `<ofd:PageBlock Visible="false">${ofdText(HIDDEN, ...place)}</ofd:PageBlock>`],
    ['off the page', ofdText(HIDDEN, 300, place[1])],
    [
      'struck out by a line',
      `${ofdText(HIDDEN, ...place)}<ofd:PathObject Boundary="${place[0]} ${place[1] - 1.2} 16 0"><ofd:AbbreviatedData>M 0 0 L 15.9 0</ofd:AbbreviatedData></ofd:PathObject>`,
    ],
    ['a slanted watermark', ofdText(HIDDEN, ...place, { attributes: 'CTM="0.7 -0.7 0.7 0.7 0 0"' })],
  ])('is left out if it is %s', async (_, object) => {
    const resources =
      '<ofd:DrawParams><ofd:DrawParam ID="7"><ofd:FillColor Value="255 255 255"/></ofd:DrawParam></ofd:DrawParams>'

    expect(await ofd([...ofdLines, object], { resources })).toBe(TEXT)
  })

  it('is left out if it is painted over', async () => {
    const cover = `<ofd:PathObject Boundary="0 ${(at(1) + 3) * MILLIMETRE} 200 6" Fill="true"><ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 200 0 L 200 6 L 0 6 C</ofd:AbbreviatedData></ofd:PathObject>`

    expect(await ofd([ofdText(HIDDEN, ...place), cover, ...ofdLines])).toBe(TEXT)
  })

  it('is read once if it is drawn twice', async () => {
    const twice = LINES.map((text, line) => ofdText(text, X * MILLIMETRE + 0.1, at(line) * MILLIMETRE))

    expect(await ofd([...ofdLines, ...twice])).toBe(TEXT)
  })

  it('is read turned if the page is set sideways', async () => {
    const objects = LINES.map(
      (text, line) =>
        `<ofd:TextObject Boundary="0 0 210 297" CTM="0 -1 1 0 ${at(line) * MILLIMETRE} 250" Size="${SIZE * MILLIMETRE}"><ofd:TextCode X="0" Y="0">${text}</ofd:TextCode></ofd:TextObject>`,
    )

    expect(await ofd(objects)).toBe(TEXT)
  })

  it('is read in composite units, where each is placed', async () => {
    const unit = (id: number, content: string) =>
      `<ofd:CompositeGraphicUnit ID="${id}" Width="210" Height="297"><ofd:Content>${content}</ofd:Content></ofd:CompositeGraphicUnit>`
    const resources = `<ofd:CompositeGraphicUnits>${unit(20, ofdLines.slice(1).join(''))}${unit(21, '<ofd:CompositeObject ResourceID="20" Boundary="0 20 210 297"/>')}</ofd:CompositeGraphicUnits>`
    const placed = '<ofd:CompositeObject ResourceID="21" Boundary="0 -20 210 297"/>'

    expect(await ofd([ofdLines[0]!, placed], { resources })).toBe(TEXT)
  })

  it('leaves out marks of notes', async () => {
    const small = (x: number, y: number) =>
      `<ofd:TextObject Boundary="${x} ${y - 3.4} 5 5" Size="2"><ofd:TextCode X="0" Y="2">①</ofd:TextCode></ofd:TextObject>`

    expect(await ofd([...ofdLines, small(END * MILLIMETRE, at(1) * MILLIMETRE)])).toBe(TEXT)
  })

  it('leaves out marks that stand higher than their line', async () => {
    const mark = `<ofd:TextObject Boundary="${(END - 1.2) * MILLIMETRE} ${(at(1) - 7) * MILLIMETRE - 1.8} 5 5" Size="1.8"><ofd:TextCode X="0" Y="1.8">2</ofd:TextCode></ofd:TextObject>`

    expect(await ofd([...ofdLines, mark])).toBe(TEXT)
  })

  it.each([false, true])('is read in templates (above the page: %s)', async (isAbove) => {
    expect(await ofd(ofdLines.slice(1), { template: ofdLines.slice(0, 1), isAbove })).toBe(TEXT)
  })

  it('is covered by a template above it only', async () => {
    const cover =
      '<ofd:PathObject Boundary="0 0 210 297" Fill="1"><ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 210 0 L 210 297 L 0 297 C</ofd:AbbreviatedData></ofd:PathObject>'

    expect(await ofd(ofdLines, { template: [cover] })).toBe(TEXT)
    await expect(ofd(ofdLines, { template: [cover], isAbove: true })).rejects.toMatchObject({ reason: 'no_text' })
  })

  const annotation = (attributes: string) =>
    `<ofd:Annot ${attributes}><ofd:Appearance Boundary="0 ${place[1] - 8} 210 20">${ofdText(HIDDEN, place[0], 8)}</ofd:Appearance></ofd:Annot>`

  it('is read in annotations, where each is placed', async () => {
    expect(await ofd(ofdLines, { annotations: annotation('Type="Stamp"') })).toBe(
      TEXT.replace(LINES[1]!, `${LINES[1]}${HIDDEN}`),
    )
  })

  it.each(['Type="Watermark"', 'Type="Stamp" Visible="false"'])(
    'is left out in an annotation with %s',
    async (kind) => {
      expect(await ofd(ofdLines, { annotations: annotation(kind) })).toBe(TEXT)
    },
  )

  it('is refused if units place each other without end', async () => {
    const resources = `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="20"><ofd:Content><ofd:CompositeObject ResourceID="20" Boundary="0 0 9 9"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`

    await expect(
      ofd(['<ofd:CompositeObject ResourceID="20" Boundary="0 0 9 9"/>'], { resources }),
    ).rejects.toMatchObject({
      reason: 'too_complex',
    })
  })
})
