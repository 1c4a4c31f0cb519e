import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { documentIdOf } from '../../shared/report/document-id.ts'
import { encode } from '../formats/encode.ts'
import { ARTICLE, TITLE, useArticleSite } from './article-site.ts'
import { articlePage, reportBody } from './simulator/pages.ts'

const { site, portalWith, show, visited } = useArticleSite()

describe('a page with a report', () => {
  it('is stored as it was received, with address, time and type', async () => {
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
      url: site().origin + ARTICLE.path,
      etag: expect.stringMatching(/^"[0-9a-f]{12}"$/),
      textHash: createHash('sha256').update(text.replace(/\s+/g, '')).digest('hex'),
      lastModified: null,
      supersedes: null,
    })
    expect(file!.provenance.fetchedAt >= before).toBe(true)
    expect(pages).toMatchObject([
      { state: 'found', documentId, documentUrl: site().origin + ARTICLE.path, title: TITLE, year: 2022, reason: null },
    ])
  })

  it('is read in GBK, even if its header says otherwise', async () => {
    const page = encode(articlePage({ title: TITLE, charset: 'gb2312' }), 'gb18030')
    site().page(ARTICLE.path, page, { 'content-type': 'text/html; charset=utf-8' })
    expect(await visited()).toMatchObject({ state: 'found', title: TITLE, year: 2022 })
  })

  it.each([
    ['the page', { publishedOn: '2023-03-12' }, ARTICLE, '2023-03-12', 'page'],
    ['the list, where the page gives a day that is none', { publishedOn: '2023-02-31' }, ARTICLE, '2023-03-10', 'list'],
    ['the address, where the list gives none either', {}, { ...ARTICLE, date: '' }, '2023-03-10', 'url'],
    ['nowhere', {}, { ...ARTICLE, date: '', path: '/info/1/2.htm' }, null, null],
  ] as const)('has its date of publication from %s', async (_, page, article, publishedOn, publishedOnFrom) => {
    site().page(article.path, articlePage({ title: TITLE, ...page }))
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
    site().page('/fzzf/1.pdf', file, { 'content-type': 'application/pdf' })
    const { crawl, portal } = await portalWith([{ ...ARTICLE, path: '/fzzf/1.pdf' }])
    expect((await crawl(portal)).pages).toMatchObject([{ state: 'found', documentId: documentIdOf(file), year: 2022 }])
  })

  it('is the same while only the page around it changes, even if its entity tag changes', async () => {
    show()
    const { crawl, dropped, portal } = await portalWith()
    const [first] = (await crawl(portal)).pages
    show({ after: '<div class="footer">今天是2023年5月1日</div>' })
    const [second] = (await crawl(portal)).pages
    expect(second).toMatchObject({ state: 'unchanged', documentId: first!.documentId })
    expect(dropped).toHaveLength(1)
  })

  it('is asked for by date if its server has no entity tags', async () => {
    const date = 'Sun, 12 Mar 2023 02:20:00 GMT'
    site().page(ARTICLE.path, articlePage({ title: TITLE }), { etag: '', 'last-modified': date })
    const { crawl, portal } = await portalWith()
    await crawl(portal)
    await crawl(portal)
    expect(site().log.at(-1)!.headers['if-modified-since']).toBe(date)
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
    site().page(ARTICLE.path, articlePage({ title: TITLE, paragraphs: reportBody(TITLE).slice(0, 5), after }))
    site().page(ARTICLE.path.replace('.html', '_1.html'), second())
    const { crawl, dropped, portal } = await portalWith()
    await crawl(portal)
    const { text } = await readDocument(dropped[0]!.bytes)
    for (const line of reportBody(TITLE)) expect(text).toContain(line.trim())

    const asked = site().log.length
    const { pages } = await crawl(portal)
    expect(pages[0]!.state).toBe('unchanged')
    expect(
      site()
        .log.slice(asked)
        .every(({ status }) => status === 304),
    ).toBe(true)

    site().page(ARTICLE.path.replace('.html', '_1.html'), second().replace('学法用法', '学法守法'))
    expect((await crawl(portal)).pages[0]).toMatchObject({ state: 'found', supersedes: pages[0]!.documentId })
  })

  it('is not found while a part is missing', async () => {
    site().page(ARTICLE.path, first().replace('</body>', '<a href="./t20230310_1001_1.html">2</a></body>'))
    expect(await visited()).toMatchObject({ state: 'failed', reason: expect.stringContaining('not_found') })
  })
})

describe('a report that is attached to its page', () => {
  const cover = (links: string) => show({ paragraphs: ['附件：', links] })
  const report = Buffer.from(reportBody(TITLE).join('\n'))

  it('is fetched, its type told by its bytes, and dated by the page', async () => {
    cover('<a href="./P020230310001.pdf">甲县2022年法治政府建设年度报告.pdf</a>')
    site().page('/fzzf/202303/P020230310001.pdf', report, { 'content-type': 'application/pdf' })
    const { crawl, dropped, portal } = await portalWith()
    const { pages } = await crawl(portal)
    expect(pages).toMatchObject([
      {
        url: site().origin + ARTICLE.path,
        documentUrl: `${site().origin}/fzzf/202303/P020230310001.pdf`,
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
    site().page('/a/1.pdf', report)
    site().page('/a/2.docx', report)
    const { crawl, dropped, portal } = await portalWith()
    await crawl(portal)
    expect(dropped.map(({ provenance }) => new URL(provenance.url).pathname)).toEqual(['/a/2.docx'])
  })

  it('next to others is one report of several', async () => {
    cover(
      '<a href="/a/1.pdf">司法局2022年法治政府建设年度报告.pdf</a><br><a href="/a/2.pdf">教育局2022年法治政府建设年度报告.pdf</a>',
    )
    site().page('/a/1.pdf', report)
    site().page('/a/2.pdf', Buffer.from(reportBody('甲县教育局2022年法治政府建设年度报告', 18).join('\n')))
    const { crawl, dropped, portal } = await portalWith()
    const { pages } = await crawl(portal)
    expect(dropped).toHaveLength(2)
    expect(pages.map(({ state }) => state)).toEqual(['found', 'found'])
  })

  it('is kept even if it cannot be read, and reported as unreadable', async () => {
    cover('<a href="/a/1.pdf">2022年法治政府建设年度报告.pdf</a>')
    const scan = Buffer.from('%PDF-1.4 no more of it')
    site().page('/a/1.pdf', scan)
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

  it('is taken without the tables next to it', async () => {
    cover('<a href="/a/1.docx">统计表.docx</a><a href="/a/2.pdf">2022年法治政府建设年度报告.pdf</a>')
    site().page('/a/2.pdf', report)
    const { crawl, portal } = await portalWith()
    expect((await crawl(portal)).pages).toMatchObject([{ state: 'found', documentUrl: `${site().origin}/a/2.pdf` }])
    expect(site().asked()).not.toContain('/a/1.docx')
  })

  it('is noticed when it is replaced under a page that stays', async () => {
    cover('<a href="/a/1.pdf">2022年法治政府建设年度报告.pdf</a>')
    site().page('/a/1.pdf', report)
    const { crawl, portal } = await portalWith()
    const [first] = (await crawl(portal)).pages
    site().page('/a/1.pdf', Buffer.from(reportBody(TITLE, 30).join('\n')))
    expect((await crawl(portal)).pages[0]).toMatchObject({ state: 'found', supersedes: first!.documentId })
  })
})
