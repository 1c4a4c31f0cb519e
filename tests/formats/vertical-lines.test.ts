import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { hex, MILLIMETRE, makeOfd, makePdf, ofdText, PAGE_HEIGHT, pdfText, SIZE } from './paged.ts'

const LINES = [
  '竹溪乡人民政府2022年法治政府建设年度报告',
  '（一）规范决策。审查合同61份，提出意见318条。',
  '（二）化解纠纷。开展检查44次，处理举报29件。',
  '二、存在的主要问题',
]
/** The middles of the lines, from right to left. */
const middle = (line: number) => 480 - 24 * line
const TOP = 80

const read = async (bytes: Uint8Array) => (await readDocument(bytes)).text.split('\n')

/** The characters of a line, figures together, each with the place where it begins, in characters from the top. */
function placesOf(line: string): { text: string; at: number; isFigure: boolean }[] {
  let next = 0
  return line.split(/(?<=\D)|(?<=\d)(?=\D)/).map((text) => {
    const isFigure = /^\d/.test(text)
    const at = next
    next += isFigure ? text.length / 2 : 1
    return { text, at, isFigure }
  })
}

/** Operators that show a text in a vertical line, with the middle of the line at `x`. */
type Show = (text: string, x: number, place: number) => string

const upright: Show = (text, x, place) => pdfText(text, x - SIZE / 2, TOP + (place + 0.88) * SIZE)
const sideways: Show = (text, x, place) =>
  `BT /F1 ${SIZE} Tf 0 -1 1 0 ${x - 0.38 * SIZE} ${PAGE_HEIGHT - TOP - place * SIZE} Tm ${hex(text)} Tj ET`
const twoAcross: Show = (text, x, place) => (text.length > 2 ? sideways : upright)(text, x, place)

/** The lines, character by character, as browsers print `writing-mode: vertical-rl`. */
const drawn = (word: Show, figure: Show) =>
  LINES.flatMap((line, index) =>
    placesOf(line).map(({ text, at, isFigure }) => (isFigure ? figure : word)(text, middle(index), at)),
  ).join('\n')

/** A font for vertical lines: its map has the forms of marks that stand in them. */
const inVerticalFont = (bytes: Buffer) =>
  Buffer.from(bytes.toString('latin1').replace('UniGB-UTF16-H', 'UniGB-UTF16-V'), 'latin1')

const ofdDown = (text: string, line: number) =>
  ofdText(text, middle(line) * MILLIMETRE, TOP * MILLIMETRE).replace(
    /DeltaX="[^"]*"/,
    `DeltaY="g ${text.length} ${SIZE * MILLIMETRE}"`,
  )

describe('vertical lines are read from the top down and from right to left', () => {
  it.each<[string, Uint8Array]>([
    [
      'PDF: in a font for them',
      inVerticalFont(makePdf([LINES.map((text, line) => pdfText(text, middle(line), TOP)).join('\n')])),
    ],
    ['PDF: upright characters, figures set sideways', makePdf([drawn(upright, sideways)])],
    ['PDF: upright characters, figures of two across', makePdf([drawn(upright, twoAcross)])],
    ['PDF: all set sideways, but figures of two across', makePdf([drawn(sideways, twoAcross)])],
    ['PDF: a page number across', makePdf([`${drawn(upright, sideways)}\n${pdfText('— 1 —', 280, 820)}`])],
    ['OFD: each character below the one before', makeOfd([LINES.map(ofdDown)])],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(LINES)
  })

  it('text across such a page is read behind them', async () => {
    const remark = '注：本页为竖排样式。'
    const text = (await read(makePdf([`${pdfText(remark, 60, 40)}\n${drawn(upright, sideways)}`]))).join('')
    expect(text).toBe(LINES.join('') + remark)
  })

  it('a label of a table whose characters stand one below the other turns no other text', async () => {
    const lines = LINES.map((text, line) => pdfText(text, 60, 100 + 30 * line))
    const label = [...'行政复议案件办理情况'].map((text, place) => upright(text, 500, place))
    const read = (await readDocument(makePdf([[...lines, ...label].join('\n')]))).text
    for (const line of LINES) expect(read).toContain(line)
  })
})
