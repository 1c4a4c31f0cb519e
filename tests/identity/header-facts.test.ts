import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_FACTS } from '../../shared/formats/canonical.ts'
import { readFacts } from '../../shared/parse/read-facts.ts'

const TITLE = '石泉县水利局2022年法治政府建设年度报告'
const BODY = '2022年,我局依法治水。现将情况报告如下:\n一、主要工作\n检查12次。\n二、存在问题\n人少。\n'

const read = (text: string, facts = NO_FACTS) =>
  readFacts({ text, format: 'text', charset: 'utf-8', facts, tables: [], warnings: [], isMostlyUnread: false })
const headed = (...header: string[]) => read([...header, TITLE, BODY].join('\n'))

describe('the facts above a text', () => {
  it.each([
    ['发布时间:2023-01-05 09:10 来源:县水利局', { publishedOn: '2023-01-05', source: '县水利局' }],
    ['来源:县水利局    发布日期:2023年1月5日    浏览次数:12', { publishedOn: '2023-01-05', source: '县水利局' }],
    ['时间:2023/1/5 信息来源: 石泉县水利局', { publishedOn: '2023-01-05', source: '石泉县水利局' }],
    ['日期:2023.01.05 点击:1', { publishedOn: '2023-01-05' }],
    ['更新时间:2023-01-05', { publishedOn: '2023-01-05' }],
    ['2023-01-05 15:20', { publishedOn: '2023-01-05' }],
    ['2023年1月5日 15:20 来源:县水利局', { publishedOn: '2023-01-05' }],
    [
      '索 引 号: 01234567X/2023-00012 发文字号: 成文日期: 2022年12月30日',
      { indexNumber: '01234567X/2023-00012', documentDate: '2022-12-30', publishedOn: null },
    ],
    ['[ 发布机构 ] 石泉县水利局 [ 发布日期 ] 2023-01-05', { publishedOn: '2023-01-05', source: '石泉县水利局' }],
    ['索引号 | AB01-2023-1 | 发文机构 | 县水利局', { indexNumber: 'AB01-2023-1', source: '县水利局' }],
    ['发布日期\n2023-01-05', { publishedOn: '2023-01-05' }],
    ['石泉县人民政府门户网站 时间:2023-01-05', { publishedOn: '2023-01-05' }],
    ['今天是2023年1月5日 星期四', { publishedOn: null }],
    ['2023年1月5日 星期四 多云', { publishedOn: null }],
    ['发布时间:2023-01', { publishedOn: null }],
    ['发布日期:2023-13-45', { publishedOn: null }],
    ['办理时间:2023-01-05至2023-02-05', { publishedOn: null }],
  ])('%s', (line, facts) => {
    expect(headed(line)).toMatchObject({ title: TITLE, ...facts })
  })

  it('have no title where the page gives none', () => {
    expect(read(BODY)).toMatchObject({ title: null, year: 2022 })
  })

  it.each(['區(qū)', '區( qū )', '區（qū）', '區(qu\u0304)', '區'])(
    'are read past the pinyin that a mirror adds: %s',
    (district) => {
      const title = `汕頭市龍湖${district}教育局2022年法治政府建設年度報告`
      expect(read(`${title}\n來源:汕頭市龍湖${district}教育局\n${BODY}`)).toMatchObject({
        title: '汕頭市龍湖區教育局2022年法治政府建設年度報告',
        source: '汕头市龙湖区教育局',
        issuer: '汕头市龙湖区教育局',
        region: { code: '440507' },
      })
    },
  )

  it('takes the date under the signature for the document’s own', () => {
    expect(read(`${TITLE}\n${BODY}石泉县水利局\n2023年1月10日\n`)).toMatchObject({
      documentDate: '2023-01-10',
      publishedOn: null,
    })
    expect(read(`${TITLE}\n${BODY}石泉县水利局\n二〇二三年一月十日\n`).documentDate).toBe('2023-01-10')
  })

  it('puts the page’s own metadata first', () => {
    const facts = { ...NO_FACTS, title: `${TITLE}_石泉县人民政府门户网站`, publishedOn: '2023-02-01' }
    expect(read(`发布时间:2023-01-05\n${BODY}`, facts)).toMatchObject({ title: TITLE, publishedOn: '2023-02-01' })
  })

  it.each([
    ['2023-03-31', true],
    ['2023-04-01', true],
    ['2023-04-02', false],
  ])('published %s is in time: %s', (day, inTime) => {
    expect(headed(`发布时间:${day}`).completeness.publishedByApril1).toBe(inTime)
  })

  it('stay the same with any menus and tools around them', () => {
    const noise = fc.constantFrom(
      '首页 > 政务公开 > 法治政府建设',
      '网站支持IPv6',
      '无障碍阅读',
      '今天是2024年5月1日 星期三',
      '微信公众号 | 微博 | 客户端',
      '【打印】【关闭】',
      '您当前所在位置:首页',
    )
    const header = ['发布时间:2023-01-05 来源:县水利局', TITLE]
    const plain = read([...header, BODY].join('\n'))
    fc.assert(
      fc.property(fc.array(noise), fc.array(noise), fc.array(noise), (before, between, after) => {
        const noisy = read([...before, header[0], ...between, header[1], BODY, ...after].join('\n'))
        // Menus behind the text that no rule knows for a footer stand in its last part.
        const { sections: _, bodyHash: _hash, ...facts } = noisy
        const { sections, bodyHash, ...wanted } = plain
        expect(facts).toEqual(wanted)
        expect(noisy.sections.map(({ role }) => role)).toEqual(sections.map(({ role }) => role))
      }),
    )
  })
})
