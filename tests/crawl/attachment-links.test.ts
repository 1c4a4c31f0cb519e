import { describe, expect, it } from 'vitest'
import { type Article, readArticle } from '../../shared/crawl/articles/read-article.ts'
import { resolveHref } from '../../shared/crawl/pages/links.ts'
import type { Problem } from '../../shared/crawl/problem.ts'
import type { Page, Visitor } from '../../shared/crawl/visit.ts'
import { encode } from '../formats/encode.ts'
import { reportBody } from './simulator/pages.ts'

const ORIGIN = 'http://www.portal.example'
const HERE = `${ORIGIN}/fzzf/202303/t1.html`
const TITLE = '甲县人民政府2022年法治政府建设年度报告'
const REPORT = Buffer.from(reportBody(TITLE).join('\n'))
const VALIDATORS = { etag: null, lastModified: null, answeredAt: null }

const html = (body: string, head = '', charset = 'utf-8') =>
  `<!DOCTYPE html><html><head><meta charset="${charset}">${head}<title>${TITLE}</title></head><body><div class="nav"><a href="/">首页</a></div><h1>${TITLE}</h1><div class="content">${body}</div></body></html>`

/** Reads a page of a site that has the report, and nothing else, at the given path. */
async function readAt(body: string | Uint8Array, path: string, file: Uint8Array = REPORT): Promise<Article | Problem> {
  const page = (url: string, bytes: Uint8Array): Page => ({
    url,
    body: bytes,
    contentType: 'text/html',
    validators: VALIDATORS,
    nextPage: null,
    sendsTo: null,
  })
  const visit: Visitor = async (target) => {
    const url = typeof target === 'string' ? target : target.url
    if (url === ORIGIN + path) return { kind: 'page', page: page(url, file) }
    return { kind: 'problem', problem: { code: 'not_found', detail: `${url} is not there` } }
  }
  return readArticle({ url: HERE, title: '' }, page(HERE, Buffer.from(body)), visit)
}

describe('the report of a page that only links to it is found', () => {
  it.each([
    ['by a relative link', '<a href="../files/a.docx">报告.docx</a>', '', '/fzzf/files/a.docx'],
    ['by a link relative to another base', '<a href="a.docx">报告.docx</a>', '<base href="/files/">', '/files/a.docx'],
    ['in a viewer of a frame', '<iframe src="/pdfjs/web/viewer.html?file=/files/a.pdf"></iframe>', '', '/files/a.pdf'],
    [
      'in a viewer with the address encoded',
      '<iframe src="/v.html?x=1&amp;file=%2Ffiles%2Fa.pdf#page=1"></iframe>',
      '',
      '/files/a.pdf',
    ],
    ['in a viewer that a link opens', '<a href="/pdfjs/viewer.html?file=/files/a.pdf">全文</a>', '', '/files/a.pdf'],
    ['in an object', '<object data="/files/a.pdf" type="application/pdf"></object>', '', '/files/a.pdf'],
    ['in a parameter of an object', '<object><param name="src" value="/files/a.pdf"></object>', '', '/files/a.pdf'],
    ['embedded', '<embed src="./a.pdf">', '', '/fzzf/202303/a.pdf'],
    [
      'by a script of a link',
      `<a href="javascript:void(0)" onclick="window.open('/files/a.docx')">报告</a>`,
      '',
      '/files/a.docx',
    ],
    ['by a script in the address', `<a href="javascript:down('/files/a.docx')">报告</a>`, '', '/files/a.docx'],
    ['by a script of a button', `<span onclick='location.href="/files/a.doc"'>下载报告</span>`, '', '/files/a.doc'],
    [
      'by an attribute that its script reads',
      '<div id="pdf" data-pdf="/files/a.pdf"></div><script src="/js/pdf.js"></script>',
      '',
      '/files/a.pdf',
    ],
    ['in a script', `<div id="box"></div><script>show("#box", {url: "\\/files\\/a.pdf"})</script>`, '', '/files/a.pdf'],
    [
      'beside the text, by the name of its file alone',
      '见附件。</p></div><p>附件：<a href="/f/9">报告.pdf</a></p><div><p>',
      '',
      '/f/9',
    ],
    [
      'beside the text, by a handler that sends it',
      '见附件。</p></div><p><a href="/fileDown.do?fileId=9">报告</a></p><div><p>',
      '',
      '/fileDown.do?fileId=9',
    ],
    [
      'beside the text, by a folder that sends it',
      '见附件。</p></div><p><a href="/e/DownSys/DownSoft/?id=9">下载</a></p><div><p>',
      '',
      '/e/DownSys/DownSoft/?id=9',
    ],
    ['behind words that say so', '<div><a href="/api/get?id=9">点击下载全文</a></div>', '', '/api/get?id=9'],
    ['in a frame of the page', '<iframe id="nr" src="/preview/9"></iframe>', '', '/preview/9'],
    ['by an attribute for a script', '<a href="#" data-url="/files/a.pdf">报告</a>', '', '/files/a.pdf'],
    [
      'by a path with blanks and characters',
      '<a href="/files/甲县 报告.docx">报告</a>',
      '',
      '/files/%E7%94%B2%E5%8E%BF%20%E6%8A%A5%E5%91%8A.docx',
    ],
    ['under a name that is encoded in GBK', '<a href="/files/%BC%D7.docx"></a>', '', '/files/%BC%D7.docx'],
  ])('%s', async (_, body, head, path) => {
    expect(await readAt(html(`<p>${body}</p>`, head), path)).toMatchObject({
      documentUrl: ORIGIN + path,
      refusal: null,
    })
  })

  it.each([
    ['gb2312', '/download?name=甲县报告.docx', '/download?name=%BC%D7%CF%D8%B1%A8%B8%E6.docx'],
    ['utf-8', '/download?name=甲县报告.docx', '/download?name=%E7%94%B2%E5%8E%BF%E6%8A%A5%E5%91%8A.docx'],
  ])('by a query in the charset of the page: %s', async (charset, href, path) => {
    const page = encode(
      html(`<p><a href="${href}">甲县报告.docx</a></p>`, '', charset),
      charset === 'utf-8' ? 'utf-8' : 'gb18030',
    )
    expect(await readAt(page, path)).toMatchObject({ documentUrl: ORIGIN + path })
  })

  it('behind a page that sends its visitors on', async () => {
    const refresh = '<html><head><meta http-equiv="refresh" content="0;url=t2.html"></head><body></body></html>'
    const article = Buffer.from(
      html(
        reportBody(TITLE)
          .map((line) => `<p>${line}</p>`)
          .join(''),
      ),
    )
    const found = await readAt(refresh, '/fzzf/202303/t2.html', article)
    expect(found).toMatchObject({
      documentUrl: `${ORIGIN}/fzzf/202303/t2.html`,
      resources: [{ url: HERE }, { url: `${ORIGIN}/fzzf/202303/t2.html` }],
    })
  })

  it('unless it sends them in a circle', async () => {
    const circle = Buffer.from(
      '<html><head><meta http-equiv="refresh" content="0;url=t1.html?a"></head><body></body></html>',
    )
    const first = '<html><head><meta http-equiv="refresh" content="0;url=t1.html?a"></head><body></body></html>'
    expect(await readAt(first, '/fzzf/202303/t1.html?a', circle)).toMatchObject({ code: 'bad_response' })
  })
})

describe('a page without its report says what it has instead', () => {
  it.each([
    ['a frame', '<iframe src="/show.jsp?id=5"></iframe>', 'embedded_viewer', /a frame: \/show\.jsp\?id=5/],
    ['pictures', '<img src="1.png"><img src="2.png">', 'picture_only', /2 pictures/],
    ['nothing', '', 'unreadable', /the title of a report, and neither its text nor a file/],
  ])('%s', async (_, body, code, said) => {
    expect(await readAt(html(body), '/none')).toMatchObject({ code, detail: expect.stringMatching(said) })
  })

  it('an attachment that is not there', async () => {
    expect(await readAt(html('<a href="/files/b.docx">报告.docx</a>'), '/none')).toMatchObject({
      code: 'not_found',
      detail: expect.stringContaining('/files/b.docx'),
    })
  })
})

it('what a charset lacks is written as a browser writes it', () => {
  expect(resolveHref('/d?n=𠮷a', HERE, 'gbk')).toBe(`${ORIGIN}/d?n=%26%23134071%3Ba`)
})
