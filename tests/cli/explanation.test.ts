import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exclusionOf, explanationOf } from '../../infra/cli/explanation.ts'
import { type Excluded, measure } from '../../shared/indicators/measures/measure.ts'
import { explainDocument } from '../../shared/parse/explain-document.ts'
import { whyOf } from '../indicators/meaning/marked-phrase.ts'
import { htmlWith, RENDERINGS, type Rows, textWith } from '../tables/render.ts'

/** The explanations of a table's figures, and its numbers that are left out with their reasons. */
async function explained(file: Uint8Array) {
  const { text, figures, excluded } = await explainDocument(file)
  return {
    figures: figures.map((figure) => explanationOf(text, figure).join('\n')),
    leftOut: excluded.map((one) => exclusionOf(text, one)),
  }
}

const inTable = (caption: string, rows: Rows) => explained(RENDERINGS.html!(caption, rows))

test('shows the words by their types, the parts, the row that won and its code', () => {
  const why = whyOf('全年受理行政复议案件【12件】')
  expect(why).toContain('12件  reconsideration.accepted 行政复议案件受理数')
  expect(why).toContain('sentence    全年受理行政复议案件【12件】')
  expect(why).toMatch(/受理 \[stage accept.*\] 行政复议案件 \[matter reconsideration.*\]/)
  expect(why).toContain('matter: 行政复议案件; stage: 受理; thing: not said')
  expect(why).toMatch(/why this code {3}the row "reconsideration \| .*accept.*" fits/)
  expect(why).toContain('why this scope  the whole: every word is explained')
})

test('names the words that make a figure a part, and those that the lexicon does not know', () => {
  expect(whyOf('城管执法立案【500宗】,其中一般程序立案【132宗】')).toContain(
    'why this scope  a part: 一般程序 stands in its own words',
  )
  expect(whyOf('蓝鲸湾镇受理行政复议案件【12件】')).toMatch(
    /a part: .*The lexicon does not know .*, and an unknown word limits/,
  )
})

test('says that a part without words of its own keeps the code of the figure before it', () => {
  expect(whyOf('受理行政复议案件【35件】,其中涉及土地征收【8件】')).toMatch(/\n8件 {2}reconsideration\.accepted/)
})

test('names the entries that come near a figure without a code, and what each of them lacks', () => {
  const why = whyOf('受理行政复议案件【12天】')
  expect(why).toContain('12天  no code')
  expect(why).toContain('no code: no row of the catalogue fits')
  expect(why).toMatch(/near: reconsideration\.accepted .* is not counted in this unit/)
})

test('says that a concept without a code is meant, and which code lost to it', () => {
  const why = whyOf('移送信访件【3件】')
  expect(why).toMatch(/no code: the row "petition .*" fits best .* concept that the catalogue leaves out/)
  expect(why).toMatch(/lost: enforcement\.transferred .*, by weight \d+ to \d+/)
})

test('says that a matter was named before the phrase', () => {
  expect(whyOf('收到行政复议申请【6件】,受理【5件】')).toContain('matter: said before, or by the heading; stage: 受理')
})

test('says why a number counts nothing', () => {
  const text = '第3次会议要求,落实三项制度,每年不少于2次学法,全年学法6次。'
  const excluded: Excluded[] = []
  measure(text, [{ start: 0, end: text.length, role: 'achievements' }], null, (one) => excluded.push(one))

  expect(excluded.map((one) => exclusionOf(text, one))).toEqual([
    '  第【3次】会议要求,落实三项制度,  ordinal',
    '  第3次会议要求,落实【三项】制度,每年不少于2次学法  three systems of enforcement',
    '  要求,落实三项制度,每年【不少于2次】学法,全年学法6次。  threshold that a rule sets',
  ])
})

test('says from which cells a figure of a table was read, and of which rows and columns it is a part', async () => {
  const { figures } = await explained(
    htmlWith(
      '2023年行政执法案件统计表',
      `<table><tr><td rowspan="2">领域</td><td colspan="2">立案（件）</td></tr><tr><td>简易程序</td><td>合计</td></tr>
      <tr><td>市场监管</td><td>12</td><td>42</td></tr><tr><td>合计</td><td>17</td><td>47</td></tr></table>`,
    ),
  )

  expect(figures[0]!.split('\n')).toEqual([
    '12件  enforcement.cases_filed 行政执法立案数',
    '  table       市场监管 【12】 42',
    '  caption     2023年行政执法案件统计表',
    '  row         市场监管',
    '  column      立案(件) › 简易程序',
    '  unit        件, from the column 立案(件)',
    '  phrase      行政执法案件,立案【12件】',
    '  before it   立案 [stage file]',
    '  parts       matter: not said; stage: 立案; thing: not said',
    '  time, role  year, level; topic enforcement',
    expect.stringMatching(/^ {2}why this code {3}the row "enforcement .*" fits 立案 best/),
    '  why this scope  a part: the row 市场监管 is a part of 合计, and the column 简易程序 is a part of 合计.',
  ])
  expect(figures[3]).toContain(
    'why this scope  the whole: the row 合计 is the total; the column 合计 is the total; every word is explained',
  )
})

test('says that the part of a table has an entry of its own, and which code lost to it', async () => {
  const { figures } = await inTable('2023年行政复议案件审结情况表（单位：件）', [
    ['事项', '维持', '纠错', '合计'],
    ['行政处罚', '8', '2', '10'],
    ['合计', '9', '3', '12'],
  ])

  expect(figures[0]).toContain('8件  reconsideration.upheld')
  expect(figures[0]).toContain('lost: reconsideration.concluded, the code of the total: this part of it has its own')
  expect(figures[0]).toContain('why this scope  a part: the row 行政处罚 is a part of 合计.')
  expect(figures[3]).toContain('why this scope  the whole: the row 合计 is the total; every word')
  const docs = readFileSync(join(import.meta.dirname, '../../docs/extraction.md'), 'utf8')
  expect(docs, 'docs/extraction.md shows this figure').toContain(figures[0])
})

test.each([
  [
    'the unit column',
    [
      ['指标', '单位', '数量'],
      ['罚款金额', '万元', '3.5'],
    ],
    'unit        元, from the unit column 万元',
  ],
  [
    'the row',
    [
      ['指标', '数量'],
      ['罚款金额（万元）', '3.5'],
    ],
    'unit        元, from the row 罚款金额(万元)',
  ],
  [
    'a noun of the column',
    [
      ['指标', '案件数'],
      ['立案', '3'],
    ],
    'unit        件, from the column 案件数',
  ],
  [
    'the cell',
    [
      ['指标', '数量'],
      ['立案', '3件'],
    ],
    'unit        件, in the cell itself',
  ],
  [
    'nowhere',
    [
      ['指标', '数量'],
      ['立案', '3'],
    ],
    'unit        none',
  ],
])('says that the unit came from %s', async (_, rows, line) => {
  expect((await inTable('', rows)).figures[0]!.split('\n')).toContain(`  ${line}`)
})

test('says of a row behind 其中 which row it is a part of, with and without a code', async () => {
  const { figures } = await inTable('', [
    ['指标', '数量'],
    ['行政复议受理', '35件'],
    ['其中：信息公开', '4件'],
    ['桃树种植', '7棵'],
    ['其中：早熟', '2棵'],
  ])

  expect(figures[1]).toContain('why this scope  a part: the row 信息公开 is a part of 行政复议受理.')
  expect(figures[3]).toContain('2棵  no code')
  expect(figures[3]).toContain('why this scope  a part: the row 早熟 is a part of 桃树种植.')
})

test('explains the figure of a cell of words by the words of the cell, its row and its column', async () => {
  const { figures } = await inTable('', [
    ['工作', '完成情况'],
    ['行政复议', '全年共受理12件，办结10件'],
  ])

  expect(figures[0]).toContain('phrase      行政复议完成情况,全年共受理【12件】，办结10件')
  expect(figures[0]).toContain('why this scope  the whole: every word')
})

test('says why numbers of tables, and whole tables, are left out', async () => {
  const { leftOut } = await inTable('', [
    ['单位', '受理（件）', '金额', '联系电话', '说明'],
    ['栏次', '1', '2', '3', '4'],
    ['甲乡', '12', '2.5', '65321', '第3次检查'],
    ['乙乡2个村', '3-4', '3件', '65322', '学法2次'],
  ])
  const unread = await explained(textWith('', '指标\t2022年\t2023年\n受理数\t12'))

  expect(leftOut.map((one) => one.replace(/^.*【/, '【').replace(/】.*? {2}/, '】 '))).toEqual([
    '【联系电话】 the numbers of this column count nothing',
    '【1】 the numbers of this row only number the columns',
    '【2.5】 a number has no unit (warning table_unread)',
    '【第3次检查】 a cell holds more than a number with its unit (warning table_unread)',
    '【3次】 ordinal',
    '【2个】 stands in words that name a row or column',
    '【3-4】 a cell holds more than a number with its unit (warning table_unread)',
  ])
  expect(unread.leftOut).toEqual([
    expect.stringMatching(
      /【指标 2022年 2023年 受理数 12】.* {2}its rows have different numbers of cells \(warning table_unread\)$/,
    ),
  ])
})
