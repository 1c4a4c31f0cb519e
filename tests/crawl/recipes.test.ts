import { describe, expect, it } from 'vitest'
import type { PortalList } from '../../shared/crawl/portal.ts'
import { readPortals } from '../../shared/crawl/portals.ts'
import { portalOf } from './crawl.ts'
import { articlePage } from './simulator/pages.ts'
import { useSite } from './use-site.ts'

const { site, startCrawl } = useSite()
const YEARS = [2022, 2021, 2020]
const title = (year: number) => `甲县${year}年法治政府建设年度报告`
const page = (place: number) => YEARS.slice((place - 1) * 2, place * 2)

async function walked(recipe: Record<string, unknown>, url = '/list.html') {
  const list = { url: `${site().origin}${url}`, recipe }
  const [read] = readPortals(JSON.stringify({ portals: [{ id: 't', name: '甲县', hosts: [], lists: [list] }] })).portals
  const portal = { ...portalOf({ hosts: [site().host], lists: [list.url] }), lists: read!.lists as PortalList[] }
  const crawl = await startCrawl()
  for (const year of YEARS) site().page(`/info?id=${year}`, articlePage({ title: title(year) }))
  const first = await crawl.crawl(portal)
  return { ...first, again: () => crawl.crawl(portal) }
}

describe('a list with a recipe', () => {
  const rows = (years: readonly number[]) =>
    `<section>${years.map((year) => `<article data-no="${year}"><h4>${title(year)}</h4><time>${year + 1}/3/10</time></article>`).join('')}</section>`
  const HTML = { rows: 'section > article', title: 'h4', link: '/info?id={@data-no}', date: 'time' }

  it('is read by its selectors, page by page, and by conditional requests the second time', async () => {
    for (const place of [1, 2, 3]) site().page(`/list.html?no=${place}`, `<b>新</b>${rows(page(place))}`)
    const { lists, pages, again } = await walked({ ...HTML, url: `${site().origin}/list.html?no={page}` })
    expect(lists).toMatchObject([{ system: 'recipe', listState: 'ok', pages: 3, items: 3, candidates: 3 }])
    expect(pages.map(({ year, state }) => [year, state]).sort()).toEqual(
      [...YEARS].sort().map((year) => [year, 'found']),
    )
    const asked = site().log.length
    await again()
    expect(
      site()
        .log.slice(asked)
        .every(({ status }) => status === 304),
    ).toBe(true)
  })

  it('is read from JSON that is posted for', async () => {
    site().answer('/api', async (request) => {
      let body = ''
      for await (const chunk of request) body += chunk
      const records = page(Number(JSON.parse(body).p) + 1).map((year) => ({ wz: { bt: title(year), id: year } }))
      return { body: JSON.stringify({ d: { n: YEARS.length, l: records } }), headers: { etag: '' } }
    })
    const { lists } = await walked({
      format: 'json',
      url: `${site().origin}/api`,
      method: 'POST',
      type: 'application/json',
      body: '{"p":{page}}',
      firstPage: 0,
      rows: 'd.l',
      title: 'wz.bt',
      link: '/info?id={wz.id}',
      total: 'd.n',
    })
    expect(lists).toMatchObject([{ listState: 'ok', items: 3, declared: 3, pages: 2 }])
  })

  it('ends with 404 if it says so, and only then', async () => {
    for (const place of [1, 2]) site().page(`/l_${place}.html`, rows(page(place)))
    const recipe = { ...HTML, url: `${site().origin}/l_{page}.html` }
    expect((await walked({ ...recipe, ends: 'not_found' })).lists).toMatchObject([{ listState: 'ok', items: 3 }])
    expect((await walked(recipe)).lists).toMatchObject([{ listState: 'count_mismatch' }])
  })

  it('is not read whole if its count is not met, or not there', async () => {
    site().page('/list.html', `<i class="n">共9条</i>${rows(page(1))}`)
    expect((await walked({ ...HTML, total: '.n' })).lists).toMatchObject([{ listState: 'count_mismatch' }])
    expect((await walked({ ...HTML, total: '.m' })).lists).toMatchObject([{ listState: 'pager_unknown' }])
  })

  it('asks for no address that is not allowed', async () => {
    const { lists } = await walked({ ...HTML, url: 'http://169.254.169.254/latest/{page}' })
    expect(lists).toMatchObject([{ listState: 'unreachable', reason: expect.stringMatching(/^address_refused/) }])
    expect(
      site()
        .asked()
        .filter((path) => path.includes('latest')),
    ).toEqual([])
  })

  it.each([
    ['a selector that is none', { ...HTML, rows: 'ul >> [' }],
    ['a selector in the link that is none', { ...HTML, link: '/a/{b[}.html' }],
    ['a body without POST', { ...HTML, body: 'a=1' }],
    ['POST without a body', { ...HTML, method: 'POST' }],
    ['no rows', { title: 'a', link: 'a@href' }],
    ['a name that is unknown', { ...HTML, row: 'li' }],
  ])('is refused with its place in the file: %s', (_, recipe) => {
    const file = { portals: [{ id: 't', name: '甲县', hosts: [], lists: [{ url: 'https://www.a.gov.cn/', recipe }] }] }
    expect(() => readPortals(JSON.stringify(file))).toThrow(/portals\.0\.lists\.0\.recipe/)
  })
})
