import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../shared/parse/parse-document.ts'
import type { Indicator } from '../../../shared/report/report.ts'
import { docxWith, htmlWith, RENDERINGS, textWith, wordParagraph } from '../../tables/render.ts'

const written = ({ subject, value, unit, role, scope }: Indicator) =>
  [subject, `${value}${unit}`, role === 'level' ? '' : role, scope === null ? '' : `of ${scope}`]
    .filter((word) => word !== '')
    .join(' ')

/** The figures of a report, and what it warns of. */
async function figuresOf(file: Uint8Array) {
  const { indicators, report } = await parseDocument(file)
  return { figures: indicators.map(written), warnings: report.warnings.map(({ message }) => message) }
}

const figuresIn = async (file: Uint8Array) => (await figuresOf(file)).figures

const cellOfWord = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(text)}</w:tc>`
const rowOfWord = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`

describe('a table', () => {
  it('in HTML, with a header of two levels and totals in both directions', async () => {
    const table = `<table>
      <tr><td colspan="6">2023年行政执法案件统计表</td></tr>
      <tr><td rowspan="2">序号</td><td rowspan="2">执法领域</td><td colspan="3">立案（件）</td><td rowspan="2">罚款金额（万元）</td></tr>
      <tr><td>简易程序</td><td>一般程序</td><td>合计</td></tr>
      <tr><td>1</td><td>市场监管</td><td>12</td><td>30</td><td>42</td><td>3.5</td></tr>
      <tr><td>2</td><td>城市管理</td><td>5</td><td>—</td><td>5</td><td>0.28</td></tr>
      <tr><td></td><td>合计</td><td>17</td><td>30</td><td>47</td><td>3.78</td></tr></table>`
    expect(await figuresIn(htmlWith('', table))).toEqual([
      '市场监管简易程序立案 12件 of 市场监管简易程序',
      '市场监管一般程序立案 30件 of 市场监管一般程序',
      '市场监管立案 42件 of 市场监管',
      '市场监管罚款金额 35000元 of 市场监管',
      '城市管理简易程序立案 5件 of 城市管理简易程序',
      '城市管理立案 5件 of 城市管理',
      '城市管理罚款金额 2800元 of 城市管理',
      '简易程序立案 17件 of 简易程序',
      '一般程序立案 30件 of 一般程序',
      '立案 47件',
      '罚款金额 37800元',
    ])
  })

  it('by year, under a header that says so', async () => {
    const table = `<table><tr><td rowspan="2">指标</td><td colspan="2">年份</td></tr><tr><td>2022年</td><td>2023年</td></tr>
      <tr><td>办理复议案件（件）</td><td>31</td><td>44</td></tr></table>`

    expect(await figuresIn(htmlWith('', table))).toEqual(['办理复议案件 31件 baseline', '办理复议案件 44件'])
  })

  it('in DOCX, with merged cells, groups of rows and parts of the row above', async () => {
    const wide = '<w:gridSpan w:val="3"/>'
    const table = [
      rowOfWord(cellOfWord('指标', '<w:vMerge w:val="restart"/>'), cellOfWord('数量', '<w:gridSpan w:val="2"/>')),
      rowOfWord(cellOfWord('', '<w:vMerge/>'), cellOfWord('2023年'), cellOfWord('上年')),
      rowOfWord(cellOfWord('一、行政复议（件）', wide)),
      rowOfWord(cellOfWord('受理'), cellOfWord('35'), cellOfWord('28')),
      rowOfWord(cellOfWord('其中：信息公开'), cellOfWord('4'), cellOfWord('2')),
      rowOfWord(cellOfWord('二、法律援助（人次）', wide)),
      rowOfWord(cellOfWord('咨询'), cellOfWord('1,260'), cellOfWord('-')),
    ].join('')
    expect(await figuresIn(docxWith('主要指标', `<w:tbl>${table}</w:tbl>`))).toEqual([
      '行政复议受理数量 35件',
      '行政复议受理数量 28件 baseline',
      '信息公开行政复议受理数量 4件 of 信息公开',
      '信息公开行政复议受理数量 2件 baseline of 信息公开',
      '法律援助咨询数量 1260人次',
    ])
  })

  it('in PDF, with a column of units and a column for each year', async () => {
    const rows = [
      ['指标', '单位', '2022年', '2023年', '同比（%）'],
      ['出庭应诉率', '%', '94', '100', '6'],
      ['罚款金额', '万元', '131.5', '96.2', '-26.8'],
    ]
    const { figures, warnings } = await figuresOf(RENDERINGS.pdf!('主要指标', rows))

    expect(figures).toEqual([
      '出庭应诉率 94% baseline',
      '出庭应诉率 100%',
      '出庭应诉率同比 6% change',
      '罚款金额 1315000元 baseline',
      '罚款金额 962000元',
    ])
    expect(warnings).toEqual([expect.stringContaining('a cell holds more than a number')])
  })

  it('has the unit of money from the line above, however that is labelled', async () => {
    const rows = [
      ['执法单位', '处罚案件（件）', '罚没金额'],
      ['市场监管局', '186', '41.5'],
      ['交通运输局', '73', '20.8'],
    ]
    const { indicators } = await parseDocument(RENDERINGS.html!('（金额单位：万元）', rows))

    expect(indicators.map(({ value, unit }) => `${value}${unit}`)).toEqual(['186件', '415000元', '73件', '208000元'])
  })

  it('in columns of blanks, with the years in its rows', async () => {
    const rows = [
      ['年份', '受理数', '办结数'],
      ['2022', '37', '31'],
      ['2023', '44', '41'],
    ]
    expect(await figuresIn(RENDERINGS.blanks!('行政复议案件（单位：件）', rows))).toEqual([
      '受理数 37件 baseline',
      '办结数 31件 baseline',
      '受理数 44件',
      '办结数 41件',
    ])
  })

  it('in OFD, that goes on in a second set of columns', async () => {
    const rows = [
      ['指标', '数量', '指标', '数量'],
      ['受理数', '37件', '咨询数', '44人次'],
      ['办结数', '31件', '办结率', '98%'],
    ]
    expect(await figuresIn(RENDERINGS.ofd!('主要指标', rows))).toEqual([
      '受理数数量 37件',
      '咨询数数量 44人次',
      '办结数数量 31件',
      '办结率数量 98%',
    ])
  })

  it('without header, if each number stands behind its words', async () => {
    const rows = '受理\t12件\t办结\t10件\n立案数\t35\t参训人数\t260'
    expect(await figuresIn(textWith('办理情况', rows))).toEqual([
      '受理 12件',
      '办结 10件',
      '立案数 35',
      '参训人数 260人',
    ])
  })

  it('hands its words to the meaning: a part keeps the code of the whole, one with an entry of its own takes that', async () => {
    const rows = [
      ['事项', '维持', '纠错', '合计'],
      ['行政处罚', '8', '2', '10'],
      ['合计', '9', '3', '12'],
    ]
    const { indicators } = await parseDocument(RENDERINGS.html!('行政复议案件审结情况（单位：件）', rows))

    const ofOutcomes = indicators.filter(({ subject }) => /维持|纠错/.test(subject))
    expect(ofOutcomes.map(({ raw, code, scope }) => [raw, code, scope])).toEqual([
      ['8', 'reconsideration.upheld', '行政处罚'],
      ['2', 'reconsideration.corrected', '行政处罚'],
      ['9', 'reconsideration.upheld', null],
      ['3', 'reconsideration.corrected', null],
    ])
  })

  it('under one head, with a total beside it: the total is of what the head counts, the columns under it are its parts', async () => {
    const table = `<table><tr><td rowspan="2">方式</td><td colspan="2">纠纷（起）</td><td rowspan="2">总计（起）</td></tr>
      <tr><td>街道</td><td>社区</td></tr>
      <tr><td>人民调解</td><td>3</td><td>8</td><td>11</td></tr></table>`
    expect(await figuresIn(htmlWith('', table))).toEqual([
      '街道人民调解纠纷 3起 of 街道',
      '社区人民调解纠纷 8起 of 社区',
      '人民调解纠纷 11起',
    ])
  })

  it('of the outcomes that one code counts together: each is a part of it', async () => {
    const rows = [
      ['复议决定', '件数'],
      ['维持', '6'],
      ['驳回', '3'],
      ['纠错', '2'],
    ]
    const { indicators } = await parseDocument(RENDERINGS.docx!('行政复议案件审结情况（单位：件）', rows))

    expect(indicators.map(({ raw, code, scope }) => [raw, code, scope])).toEqual([
      ['6', 'reconsideration.upheld', '维持件数'],
      ['3', 'reconsideration.upheld', '驳回件数'],
      ['2', 'reconsideration.corrected', null],
    ])
  })

  it.each([
    [
      'more numbers than headers',
      '行政复议受理数\t3\t5件\n行政诉讼案件数\t12\t18件',
      'no header says what its columns count',
    ],
    ['rows of different lengths', '指标\t2022年\t2023年\n受理数\t12', 'different numbers of cells'],
    ['two units', '指标（件）\t金额（万元）\n案件（件）\t12', 'one of several units'],
    ['a decimal without unit', '指标\t金额\n罚款\t12.5', 'no unit'],
    ['a share in a table of cases', '指标（单位：件）\t数量\n出庭应诉率\t95', 'one of several units'],
    ['money in a table of cases', '指标（单位：件）\t罚款金额\n案件\t12', 'one of several units'],
    ['a row without label', '指标\t数量\n受理数\t12\n\t15', 'a row has no label'],
  ])('of %s is left unread and said so', async (_, table, reason) => {
    const { figures, warnings } = await figuresOf(textWith('行政执法情况', table))

    expect(figures.filter((figure) => !figure.endsWith('受理数数量 12'))).toEqual([])
    expect(warnings).toEqual([expect.stringContaining(reason)])
  })

  it('leaves out rows that number the columns, and columns of what is no count', async () => {
    const rows = [
      ['单位', '受理数（件）', '办结数（件）', '办公电话'],
      ['甲', '1', '2', '3'],
      ['甲乡', '12', '10', '65321'],
    ]
    expect(await figuresIn(RENDERINGS.html!('', rows))).toEqual(['甲乡受理数 12件', '甲乡办结数 10件'])
  })

  it('takes the unit column of its own set of columns, and plans for targets', async () => {
    const rows = [
      ['指标', '单位', '计划数', '完成数', '指标', '单位', '完成数'],
      ['案件', '件', '40', '44', '培训', '人次', '260'],
      ['宣传', '场', '10', '12', '罚款', '万元', '1.5'],
    ]
    expect(await figuresIn(RENDERINGS.html!('', rows))).toEqual([
      '案件计划数 40件 target',
      '案件完成数 44件',
      '培训完成数 260人次',
      '宣传计划数 10场 target',
      '宣传完成数 12场',
      '罚款完成数 15000元',
    ])
  })

  it('without header leaves out what is no count', async () => {
    const rows = '受理\t12件\n联系电话\t65321\n年份\t2023'
    expect(await figuresIn(textWith('办理情况', rows))).toEqual(['受理 12件'])
  })

  it('gives the row as the sentence of a figure', async () => {
    const rows = [
      ['指标', '数量'],
      ['受理数', '12件'],
    ]
    const { indicators, text } = await parseDocument(RENDERINGS.docx!('', rows))

    expect(indicators.map(({ raw, sentence }) => [raw, text.slice(sentence.start, sentence.end)])).toEqual([
      ['12件', '受理数\t12件'],
    ])
  })

  it('takes the group of a subtotal for the part', async () => {
    const table = `<table><tr><td>类别</td><td>程序</td><td>立案（件）</td></tr>
      <tr><td rowspan="2">市场监管</td><td>一般程序</td><td>30</td></tr><tr><td>小计</td><td>42</td></tr>
      <tr><td colspan="2">合计</td><td>47</td></tr></table>`
    expect(await figuresIn(htmlWith('', table))).toEqual([
      '市场监管一般程序立案 30件 of 市场监管一般程序',
      '市场监管立案 42件 of 市场监管',
      '立案 47件',
    ])
  })

  it('with words in its cells, each read on its own', async () => {
    const table = `<table><tr><td>工作</td><td>完成情况</td></tr>
      <tr><td>行政复议</td><td>全年共受理12件，办结10件，按时办结率达100%</td></tr>
      <tr><td>检查</td><td>3次</td></tr></table>`
    expect(await figuresIn(htmlWith('', table))).toEqual([
      '行政复议受理 12件',
      '行政复议办结 10件',
      '按时办结率 100%',
      '检查完成情况 3次',
    ])
  })
  it('gives the words of its cells the part, the year and the goal of their row and column', async () => {
    const rows = [
      ['单位', '年度目标', '2022年', '2023年'],
      ['合计', '受理行政复议15件', '受理行政复议12件', '受理行政复议14件'],
      ['甲局', '受理行政复议6件', '受理行政复议5件', '受理行政复议7件'],
    ]
    const { indicators } = await parseDocument(RENDERINGS.html!('', rows))

    expect(indicators.map(({ raw, role, scope }) => [raw, role, scope])).toEqual([
      ['15件', 'target', null],
      ['12件', 'baseline', null],
      ['14件', 'level', null],
      ['6件', 'target', '甲局'],
      ['5件', 'baseline', '甲局'],
      ['7件', 'level', '甲局'],
    ])
  })

  it('reads a cell of words once that spans rows under one label and columns under one head', async () => {
    const table = `<table><tr><td>工作</td><td colspan="2">完成情况</td></tr>
      <tr><td colspan="3">一、全年受理行政复议12件</td></tr><tr><td>检查</td><td colspan="2">3次</td></tr>
      <tr><td rowspan="2">普法</td><td colspan="2" rowspan="2">举办活动5场</td></tr><tr></tr></table>`
    expect(await figuresOf(htmlWith('', table))).toEqual({
      figures: [expect.stringMatching(/12件$/), '普法完成情况 5场'],
      warnings: [expect.stringContaining('a number stands in merged cells')],
    })
  })

  it.each([
    [
      'two rows with a header',
      '<tr><td>工作</td><td>情况</td></tr><tr><td>复议</td><td rowspan="2">共受理12件</td></tr><tr><td>检查</td></tr>',
    ],
    ['two rows without header', '<tr><td>受理</td><td rowspan="2">12件</td></tr><tr><td>立案</td></tr>'],
    [
      'two years',
      '<tr><td>工作</td><td>2022年</td><td>2023年</td></tr><tr><td>复议</td><td colspan="2">共受理12件</td></tr>',
    ],
  ])('leaves a figure unread that stands under the words of %s', async (_, rows) => {
    expect(await figuresOf(htmlWith('', `<table>${rows}</table>`))).toEqual({
      figures: [],
      warnings: ['Numbers of a table are left unread: a number stands in merged cells.'],
    })
  })
})
