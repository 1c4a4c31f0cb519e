import { describe, expect, it } from 'vitest'
import { idOf } from '../../shared/crawl/discover/entry.ts'
import { scoreLink } from '../../shared/crawl/discover/link-score.ts'
import { isOfSite, regionToName, siteName } from '../../shared/crawl/discover/site.ts'

const home = (title: string, metas: Record<string, string> = {}) => ({ title, metas: new Map(Object.entries(metas)) })

describe('what a home page says of its portal', () => {
  it.each([
    [home('广州市花都区人民政府门户网站'), '广州市花都区人民政府'],
    [home('首页 - 攸县人民政府网'), '攸县人民政府'],
    [home('欢迎访问广州市司法局官方网站'), '广州市司法局'],
    [home('首页', { sitename: '花都区政府' }), '花都区政府'],
    [home('', {}), null],
  ])('is a name: %j', (page, name) => {
    expect(siteName(page)).toBe(name)
  })

  it.each([
    ['left out where the name settles it', '广州市花都区人民政府', {}, undefined],
    ['null for a department', '广州市司法局', { siteidcode: '4401000001' }, null],
    ['the code of the page if the name may mean its place', '鼓楼区人民政府', { siteidcode: '3201060001' }, '320106'],
    [
      'left out where the code is of a place of another name',
      '鼓楼区人民政府',
      { siteidcode: '4401140001' },
      undefined,
    ],
  ])('is a region: %s', (_, name, metas, code) => {
    expect(regionToName(name, home('', metas as Record<string, string>))).toBe(code)
  })

  it.each([
    ['www.huadu.gov.cn', 'huadu'],
    ['sfj.gz.gov.cn:8080', 'sfj-gz-8080'],
    ['www.example.com', 'example-com'],
    [`${'a'.repeat(60)}.gov.cn`, 'a'.repeat(40)],
  ])('is an ID: %s', (host, id) => {
    expect(idOf(host)).toBe(id)
  })
})

describe('a link', () => {
  const score = (words: string, path = '/c/1/') => scoreLink(words, new URL(path, 'http://www.a.gov.cn'))

  it('promises the more, the nearer its words are to the column of the reports', () => {
    const words = [
      '法治政府建设年度报告',
      '法治政府建设',
      '依法治县',
      '法定主动公开内容',
      '政府信息公开',
      '政务公开',
      '通知公告',
    ]
    const scores = words.map((one) => score(one))
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(new Set(scores).size).toBe(scores.length)
  })

  it.each(['政府信息公开年报', '信息公开指南', '依申请公开', '县长出席2024年春季法治工作会议并讲话'])(
    'promises nothing: %s',
    (words) => {
      expect(score(words)).toBe(0)
    },
  )

  it('promises something by its path', () => {
    expect(score('专栏一', '/fzzfjs/')).toBeGreaterThan(score('法治宣传'))
  })

  it.each([
    ['www.a.gov.cn', 'a.gov.cn', true],
    ['xxgk.a.gov.cn', 'www.a.gov.cn', true],
    ['www.b.gov.cn', 'www.a.gov.cn', false],
    ['evil-a.gov.cn', 'a.gov.cn', false],
    ['10.0.0.1', '0.0.0.1', false],
  ])('to %s is of the site %s: %s', (host, site, expected) => {
    expect(isOfSite(host, site)).toBe(expected)
  })
})
