import { expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { makePdf, pdfText, SIZE } from './paged.ts'

const LEFT = 60
const RIGHT = 320
const LEADING = 16
const TOP = 120
/** Fills a column of 22 characters. */
const FULL = '全县各级行政机关依法全面履行政府职能并接受监督。'.slice(0, 22)

/** A column of lines from its top. */
const column = (x: number, lines: readonly string[], top = TOP) =>
  lines.map((line, index) => pdfText(line, x, top + index * LEADING))
const full = (count: number) => Array.from({ length: count }, () => FULL)

async function linesOf(pages: readonly (readonly string[])[]) {
  const { text } = await readDocument(makePdf(pages.map((page) => page.join('\n'))))
  return text.split('\n')
}

it('a figure that goes on in the next column is one, over the page number that stands between them', async () => {
  const left = column(LEFT, [...full(9), '审查合同216份,提出法律意见并得到采纳的共3'])
  const page = [...left, ...column(RIGHT, ['89条。', ...full(9)]), pdfText('· 7 ·', 285, 790)]
  const [first] = await linesOf([page])
  expect(first).toContain('提出法律意见并得到采纳的共389条。')
})

it('a head over both columns is part of neither', async () => {
  const head = [pdfText('县人民政府公报', LEFT, 60), pdfText('第2期(总第86期)', RIGHT + 120, 60)]
  const lines = await linesOf([[...head, ...column(LEFT, full(9)), ...column(RIGHT, full(9))]])
  expect(lines.slice(1)).toEqual([FULL.repeat(18)])
})

it('a column beside a large title keeps its lines apart', async () => {
  const title = [pdfText('某县人民政府文件', LEFT, TOP + 14, 2.4 * SIZE)]
  const right = ['县政府法律顾问参与论证93次,出具法律意见', '书241份,列席会议22次,就重大事项提出建议', ...full(8)]
  const text = (await linesOf([[...title, ...column(LEFT, full(8), TOP + 40), ...column(RIGHT, right)]])).join('')
  expect(text).toContain('参与论证93次,出具法律意见书241份,列席会议22次')
})

it('the last column of a document may end after some lines', async () => {
  const right = ['培训不少于3期,并推动法治宣传融入群众的生', '活。']
  const lines = await linesOf([[...column(LEFT, full(9)), ...column(RIGHT, right)]])
  expect(lines.join('')).toBe(`${FULL.repeat(9)}${right.join('')}`)
})

it('the last column of a document may have few full lines', async () => {
  const plans = ['二、主要问题', FULL, '不足。', '三、下一步打算', FULL, '有力。', '石桥镇人民政府', '2024年1月3日']
  const lines = await linesOf([[...column(LEFT, full(9)), ...column(RIGHT, plans)]])
  expect(lines.join('')).toBe(`${FULL.repeat(9)}${plans.join('')}`)
})

it('words with figures beside them are no columns', async () => {
  const [names, values] = [full(8), ['12件', '30件', '4件', '51件', '7件', '16件', '8件', '9件']]
  const lines = await linesOf([[...column(LEFT, names), ...column(RIGHT, values)]])
  expect(lines[0]).toContain(`${FULL}\t12件`)
})
