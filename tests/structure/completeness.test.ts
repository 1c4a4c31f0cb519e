import { describe, expect, it } from 'vitest'
import { bodyOf } from '../../shared/structure/body.ts'
import { completenessOf, isByApril1 } from '../../shared/structure/completeness.ts'
import { readOpening } from '../../shared/structure/opening.ts'
import { readOutline } from '../../shared/structure/outline.ts'
import { fold } from '../../shared/text/fold.ts'

function completeness(...parts: string[]) {
  const text = fold(`2022年,我县推进法治政府建设,现将情况报告如下:\n${parts.join('\n')}\n`)
  const sections = readOutline(text, text, bodyOf(text, readOpening(text).bodyStart), 2022)
  return completenessOf(text, sections, null)
}

describe('what the 2019 rules ask of a report', () => {
  it.each([
    ['县长主持召开常务会议,专题研究法治政府建设。', true],
    ['党政主要负责人切实履行推进法治建设第一责任人职责。', true],
    ['主要领导亲自部署重要工作。', true],
    ['形成主要领导负责抓、分管领导具体抓的格局。', true],
    ['成立由镇党委书记任组长的领导小组。', true],
    ['局党组书记、局长带头学法。', true],
    ['一把手带头讲法治课。', true],
    ['各单位主要负责人年终述法。', true],
    ['區長親自協調重點難點問題。', true],
    ['领导干部带头学法。', false],
    ['行政机关负责人出庭应诉率100%。', false],
    ['副县长主持召开协调会。', false],
    ['分管领导牵头整改。', false],
    ['县长热线办理群众诉求。', false],
  ])('responsibility in passing: %s %s', (sentence, told) => {
    expect(completeness('一、主要工作', sentence).responsibility).toBe(told)
  })

  it('takes no duty of the first responsible person from problems and plans', () => {
    const { responsibility } = completeness(
      '一、主要工作\n好。',
      '二、存在问题\n主要负责人履行第一责任人职责不够。',
      '三、下一步打算\n压实第一责任人职责。',
    )
    expect(responsibility).toBe(false)
  })

  it.each([
    ['但仍存在一些薄弱环节,需要改进。', { problems: true, plans: false }],
    ['工作中也存在执法力量不足等问题。', { problems: true, plans: false }],
    ['解决群众反映的突出问题12个。下一步,将继续加强培训。', { problems: false, plans: true }],
    ['协调解决工作中存在的问题,完善机制。', { problems: false, plans: false }],
    ['对案卷评查中存在的问题责令整改。', { problems: false, plans: false }],
    ['主要解决企业存在的困难。', { problems: false, plans: false }],
    ['还查找并整改存在的短板12项。', { problems: false, plans: false }],
    ['我们也清醒地看到工作中存在的问题和不足。', { problems: true, plans: false }],
    ['存在的主要问题:执法人员少。', { problems: true, plans: false }],
    ['一年来存在的不足主要是培训少。', { problems: true, plans: false }],
    ['开会3次。', { problems: false, plans: false }],
  ])('problems and plans in passing: %s', (sentence, told) => {
    expect(completeness('一、主要工作', `执法5次。${sentence}`, '二、规范执法\n好。')).toMatchObject(told)
  })

  it.each([
    ['2023-03-31', 2022, true],
    ['2023-04-01', 2022, true],
    ['2023-04-02', 2022, false],
    [null, 2022, null],
    ['2023-03-31', null, null],
  ])('published %s on %s: %s', (day, year, inTime) => {
    expect(isByApril1(day, year)).toBe(inTime)
  })
})
