import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { documentIdOf } from '../../shared/report/document-id.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { encode } from '../formats/encode.ts'
import { portalOf, startCrawl } from './crawl.ts'
import { type Article, type ArticlePage, articlePage, listPage, reportBody, rows } from './simulator/pages.ts'
import { type Reply, type Site, startSite } from './simulator/site.ts'

let engines: Engines
let site: Site
beforeAll(async () => {
  engines = await startEngines()
})
afterAll(() => engines.stop())
beforeEach(async () => {
  site = await startSite()
  return () => site.close()
})

const TITLE = '甲县人民政府2022年法治政府建设年度报告'
const ARTICLE: Article = { path: '/fzzf/202303/t20230310_1001.html', title: TITLE, date: '2023-03-10' }

/** A list of one article, and what the crawl of it needs. */
async function portalWith(articles: readonly Article[] = [ARTICLE], entry = {}) {
  site.page('/fzzf/index.html', listPage(`<ul>${rows(articles)}</ul>`))
  const portal = portalOf({ hosts: [site.host], lists: [`${site.origin}/fzzf/index.html`], ...entry })
  return { portal, ...(await startCrawl(engines)) }
}

const show = (page: Partial<ArticlePage> = {}) =>
  site.page(ARTICLE.path, articlePage({ title: TITLE, publishedOn: '2023-03-12', ...page }))
const visited = async () => {
  const { crawl, portal } = await portalWith()
  return (await crawl(portal)).pages[0]!
}

describe('a page with a report', () => {
  it('is dropped as it came, with where, when and what it was', async () => {
    show()
    const { crawl, dropped, portal } = await portalWith()
    const before = new Date().toISOString()
    const { pages } = await crawl(portal)

    const [file] = dropped
    const served = Buffer.from(articlePage({ title: TITLE, publishedOn: '2023-03-12' }))
    const documentId = documentIdOf(served)
    expect(Buffer.from(file!.bytes).equals(served)).toBe(true)
    expect(file!.name).toBe(`test/${documentId}.html`)
    const { text } = await readDocument(served)
    expect(file!.provenance).toMatchObject({
      url: site.origin + ARTICLE.path,
      etag: expect.stringMatching(/^"[0-9a-f]{12}"$/),
      textHash: createHash('sha256').update(text.replace(/\s+/g, '')).digest('hex'),
      lastModified: null,
      supersedes: null,
    })
    expect(file!.provenance.fetchedAt >= before).toBe(true)
    expect(pages).toMatchObject([
      { state: 'found', documentId, documentUrl: site.origin + ARTICLE.path, title: TITLE, year: 2022, reason: null },
    ])
  })

  it('is read in GBK, whatever its header says', async () => {
    const page = encode(articlePage({ title: TITLE, charset: 'gb2312' }), 'gb18030')
    site.page(ARTICLE.path, page, { 'content-type': 'text/html; charset=utf-8' })
    expect(await visited()).toMatchObject({ state: 'found', title: TITLE, year: 2022 })
  })

  it.each([
    ['the page', { publishedOn: '2023-03-12' }, ARTICLE, '2023-03-12', 'page'],
    ['the list, where the page gives a day that is none', { publishedOn: '2023-02-31' }, ARTICLE, '2023-03-10', 'list'],
    ['the address, where the list gives none either', {}, { ...ARTICLE, date: '' }, '2023-03-10', 'url'],
    ['nowhere', {}, { ...ARTICLE, date: '', path: '/info/1/2.htm' }, null, null],
  ] as const)('has its date of publication from %s', async (_, page, article, publishedOn, publishedOnFrom) => {
    site.page(article.path, articlePage({ title: TITLE, ...page }))
    const { crawl, portal } = await portalWith([article])
    expect((await crawl(portal)).pages).toMatchObject([{ state: 'found', publishedOn, publishedOnFrom }])
  })

  it('that changed is a new document, which names the one it supersedes', async () => {
    show()
    const { crawl, dropped, portal } = await portalWith()
    const [first] = (await crawl(portal)).pages
    show({ paragraphs: reportBody(TITLE, 15) })
    const [second] = (await crawl(portal)).pages

    expect(second).toMatchObject({ state: 'found', supersedes: first!.documentId })
    expect(second!.documentId).not.toBe(first!.documentId)
    expect(dropped.map(({ provenance }) => provenance.supersedes)).toEqual([null, first!.documentId])
  })

  it('may be a file that the list links to, larger than any page', async () => {
    const file = Buffer.from(`${reportBody(TITLE).join('\n')}${' \n'.repeat(5_000_000)}`)
    site.page('/fzzf/1.pdf', file, { 'content-type': 'application/pdf' })
    const { crawl, portal } = await portalWith([{ ...ARTICLE, path: '/fzzf/1.pdf' }])
    expect((await crawl(portal)).pages).toMatchObject([{ state: 'found', documentId: documentIdOf(file), year: 2022 }])
  })

  it('is the same while only the page around it changes, whatever its entity tag says', async () => {
    show()
    const { crawl, dropped, portal } = await portalWith()
    const [first] = (await crawl(portal)).pages
    show({ after: '<div class="footer">今天是2023年5月1日</div>' })
    const [second] = (await crawl(portal)).pages
    expect(second).toMatchObject({ state: 'unchanged', documentId: first!.documentId })
    expect(dropped).toHaveLength(1)
  })

  it('is asked for by date where its server has no entity tags', async () => {
    const date = 'Sun, 12 Mar 2023 02:20:00 GMT'
    site.page(ARTICLE.path, articlePage({ title: TITLE }), { etag: '', 'last-modified': date })
    const { crawl, portal } = await portalWith()
    await crawl(portal)
    await crawl(portal)
    expect(site.log.at(-1)!.headers['if-modified-since']).toBe(date)
  })
})

describe('a report in parts', () => {
  const first = () => articlePage({ title: TITLE, paragraphs: reportBody(TITLE).slice(0, 5) })
  const second = () => articlePage({ title: TITLE, paragraphs: reportBody(TITLE).slice(5) })

  it.each([
    [
      'links',
      '<div><a href="/fzzf/202303/t20230310_1001_1.html">下一页</a> <a href="/fzzf/202303/t20230311_1002.html">下一篇</a></div>',
    ],
    ['a pager call', '<script>createPageHTML(2, 0, "t20230310_1001", "html")</script>'],
  ])('is put together by %s', async (_, after) => {
    site.page(ARTICLE.path, articlePage({ title: TITLE, paragraphs: reportBody(TITLE).slice(0, 5), after }))
    site.page(ARTICLE.path.replace('.html', '_1.html'), second())
    const { crawl, dropped, portal } = await portalWith()
    await crawl(portal)
    const { text } = await readDocument(dropped[0]!.bytes)
    for (const line of reportBody(TITLE)) expect(text).toContain(line.trim())

    const asked = site.log.length
    const { pages } = await crawl(portal)
    expect(pages[0]!.state).toBe('unchanged')
    expect(site.log.slice(asked).every(({ status }) => status === 304)).toBe(true)

    site.page(ARTICLE.path.replace('.html', '_1.html'), second().replace('学法用法', '学法守法'))
    expect((await crawl(portal)).pages[0]).toMatchObject({ state: 'found', supersedes: pages[0]!.documentId })
  })

  it('is not found while a part is missing', async () => {
    site.page(ARTICLE.path, first().replace('</body>', '<a href="./t20230310_1001_1.html">2</a></body>'))
    expect(await visited()).toMatchObject({ state: 'failed', reason: expect.stringContaining('not_found') })
  })
})

describe('a report that hangs on its page', () => {
  const cover = (links: string) => show({ paragraphs: ['附件：', links] })
  const report = Buffer.from(reportBody(TITLE).join('\n'))

  it('is fetched, its type told by its bytes, and dated by the page', async () => {
    cover('<a href="./P020230310001.pdf">甲县2022年法治政府建设年度报告.pdf</a>')
    site.page('/fzzf/202303/P020230310001.pdf', report, { 'content-type': 'application/pdf' })
    const { crawl, dropped, portal } = await portalWith()
    const { pages } = await crawl(portal)
    expect(pages).toMatchObject([
      {
        url: site.origin + ARTICLE.path,
        documentUrl: `${site.origin}/fzzf/202303/P020230310001.pdf`,
        documentId: documentIdOf(report),
        state: 'found',
        publishedOn: '2023-03-12',
      },
    ])
    expect(dropped).toMatchObject([{ name: `test/${documentIdOf(report)}.text` }])
    expect(dropped[0]!.provenance.url).toBe(pages[0]!.documentUrl)
  })

  it('in two forms is one report', async () => {
    cover(
      '<a href="/a/1.pdf">2022年法治政府建设年度报告.pdf</a><br><a href="/a/2.docx">2022年法治政府建设年度报告.docx</a>',
    )
    site.page('/a/1.pdf', report)
    site.page('/a/2.docx', report)
    const { crawl, dropped, portal } = await portalWith()
    await crawl(portal)
    expect(dropped.map(({ provenance }) => new URL(provenance.url).pathname)).toEqual(['/a/2.docx'])
  })

  it('beside others is one report of several', async () => {
    cover(
      '<a href="/a/1.pdf">司法局2022年法治政府建设年度报告.pdf</a><br><a href="/a/2.pdf">教育局2022年法治政府建设年度报告.pdf</a>',
    )
    site.page('/a/1.pdf', report)
    site.page('/a/2.pdf', Buffer.from(reportBody('甲县教育局2022年法治政府建设年度报告', 18).join('\n')))
    const { crawl, dropped, portal } = await portalWith()
    const { pages } = await crawl(portal)
    expect(dropped).toHaveLength(2)
    expect(pages.map(({ state }) => state)).toEqual(['found', 'found'])
  })

  it('is kept though it cannot be read, and said to be so', async () => {
    cover('<a href="/a/1.pdf">2022年法治政府建设年度报告.pdf</a>')
    const scan = Buffer.from('%PDF-1.4 no more of it')
    site.page('/a/1.pdf', scan)
    const { crawl, dropped, portal } = await portalWith()
    const expected = {
      documentId: documentIdOf(scan),
      year: 2022,
      reason: expect.stringMatching(/^unreadable: .*corrupt/),
    }
    expect((await crawl(portal)).pages).toMatchObject([{ state: 'found', ...expected }])
    expect((await crawl(portal)).pages).toMatchObject([{ state: 'unchanged', ...expected }])
    expect(dropped).toHaveLength(1)
  })

  it('is taken without the tables beside it', async () => {
    cover('<a href="/a/1.docx">统计表.docx</a><a href="/a/2.pdf">2022年法治政府建设年度报告.pdf</a>')
    site.page('/a/2.pdf', report)
    const { crawl, portal } = await portalWith()
    expect((await crawl(portal)).pages).toMatchObject([{ state: 'found', documentUrl: `${site.origin}/a/2.pdf` }])
    expect(site.asked()).not.toContain('/a/1.docx')
  })

  it('is noticed when it is replaced under a page that stays', async () => {
    cover('<a href="/a/1.pdf">2022年法治政府建设年度报告.pdf</a>')
    site.page('/a/1.pdf', report)
    const { crawl, portal } = await portalWith()
    const [first] = (await crawl(portal)).pages
    site.page('/a/1.pdf', Buffer.from(reportBody(TITLE, 30).join('\n')))
    expect((await crawl(portal)).pages[0]).toMatchObject({ state: 'found', supersedes: first!.documentId })
  })
})

describe('a page that is not shown', () => {
  const html = (body: string) => `<html><head><meta charset="utf-8"></head><body>${body}</body></html>`
  const links = Array.from({ length: 30 }, (_, n) => `<li><a href="/n/${n}.html">甲县新闻标题第${n}条的内容</a></li>`)
  const CASES: [string, Reply, string][] = [
    ['412', { status: 412, body: '<script>$_ts=1</script>' }, 'http_412'],
    ['521', { status: 521, body: '<script>document.cookie="__jsl=1"</script>' }, 'http_521'],
    ['403', { status: 403 }, 'http_403'],
    [
      'a script that sets a cookie',
      { body: html('<script>document.cookie="k=1";location.reload()</script>') },
      'script_challenge',
    ],
    ['a stub', { body: html('<p>请稍候</p>') }, 'stub'],
    ['nothing', { body: '' }, 'stub'],
    ['a list in its place', { body: html(`<ul>${links.join('')}</ul>`) }, 'index_page'],
    [
      'a list of reports in its place',
      { body: listPage(`<ul>${rows([1, 2, 3, 4].map((n) => ({ ...ARTICLE, path: `/${n}.html` })))}</ul>`) },
      'index_page',
    ],
    ['a cookie loop', { status: 302, headers: { location: ARTICLE.path, 'set-cookie': 'k=1' } }, 'cookie_loop'],
  ]

  it.each(CASES)('is recorded as blocked: %s', async (_, reply, code) => {
    site.answer(ARTICLE.path, () => reply)
    expect(await visited()).toMatchObject({
      state: 'blocked',
      documentId: null,
      reason: expect.stringMatching(`^${code}: `),
    })
  })

  it('is recorded as blocked where its home page is sent instead', async () => {
    site.page('/index.html', articlePage({ title: '甲县人民政府门户网站' }))
    site.answer(ARTICLE.path, () => ({ status: 302, headers: { location: '/index.html' } }))
    expect(await visited()).toMatchObject({ state: 'blocked', reason: expect.stringMatching(/^index_page/) })
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
          title: '甲县召开春季运动会',
          paragraphs: ['运动会在体育场举行，共有12支队伍参加。'.repeat(20)],
        }),
      },
      'not_a_report',
    ],
  ] as [string, Reply, string][])('is recorded as failed: %s', async (_, reply, code) => {
    site.answer(ARTICLE.path, () => reply)
    expect(await visited()).toMatchObject({
      state: 'failed',
      documentId: null,
      reason: expect.stringMatching(`^${code}: `),
    })
  })

  it('keeps what was found before it was blocked', async () => {
    show()
    const { crawl, portal } = await portalWith()
    const [found] = (await crawl(portal)).pages
    site.answer(ARTICLE.path, () => ({ status: 412 }))
    expect((await crawl(portal)).pages).toMatchObject([{ state: 'blocked', documentId: found!.documentId }])
    show()
    expect((await crawl(portal)).pages).toMatchObject([{ state: 'unchanged', reason: null }])
  })
})

describe('what is known of publishers', () => {
  const title = '广州市花都区人民政府2022年法治政府建设年度报告'
  const article = { ...ARTICLE, title }
  const publisherOf = async (code: string, crawl: Awaited<ReturnType<typeof startCrawl>>) =>
    (await crawl.rows(`region#${code}`)).publishers.map(({ year, state }) => [year, state])

  it.each([
    ['2022-12-20', 'early'],
    ['2023-03-31', 'on_time'],
    ['2023-04-01', 'on_time'],
    ['2023-04-02', 'late'],
  ])('says of a report of %s that it is %s', async (publishedOn, state) => {
    show({ title, publishedOn })
    const { portal, ...crawl } = await portalWith([article], { regionCode: '440114', fromYear: 2022 })
    await crawl.crawl(portal)
    expect(await publisherOf('440114', crawl)).toContainEqual([2022, state])
  })

  it('files a report under the portal of a government that the gazetteer does not know', async () => {
    show()
    const { portal, ...crawl } = await portalWith([ARTICLE], { regionCode: '440114', fromYear: 2022 })
    await crawl.crawl(portal)
    expect(await publisherOf('440114', crawl)).toContainEqual([2022, 'on_time'])
  })

  it('files a department under its own name', async () => {
    show({ title: '广州市花都区司法局2022年法治政府建设年度报告' })
    const { portal, ...crawl } = await portalWith([ARTICLE], { regionCode: '440114', fromYear: 2022 })
    await crawl.crawl(portal)
    expect(await publisherOf('440114', crawl)).toContainEqual([2022, 'missing'])
    expect((await crawl.rows('issuer#广州市花都区司法局')).publishers).toMatchObject([{ year: 2022, state: 'on_time' }])
  })

  it('says missing where a whole search brought nothing, blocked where it could not be made', async () => {
    show({ title })
    const { portal, ...crawl } = await portalWith([article], { regionCode: '440114', fromYear: 2021 })
    await crawl.crawl(portal)
    expect(await publisherOf('440114', crawl)).toContainEqual([2021, 'missing'])
    site.answer('/fzzf/index.html', () => ({ status: 412 }))
    await crawl.crawl(portal)
    expect(await publisherOf('440114', crawl)).toContainEqual([2021, 'blocked'])
    expect(await publisherOf('440114', crawl)).toContainEqual([2022, 'on_time'])
  })

  it('lists all counties of a prefecture as not yet searched', async () => {
    const { portal, ...crawl } = await portalWith([], { seeds: [{ countiesOf: '440100', fromYear: 2024 }] })
    await crawl.walk(portal)
    expect(await publisherOf('440103', crawl)).toContainEqual([2024, 'not_yet_searched'])
    expect(await publisherOf('440118', crawl)).toContainEqual([2024, 'not_yet_searched'])
    expect(await publisherOf('440303', crawl)).toEqual([])
  })
})
