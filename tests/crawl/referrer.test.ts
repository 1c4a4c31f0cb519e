import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { referrerOf } from '../../shared/crawl/fetch/referrer.ts'
import { portalOf } from './crawl.ts'
import { articlePage, articlesOf, listPage, reportBody, rows } from './simulator/pages.ts'
import type { Reply } from './simulator/site.ts'
import { useSite } from './use-site.ts'

const { site, startCrawl } = useSite()
const LIST = '/fzzf/index.html'
const FORBIDDEN: Reply = { status: 403, body: '禁止盗链' }

describe('the referrer of a request', () => {
  it.each([
    ['its page, on the same origin', 'https://a.gov.cn/l?c=7#x', 'https://a.gov.cn/1.html', 'https://a.gov.cn/l?c=7'],
    ['the origin of its page, elsewhere', 'https://a.gov.cn/l?c=7', 'https://b.gov.cn/', 'https://a.gov.cn/'],
    ['the origin of its page, on another port', 'http://a.gov.cn/l', 'http://a.gov.cn:8080/', 'http://a.gov.cn/'],
    ['the origin of its page, once secure', 'http://a.gov.cn/l', 'https://a.gov.cn/1.html', 'http://a.gov.cn/'],
    ['nothing, from https to http', 'https://a.gov.cn/l', 'http://a.gov.cn/1.html', null],
    ['no name and no password', 'https://u:p@a.gov.cn/l', 'https://a.gov.cn/1.html', 'https://a.gov.cn/l'],
    ['no long address', `https://a.gov.cn/${'l'.repeat(5000)}`, 'https://a.gov.cn/', 'https://a.gov.cn/'],
  ])('is %s', (_, page, target, referrer) => {
    expect(referrerOf(page, target)).toBe(referrer)
  })

  it('shows no other origin more than the own one', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.webUrl(), (page, target) => {
        const said = referrerOf(page, target)
        const isOwn = new URL(page).origin === new URL(target).origin
        if (said !== null && !isOwn) expect(said).toBe(`${new URL(page).origin}/`)
      }),
    )
  })
})

describe('a portal that answers only what its own pages ask for', () => {
  /** A list whose second page, article and attachment are given to visitors of the page before alone. */
  function guarded() {
    const articles = articlesOf('/fzzf', [2022, 2021])
    const only = (path: string, from: string, body: string | Uint8Array) =>
      site().answer(path, ({ headers }) => (headers.referer === site().origin + from ? { body } : FORBIDDEN))
    const [first, ...others] = articles
    const pager = '<a href="index_2.html">下一页</a>'
    site().page(LIST, listPage(`<ul>${rows([first!])}</ul>${pager}`))
    only('/fzzf/index_2.html', LIST, listPage(`<ul>${rows(others)}</ul>`))
    for (const { path, title } of articles) only(path, LIST, articlePage({ title }))
    const attached = '<a href="/f/1.docx">附件：年度报告.docx</a>'
    only(first!.path, LIST, articlePage({ title: first!.title, paragraphs: ['详见附件。'], after: attached }))
    only('/f/1.docx', first!.path, Buffer.from(reportBody(first!.title).join('\n')))
    return portalOf({ hosts: [site().host], lists: [site().origin + LIST] })
  }

  it('is read whole, when first seen and when seen again', async () => {
    const { crawl } = await startCrawl()
    const portal = guarded()
    const first = await crawl(portal)
    const again = await crawl(portal)
    expect(first.lists[0]).toMatchObject({ listState: 'ok', pages: 2 })
    expect(first.pages.map(({ state }) => state)).toEqual(['found', 'found'])
    expect(again.lists[0]).toMatchObject({ listState: 'ok', pages: 2 })
    expect(again.pages.map(({ state }) => state)).toEqual(['unchanged', 'unchanged'])
  })

  it('is told of no page by the first request, nor by that for robots.txt', async () => {
    const { walk } = await startCrawl()
    await walk(guarded())
    const told = site().log.map(({ path, headers }) => [path, headers.referer ?? null])
    expect(told).toEqual([
      ['/robots.txt', null],
      [LIST, null],
      ['/fzzf/index_2.html', site().origin + LIST],
    ])
  })
})
