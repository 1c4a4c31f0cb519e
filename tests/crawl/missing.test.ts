import { describe, expect, it } from 'vitest'
import { portalOf } from './crawl.ts'
import { articlePage, listPage, rows } from './simulator/pages.ts'
import type { Reply } from './simulator/site.ts'
import { useSite } from './use-site.ts'

const { site, startCrawl } = useSite()
const CODE = '440114'
const title = (year: number) => `广州市花都区人民政府${year}年法治政府建设年度报告`
const article = (year: number, path = `/fzzf/${year}.html`) => ({ path, title: title(year), date: `${year + 1}-03-10` })

/** A portal with reports of 2021 and 2022, of which the second is what the test makes of it. */
async function portalWith(second: { path?: string } = {}, list = '') {
  const articles = [article(2021), article(2022, second.path)]
  site().page(articles[0]!.path, articlePage({ title: title(2021), publishedOn: '2022-03-10' }))
  site().page('/list.html', listPage(`<ul>${rows(articles)}</ul>${list}`))
  const portal = portalOf({
    hosts: [site().host],
    lists: [`${site().origin}/list.html`],
    regionCode: CODE,
    fromYear: 2020,
  })
  const crawl = await startCrawl()
  const states = async () =>
    Object.fromEntries((await crawl.yearsOf(CODE)).map(({ year, state }) => [year, state])) as Record<number, string>
  return { ...crawl, portal, states }
}

describe('a portal with one report, and a row for another', () => {
  it.each([
    ['answers 404', { status: 404 }, 'listed_unread'],
    ['answers 500', { status: 500 }, 'listed_unread'],
    ['says in a page that it is gone', { body: '<p>您访问的页面不存在</p>' }, 'listed_unread'],
    [
      'unpacks to more than a page may have',
      { body: 'x'.repeat(100), headers: { 'content-encoding': 'br' } },
      'listed_unread',
    ],
    ['answers 412', { status: 412 }, 'blocked'],
  ] as [string, Reply, string][])('whose page %s, does not lack it', async (_, reply, state) => {
    const { crawl, portal, states } = await portalWith()
    site().answer('/fzzf/2022.html', () => reply)
    await crawl(portal)
    expect(await states()).toMatchObject({ 2020: 'missing', 2021: 'on_time', 2022: state })
    await crawl(portal)
    expect(await states()).toMatchObject({ 2022: state })
  })

  it('on a host that is not listed, does not lack it', async () => {
    const { crawl, portal, states } = await portalWith({ path: 'http://www.elsewhere.example/2022.html' })
    const { pages } = await crawl(portal)
    expect(await states()).toMatchObject({ 2020: 'missing', 2022: 'listed_unread' })
    expect(pages).toContainEqual(
      expect.objectContaining({ state: 'off_host', url: 'http://www.elsewhere.example/2022.html' }),
    )
  })

  it('is judged only when every page was visited', async () => {
    const { walk, visitAll, portal, states } = await portalWith()
    site().page('/fzzf/2022.html', articlePage({ title: title(2022), publishedOn: '2023-03-10' }))
    await walk(portal)
    expect(await states()).toMatchObject({ 2020: 'not_yet_searched', 2022: 'not_yet_searched' })
    await visitAll()
    expect(await states()).toMatchObject({ 2020: 'missing', 2022: 'on_time' })
  })

  it('keeps what a visit found when a walk that began before it ends', async () => {
    const { walk, visitAll, portal, states } = await portalWith()
    site().page('/fzzf/2022.html', articlePage({ title: title(2022), publishedOn: '2023-03-10' }))
    await walk(portal)
    let visits: Promise<unknown> = Promise.resolve()
    site().answer('/list.html', () => {
      visits = visitAll()
      return { body: listPage('<p>暂无信息</p>') }
    })
    await walk(portal)
    await visits
    await visitAll()
    expect(await states()).toMatchObject({ 2021: 'on_time', 2022: 'on_time', 2020: 'not_searched_whole' })
  })

  it('is searched again until the row is read', async () => {
    const { crawl, portal, states } = await portalWith()
    await crawl(portal)
    expect(await states()).toMatchObject({ 2022: 'listed_unread' })
    site().page('/fzzf/2022.html', articlePage({ title: title(2022), publishedOn: '2023-03-10' }))
    await crawl(portal)
    expect(await states()).toMatchObject({ 2022: 'on_time' })
  })

  it('is not searched whole if the entry allows fewer pages than it has', async () => {
    const { crawl, portal, states } = await portalWith({}, '<a href="/list2.html">下一页</a>')
    await crawl({ ...portal, maxPages: 1 })
    expect(await states()).toMatchObject({ 2020: 'not_searched_whole' })
  })
})

describe('a government with two portals', () => {
  it('lacks a report only if both say so', async () => {
    const { crawl, portal, states } = await portalWith()
    site().page('/other.html', listPage(`<ul>${rows([article(2021)])}</ul><a href="javascript:go(2)">下一页</a>`))
    const other = { ...portal, id: 'other', lists: [{ ...portal.lists[0]!, url: `${site().origin}/other.html` }] }
    await crawl(other)
    await crawl(portal)
    expect(await states()).toMatchObject({ 2020: 'not_searched_whole' })
    site().page('/other.html', listPage(`<ul>${rows([article(2021)])}</ul>`))
    await crawl(other)
    expect(await states()).toMatchObject({ 2020: 'missing' })
  })
})

describe('a host that does not answer', () => {
  it.each([
    ['is not there', 'http://127.0.0.1:1'],
    ['has no such name', 'http://no-such-name.invalid'],
  ])('makes its years unreachable, not forbidden by robots.txt: it %s', async (_, origin) => {
    const { crawl, portal, states } = await portalWith()
    const list = { ...portal.lists[0]!, url: `${origin}/list.html` }
    const { lists } = await crawl({ ...portal, lists: [list], hosts: [new URL(origin).host] })
    expect(lists[0]).toMatchObject({ listState: 'unreachable', reason: expect.stringMatching(/^unreachable: /) })
    expect(await states()).toMatchObject({ 2020: 'unreachable' })
  })
})
