import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf } from '../../shared/structure/body.ts'
import { readOpening } from '../../shared/structure/opening.ts'
import { readOutline } from '../../shared/structure/outline.ts'
import { fold } from '../../shared/text/fold.ts'

const YEAR = 2022
const LEAD = '2022年,我局推进法治政府建设。现将工作情况报告如下:\n'

function outline(text: string) {
  const folded = fold(text)
  const body = bodyOf(folded, readOpening(folded).bodyStart)
  return readOutline(folded, text, body, YEAR)
}

/** Each part as `level role beginning`, deeper ones indented, like a table of contents. */
const contents = (text: string) =>
  outline(text).map(({ level, role, start }) => `${'  '.repeat(level - 1)}${role}: ${text.slice(start, start + 4)}`)

describe('the outline of a report', () => {
  it('follows 一、 (一) 1. and run-in 一是 inwards', () => {
    const text = `${LEAD}一、主要举措\n(一)加强领导。开会。\n1.学习。学。一是读。二是写。\n(二)规范执法。查。\n二、存在问题\n人少。\n`
    expect(contents(text)).toEqual([
      'preamble: 2022',
      'achievements: 一、主要',
      '  achievements: (一)加',
      '    achievements: 1.学习',
      '      achievements: 一是读。',
      '      achievements: 二是写。',
      '  achievements: (二)规',
      'problems: 二、存在',
    ])
  })

  it('finds headings that a conversion put on one line, and keeps numbers in the text out', () => {
    const text = `${LEAD.trim()} 一、主要做法 (一)学习全会精神。党的十九届一、二中全会召开。坚持“一、二、三”工作法。 二、存在问题 人员少。 三、下步打算 多学习。`
    expect(contents(text)).toEqual([
      'preamble: 2022',
      'achievements: 一、主要',
      '  achievements: (一)学',
      'problems: 二、存在',
      'plans: 三、下步',
    ])
  })

  it('tells parts by headings without numbers if the report has no others', () => {
    const text = `${LEAD}主要做法及成效\n学习。\n存在的主要问题\n人少。\n下一步工作打算\n培训。\n`
    expect(contents(text)).toEqual([
      'preamble: 2022',
      'achievements: 主要做法',
      'problems: 存在的主',
      'plans: 下一步工',
    ])
  })

  it('takes a plan under its own line, whose numbers start again, as a part', () => {
    const text = `${LEAD}一、加强领导\n开会。\n二、存在问题\n人少。\n2023年工作计划\n一、加强学习\n学。\n二、加强执法\n查。\n`
    expect(contents(text)).toEqual([
      'preamble: 2022',
      'achievements: 一、加强',
      'problems: 二、存在',
      'plans: 2023',
      '  plans: 一、加强',
      '  plans: 二、加强',
    ])
  })

  it('takes what is named after the next year as a plan', () => {
    const text = `${LEAD}一、2022年重点工作\n好。\n二、2023年重点工作\n多学。\n三、2023年推进法治建设的措施\n多练。\n`
    expect(contents(text)).toEqual(['preamble: 2022', 'achievements: 一、20', 'plans: 二、20', 'plans: 三、20'])
  })

  it('keeps a second count inside the part that holds it', () => {
    const text = `${LEAD}一、主要工作\n好。\n二、存在的问题\n一、人员不足。\n二、经费不够。\n三、下一步打算\n学。\n`
    expect(contents(text)).toEqual([
      'preamble: 2022',
      'achievements: 一、主要',
      'problems: 二、存在',
      '  problems: 一、人员',
      '  problems: 二、经费',
      'plans: 三、下一',
    ])
  })

  it('begins a part at its own paragraph if no heading names it', () => {
    const text = `${LEAD}一、健全机制\n开会。\n二、规范执法\n检查。\n虽然有成绩,但仍存在一些薄弱环节:力量不足。\n下一步,我局将继续加强培训。\n`
    expect(contents(text).slice(-2)).toEqual(['problems: 虽然有成', 'plans: 下一步,'])
  })

  it('knows parts by unusual headings', () => {
    const text = `${LEAD}一、工作亮点\n亮。\n二、党政主要负责人履行推进法治建设第一责任人职责情况\n好。\n三、短板弱项\n短。\n四、努力方向\n远。\n五、其他需要报告的事项\n无。\n`
    expect(contents(text).map((part) => part.split(':')[0])).toEqual([
      'preamble',
      'achievements',
      'responsibility',
      'problems',
      'plans',
      'other',
    ])
  })

  it('leaves the page around the text out', () => {
    const page = `首页 > 政务公开 > 法治政府建设\n沙洲县水利局2022年法治政府建设年度报告\n发布时间:2023-01-05 来源:县水利局\n${LEAD}一、主要工作\n好。\n附件下载:\n【打印】【关闭】\n主办:沙洲县人民政府 ICP备00000000号\n`
    const parts = outline(page)

    expect(page.slice(parts[0]!.start, parts[0]!.start + 8)).toBe('2022年,我局')
    expect(page.slice(0, parts.at(-1)!.end)).toMatch(/好。$/)
  })
})

describe('for any text', () => {
  const piece = fc.constantFrom(
    '一、',
    '二、',
    '(一)',
    '1.',
    '一是',
    '二是',
    '\n',
    '。',
    ' ',
    '存在问题',
    '下一步',
    '学习',
    '第一部分',
    '如下:',
    '①',
  )
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  )

  it('parts of level 1 cover it without gap or overlap, and deeper ones lie within', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text)
        const body = bodyOf(folded, readOpening(folded).bodyStart)

        const sections = readOutline(folded, text, body, YEAR)

        const tops = sections.filter(({ level }) => level === 1)
        expect([tops[0]?.start, ...tops.map(({ end }) => end)]).toEqual([...tops.map(({ start }) => start), body.end])
        expect(tops[0]?.start).toBe(body.start)
        for (const { start, end } of sections)
          expect(tops.some((top) => top.start <= start && end <= top.end)).toBe(true)
      }),
    )
  })
})
