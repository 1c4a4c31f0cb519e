import { describe, expect, it } from 'vitest'
import { portalOf } from './crawl.ts'
import { type Article, articlePage, articlesOf, listPage, rows } from './simulator/pages.ts'
import { genericList, gkmlptList, hanwebList, trsList, vsbList } from './simulator/systems.ts'
import { useSite } from './use-site.ts'

const { site, startCrawl } = useSite()

const YEARS = [2022, 2021, 2020, 2019]
const ARTICLES = articlesOf('/fzzf', YEARS)

function publish(articles: readonly Article[] = ARTICLES): void {
  for (const { path, title, date } of articles) site().page(path, articlePage({ title, publishedOn: date }))
}

const SYSTEMS: [string, string, () => string][] = [
  ['TRS that counts from 0', 'trs', () => trsList(site(), '/fzzf', ARTICLES)],
  ['TRS that counts from 1', 'trs', () => trsList(site(), '/fzzf', ARTICLES, { second: 2, call: 'createPage' })],
  ['Hanweb with embedded records', 'hanweb', () => hanwebList(site(), 77, ARTICLES)],
  ['Hanweb without', 'hanweb', () => hanwebList(site(), 77, ARTICLES, 0)],
  ['Kaipu gkmlpt', 'gkmlpt', () => gkmlptList(site(), ARTICLES)],
  ['Visual SiteBuilder', 'vsb', () => vsbList(site(), 'fzzf', ARTICLES)],
  ['links to a next page', 'generic', () => genericList(site(), '/fzzf/list.html', ARTICLES)],
]

describe.each(SYSTEMS)('a list of %s', (_, system, makeList) => {
  it('gives every report once, recognised by itself, and only conditional requests the second time', async () => {
    publish()
    const list = makeList()
    const { crawl, dropped } = await startCrawl()
    const portal = portalOf({ hosts: [site().host], lists: [list] })

    const first = await crawl(portal)
    const asked = site().asked()
    const second = await crawl(portal)
    const again = site().log.slice(asked.length)

    expect(first.lists).toMatchObject([{ system, items: ARTICLES.length, candidates: YEARS.length, reason: null }])
    expect(first.pages.map(({ year }) => year).sort()).toEqual([...YEARS].sort())
    expect(first.pages.every(({ state }) => state === 'found')).toBe(true)
    expect(new Set(asked).size).toBe(asked.length)
    expect(second.pages.every(({ state }) => state === 'unchanged')).toBe(true)
    expect(again.filter(({ isConditional, status }) => !isConditional || status !== 304)).toEqual([])
    expect(dropped).toHaveLength(YEARS.length)
  })
})

describe('a list that is not what it seems', () => {
  const problemOf = async (list: string, maxPages = 20) => {
    const { walk } = await startCrawl()
    const [walked] = await walk(portalOf({ hosts: [site().host], lists: [list], maxPages }))
    return walked!.problem?.code ?? null
  }

  it('is reported if it gave rows yesterday and gives none today', async () => {
    const { walk } = await startCrawl()
    const portal = portalOf({ hosts: [site().host], lists: [`${site().origin}/list.html`] })
    site().page('/list.html', listPage(`<ul>${rows(ARTICLES)}</ul>`))
    expect((await walk(portal))[0]!.problem).toBeNull()
    for (const empty of ['<ul></ul>', '<p>暂无信息</p>']) {
      site().page('/list.html', listPage(empty))
      expect((await walk(portal))[0]!.problem?.code).toBe('went_empty')
    }
  })

  it('is reported if its reports are gone and other rows are left', async () => {
    const { walk } = await startCrawl()
    const portal = portalOf({ hosts: [site().host], lists: [`${site().origin}/list.html`] })
    site().page('/list.html', listPage(`<ul>${rows(ARTICLES)}</ul>`))
    await walk(portal)
    site().page(
      '/list.html',
      listPage(`<ul>${rows([{ path: '/1.html', title: '关于放假的通知', date: '2023-01-01' }])}</ul>`),
    )
    expect((await walk(portal))[0]!.problem?.code).toBe('went_empty')
  })

  it('is taken for empty if it says so', async () => {
    site().page('/list.html', listPage('<p>暂无信息</p>'))
    expect(await problemOf(`${site().origin}/list.html`)).toBeNull()
  })

  it('is reported if it repeats its first page under every number', async () => {
    for (const path of ['/list.html', '/list.html?page=2', '/list.html?page=3'])
      site().page(path, listPage(`<ul>${rows(ARTICLES)}</ul><a href="/list.html?page=2">下一页</a>`))
    expect(await problemOf(`${site().origin}/list.html`)).toBe('pager_repeats')
  })

  it('is reported if nobody knows its layout', async () => {
    site().page('/list.html', listPage('<div id="app"></div>'))
    expect(await problemOf(`${site().origin}/list.html`)).toBe('unknown_layout')
  })

  it('is reported if only its script can turn the page', async () => {
    site().page('/list.html', listPage(`<ul>${rows(ARTICLES)}</ul><a href="javascript:go(2)">下一页</a>`))
    expect(await problemOf(`${site().origin}/list.html`)).toBe('pager_unknown')
  })

  it.each([ARTICLES.length + 3, ARTICLES.length - 1])('is reported if it says it has %i items', async (count) => {
    expect(await problemOf(gkmlptList(site(), ARTICLES, { count }))).toBe('count_mismatch')
  })

  it('is reported if a page of its pager is missing', async () => {
    const list = trsList(site(), '/fzzf', ARTICLES)
    site().remove('/fzzf/index_2.html')
    expect(await problemOf(list)).toBe('count_mismatch')
  })

  it('says that it goes on if the entry allows no more pages', async () => {
    expect(await problemOf(trsList(site(), '/fzzf', ARTICLES), 2)).toBe('max_pages')
  })

  it.each([
    [412, 'http_412'],
    [521, 'http_521'],
    [403, 'http_403'],
    [500, 'http_error'],
    [404, 'not_found'],
  ])('is reported with status %i as %s', async (status, code) => {
    site().answer('/list.html', () => ({ status, body: '<script>document.cookie="a=1"</script>' }))
    expect(await problemOf(`${site().origin}/list.html`)).toBe(code)
  })

  it('leads to no other site', async () => {
    const elsewhere = {
      path: 'http://www.mirror.example/1.html',
      title: '甲县2022年法治政府建设年度报告',
      date: '2023-03-01',
    }
    site().page('/list.html', listPage(`<ul>${rows([...ARTICLES, elsewhere])}</ul>`))
    const { walk, queue } = await startCrawl()
    await walk(portalOf({ hosts: [site().host], lists: [`${site().origin}/list.html`] }))
    expect(queue.map(({ url }) => new URL(url).host)).toEqual(YEARS.map(() => site().host))
  })
})
