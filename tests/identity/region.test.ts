import { describe, expect, it } from 'vitest'
import { NO_FACTS, type PageFacts } from '../../shared/formats/canonical.ts'
import { readFacts } from '../../shared/parse/read-facts.ts'

const regionOf = (text: string, facts = NO_FACTS) =>
  readFacts({ text, format: 'text', charset: 'utf-8', facts, tables: [], warnings: [], isMostlyUnread: false }).region

const report = (name: string, ...sentences: string[]) =>
  `${name}2022年法治政府建设年度报告\n2022年,法治政府建设有序推进。\n一、主要工作\n${sentences.join('\n')}\n`

describe('the region of a report', () => {
  it('gives every unit down to the township, and the code of the county', () => {
    expect(regionOf(report('贤庠镇'))).toEqual({
      province: '浙江省',
      prefecture: '宁波市',
      county: '象山县',
      township: '贤庠镇',
      code: '330225',
    })
  })

  it.each([
    [
      'a municipality has no prefecture',
      '上海市徐汇区',
      { province: '上海市', prefecture: null, county: '徐汇区', code: '310104' },
    ],
    [
      'a county-level unit under a province',
      '仙桃市',
      { province: '湖北省', prefecture: null, county: '仙桃市', code: '429004' },
    ],
    [
      'a prefecture without counties',
      '东莞市',
      { province: '广东省', prefecture: '东莞市', county: null, code: '441900' },
    ],
    ['its township', '东莞市虎门镇', { prefecture: '东莞市', county: null, township: '虎门镇', code: '441900' }],
    ['a former name', '重庆市荣昌县', { county: '荣昌区', code: '500153' }],
    ['a short name', '恭城县', { county: '恭城瑶族自治县', code: '450332' }],
    ['the district of a branch', '岳阳市公安局云溪分局', { county: '云溪区', code: '430603' }],
  ])('%s: %s', (_, name, region) => {
    expect(regionOf(report(name))).toMatchObject(region)
  })

  it.each([
    ['a name that many places bear', report('城关镇')],
    [
      'a name that two bear, with both parents named',
      report('鼓楼区', '学习《南京市优化营商环境办法》《福州市物业管理若干规定》。'),
    ],
    [
      'a township known by a converted name only',
      report('軍埠鎮', '全鎮開展法治宣傳,調解糾紛,規範執法,維護社會穩定。'),
    ],
    ['a township whose publisher is another county’s', `来源:象山县司法局\n${report('军埠镇')}`],
    ['a township of a city that speaks of its 县委', report('军埠镇', '在县委、县政府领导下开展工作。')],
    [
      'a place that no list holds, whatever counties the text names',
      report('云梦泽区', '赴安吉县学习,长兴县经验值得借鉴,长兴县好。'),
    ],
    ['an office without a code', report('某经济技术开发区管理委员会')],
    ['a ministry', report('交通运输部', '《浙江省公路条例》施行。')],
  ])('is not guessed for %s', (_, text) => {
    expect(regionOf(text).code).toBeNull()
  })

  it.each<[string, string, string, PageFacts?]>([
    ['a parent in a document’s name', report('鼓楼区', '印发《福州市鼓楼区法治建设规划》。'), '350102'],
    ['the site’s name', report('鼓楼区'), '320106', { ...NO_FACTS, siteName: '南京市鼓楼区人民政府' }],
    ['the site’s code', report('鼓楼区'), '410204', { ...NO_FACTS, siteCode: '4102040001' }],
    [
      'its documents, if the text never names it',
      '2022年,我县推进法治政府建设。现将情况报告如下:\n一、主要工作\n印发《浮梁县法治建设规划》。\n',
      '360222',
    ],
  ])('is settled by %s', (_, text, code, facts = NO_FACTS) => {
    expect(regionOf(text, facts).code).toBe(code)
  })
})
