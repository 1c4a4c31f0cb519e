import { describe, expect, it } from 'vitest'
import { ARTICLE, TITLE, useArticleSite } from './article-site.ts'
import { articlePage, listPage, rows } from './simulator/pages.ts'
import type { Reply } from './simulator/site.ts'

const { site, portalWith, show, visited } = useArticleSite()

describe('a page that is not shown', () => {
  const html = (body: string) => `<html><head><meta charset="utf-8"></head><body>${body}</body></html>`
  const links = Array.from({ length: 30 }, (_, n) => `<li><a href="/n/${n}.html">甲县新闻标题第${n}条的内容</a></li>`)
  const CASES: [string, Reply, string][] = [
    ['412', { status: 412, body: '<script>$_ts=1</script>' }, 'http_412'],
    ['521', { status: 521, body: '<script>document.cookie="__jsl=1"</script>' }, 'http_521'],
    ['403', { status: 403 }, 'http_403'],
    [
      'a firewall that answers with another error',
      { status: 405, body: html('<p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p>') },
      'http_403',
    ],
    [
      'a script that sets a cookie',
      { body: html('<script>document.cookie="k=1";location.reload()</script>') },
      'script_challenge',
    ],
    ['a stub', { body: html('<p>请稍候</p>') }, 'stub'],
    ['a list in its place', { body: html(`<ul>${links.join('')}</ul>`) }, 'index_page'],
    [
      'a list of reports in its place',
      { body: listPage(`<ul>${rows([1, 2, 3, 4].map((n) => ({ ...ARTICLE, path: `/${n}.html` })))}</ul>`) },
      'index_page',
    ],
    ['a cookie loop', { status: 302, headers: { location: ARTICLE.path, 'set-cookie': 'k=1' } }, 'cookie_loop'],
  ]

  it.each(CASES)('is recorded as blocked: %s', async (_, reply, code) => {
    site().answer(ARTICLE.path, () => reply)
    expect(await visited()).toMatchObject({
      state: 'blocked',
      documentId: null,
      reason: expect.stringMatching(`^${code}: `),
    })
  })

  it('is recorded as blocked if the home page is sent instead', async () => {
    site().page('/index.html', articlePage({ title: '甲县人民政府门户网站' }))
    site().answer(ARTICLE.path, () => ({ status: 302, headers: { location: '/index.html' } }))
    expect(await visited()).toMatchObject({ state: 'blocked', reason: expect.stringMatching(/^index_page/) })
  })

  it('is read if its address is that of a folder without the slash', async () => {
    const path = '/fzzf/202303/1001'
    site().answer(path, () => ({ status: 301, headers: { location: `${path}/` } }))
    site().page(`${path}/`, articlePage({ title: TITLE }))
    const { crawl, portal } = await portalWith([{ ...ARTICLE, path }])
    expect((await crawl(portal)).pages).toMatchObject([{ state: 'found', documentUrl: `${site().origin}${path}/` }])
  })

  it.each([
    ['404', { status: 404 }, 'not_found'],
    ['500', { status: 500 }, 'http_error'],
    ['a redirect into private space', { status: 302, headers: { location: 'http://10.1.2.3/' } }, 'address_refused'],
    [
      'a redirect to metadata',
      { status: 301, headers: { location: 'http://169.254.169.254/latest' } },
      'address_refused',
    ],
    ['a redirect to a mirror', { status: 301, headers: { location: 'http://www.mirror.example/' } }, 'address_refused'],
    ['an endless redirect', { status: 302, headers: { location: ARTICLE.path } }, 'bad_response'],
    [
      'a page that is no report',
      {
        body: articlePage({
          title: ARTICLE.title,
          paragraphs: ['近日，甲县召开春季运动会，共有12支队伍参加。'.repeat(20)],
        }),
      },
      'not_a_report',
    ],
    [
      'a page of something else in its place',
      { body: articlePage({ title: '春季运动会', paragraphs: ['运动会在体育场举行，共有12支队伍参加。'.repeat(20)] }) },
      'other_page',
    ],
    ['nothing', { body: '' }, 'bad_response'],
  ] as [string, Reply, string][])('is recorded as failed: %s', async (_, reply, code) => {
    site().answer(ARTICLE.path, () => reply)
    expect(await visited()).toMatchObject({
      state: 'failed',
      documentId: null,
      reason: expect.stringMatching(`^${code}: `),
    })
  })

  it('is none that its list had cut and that says in full that it is something else', async () => {
    const title = '甲县2022年法治政府建设工作要点'
    const inFull = [{ state: 'failed', reason: expect.stringContaining(title) }]
    site().page(ARTICLE.path, articlePage({ title, paragraphs: ['见附表。'] }))
    const unmarked = await portalWith([{ ...ARTICLE, title: title.slice(0, 13) }])
    expect((await unmarked.crawl(unmarked.portal)).pages).toMatchObject(inFull)
    const { crawl, portal } = await portalWith([{ ...ARTICLE, title: `${title.slice(0, 13)}…` }])
    expect((await crawl(portal)).pages).toMatchObject(inFull)
    site().page(ARTICLE.path, articlePage({ title: '甲县司法局', paragraphs: ['见附表。'] }))
    expect((await crawl(portal)).pages).toMatchObject([{ state: 'blocked', reason: expect.stringMatching(/^stub: /) }])
  })

  it('keeps what was found before it was blocked', async () => {
    show()
    const { crawl, portal } = await portalWith()
    const [found] = (await crawl(portal)).pages
    site().answer(ARTICLE.path, () => ({ status: 412 }))
    expect((await crawl(portal)).pages).toMatchObject([{ state: 'blocked', documentId: found!.documentId }])
    show()
    expect((await crawl(portal)).pages).toMatchObject([{ state: 'unchanged', reason: null }])
  })
})
