import { readFileSync } from 'node:fs'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { makeZip } from '../formats/make-zip.ts'
import { ARTICLE, TITLE, useArticleSite } from './article-site.ts'
import { portalOf } from './crawl.ts'
import { articlePage, listPage, reportBody, rows } from './simulator/pages.ts'

const { site, portalWith, show, visited } = useArticleSite()
const html = (body: string, head = '') => `<html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
const report = Buffer.from(reportBody(TITLE).join('\n'))

describe('a page with a report that it does not show as text', () => {
  it.each([
    [
      'pictures',
      '<h1>报告</h1><p><img src="/w/W020230310001.jpg"><img src="/w/W020230310002.jpg"></p>',
      'picture_only',
      'failed',
    ],
    [
      'a picture among navigation',
      `${['首页', '政务公开', '政民互动', '走进本县', '数据发布', '无障碍', '长者模式', '手机版', '繁体版'].map((word) => `<a href="/">${word}</a>`).join('')}<h1>报告</h1><p><img src="/w/0310.png"></p>`,
      'picture_only',
      'failed',
    ],
    [
      'a frame of a viewer',
      '<h1>报告</h1><iframe src="/viewer/index.html?id=12"></iframe>',
      'embedded_viewer',
      'failed',
    ],
    ['an application', '<div id="app"></div><script src="/js/app.js"></script>', 'script_only', 'script_only'],
    [
      'a message that it is gone, among navigation',
      `${'<a href="/">网站首页</a> '.repeat(6)}<p>抱歉，您访问的页面不存在！</p>`,
      'soft_404',
      'failed',
    ],
    ['nothing at all', ' ', 'bad_response', 'failed'],
    [
      'a title over an archive that is not read',
      `<h1>${TITLE}</h1><div class="content"><p>见附件。</p><a href="/a.rar">${TITLE}.rar</a></div>`,
      'unreadable',
      'failed',
    ],
    ['a title over nothing', `<h1>${TITLE}</h1><div class="content"></div>`, 'unreadable', 'failed'],
    [
      'that the site is under repair',
      '<h1>系统维护中</h1><p>尊敬的用户：本页面暂停访问，请稍后再试。</p>',
      'http_error',
      'failed',
    ],
    ['that too many ask', '<p>您的访问过于频繁，请稍后再试</p>', 'rate_limited', 'blocked'],
    ['that a firewall refuses', '<h2>您的请求疑似攻击行为，已被网站防火墙拦截</h2>', 'http_403', 'blocked'],
    [
      'a form to log in',
      '<h3>用户登录</h3><form>账号<input name="u">密码<input type="password"></form>',
      'http_401',
      'blocked',
    ],
    ['a logo and nothing else', '<img src="/logo.png">请稍候', 'stub', 'blocked'],
  ])('is named as what it is: %s', async (_, body, code, state) => {
    site().page(ARTICLE.path, html(body))
    expect(await visited()).toMatchObject({ state, reason: expect.stringMatching(`^${code}: `) })
  })

  it('is read in the archive that is attached to it', async () => {
    const zip = makeZip([
      { name: '2022年法治政府建设年度报告.txt', data: report },
      { name: '附表.txt', data: '表一' },
    ])
    show({ paragraphs: ['附件：', '<a href="/a/1.zip">2022年法治政府建设年度报告.zip</a>'] })
    site().page('/a/1.zip', zip)
    const { crawl, dropped, portal } = await portalWith()
    const { pages } = await crawl(portal)
    expect(pages).toMatchObject([{ state: 'found', year: 2022, documentUrl: `${site().origin}/a/1.zip`, reason: null }])
    expect(Buffer.from(dropped[0]!.bytes).equals(report)).toBe(true)
  })

  it('is read although a script of its template could send visitors elsewhere', async () => {
    show({
      paragraphs: ['附件：', '<a href="/a/1.pdf">2022年法治政府建设年度报告.pdf</a>'],
      after: '<script>function go(){location.href="/"}</script>',
    })
    site().page('/a/1.pdf', report)
    expect(await visited()).toMatchObject({ state: 'found' })
  })
})

describe('a page that sends its visitors on', () => {
  it.each([
    ['itself', html('', '<meta http-equiv="refresh" content="0;url=/fzzf/real.html">')],
    ['by a script', html('<script>window.location.href = "/fzzf/real.html";</script>')],
  ])('leads to the report: %s', async (_, page) => {
    site().page(ARTICLE.path, page)
    site().page('/fzzf/real.html', articlePage({ title: TITLE }))
    const { crawl, portal } = await portalWith()
    expect((await crawl(portal)).pages).toMatchObject([
      { state: 'found', documentUrl: `${site().origin}/fzzf/real.html` },
    ])
    const asked = site().log.length
    expect((await crawl(portal)).pages).toMatchObject([{ state: 'unchanged' }])
    expect(
      site()
        .log.slice(asked)
        .every(({ status }) => status === 304),
    ).toBe(true)
  })

  it('in a circle is not followed for ever', async () => {
    site().page(ARTICLE.path, html('', '<meta http-equiv="refresh" content="0;url=/b.html">'))
    site().page('/b.html', html('', `<meta http-equiv="refresh" content="0;url=${ARTICLE.path}">`))
    expect((await visited()).state).toMatch(/blocked|failed/)
    expect(site().log.length).toBeLessThan(8)
  })

  it.each(['utf8', 'gbk'])('may write the address of a redirect as it is spoken, in %s', async (charset) => {
    const path = '/fzzf/报告.html'
    const bytes =
      charset === 'utf8'
        ? Buffer.from(path)
        : Buffer.from([...Buffer.from('/fzzf/'), 0xb1, 0xa8, 0xb8, 0xe6, ...Buffer.from('.html')])
    site().answer(ARTICLE.path, () => ({ status: 302, headers: { location: bytes.toString('latin1') } }))
    site().page(encodeURI(path), articlePage({ title: TITLE }))
    expect(await visited()).toMatchObject({ state: 'found' })
  })
})

const closing: (() => void)[] = []
afterAll(() => {
  for (const close of closing) close()
})

describe('a header that browsers forgive', () => {
  /** A server that answers every request with these very bytes. */
  async function serving(head: string) {
    const page = listPage('<p>暂无信息</p>')
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.end(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n${page}`))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => server.close())
    return `127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  it.each([
    ['a control character', 'Content-Type: text/html\r\nX-Note: a\u0001b'],
    ['a length beside chunks', 'Content-Type: text/html\r\nContent-Length: 5\r\nTransfer-Encoding: identity'],
    ['a blank before the colon', 'Content-Type : text/html\r\nServer : IIS'],
    ['a line that is no header', 'Content-Type: text/html\r\nX Note: a\r\nwelcome'],
    ['line ends without return', 'Content-Type: text/html\nX-Note: a'],
  ])('is forgiven to a host that is listed: %s', async (_, head) => {
    const host = await serving(head)
    const { walk } = await portalWith()
    const [walked] = await walk(portalOf({ hosts: [host], lists: [`http://${host}/list.html`] }))
    expect(walked!.problem).toBeNull()
  })

  it('is a bad response if nothing tells what it means', async () => {
    const host = await serving('Content-Type: text/html\r\nContent-Length: many')
    const { walk } = await portalWith()
    const [walked] = await walk(portalOf({ hosts: [host], lists: [`http://${host}/list.html`] }))
    expect(walked).toMatchObject({ state: 'unreachable', problem: { code: 'bad_response' } })
  })
})

describe('a chain of certificates that is not whole', () => {
  const read = (name: string) => readFileSync(new URL(`certificates/${name}`, import.meta.url), 'utf8')

  it('makes the portal unreachable, until its entry names the certificate that is lacking', async () => {
    const page = listPage(`<ul>${rows([ARTICLE])}</ul>`)
    const server = createSecureServer({ key: read('server.key'), cert: read('server.pem') }, (_, response) =>
      response.end(page),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => server.close())
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const portal = portalOf({ hosts: [host], lists: [`https://${host}/list.html`] })
    const { walk, hosts } = await portalWith()
    expect((await walk(portal))[0]).toMatchObject({
      state: 'unreachable',
      problem: { detail: expect.stringMatching(/certificate/) },
    })
    await hosts.keepRobots(host, { verdict: { kind: 'allow', why: 'asked again' }, readAt: Date.now() })
    const named = portalOf({
      hosts: [host],
      lists: [`https://${host}/list.html`],
      certificate: read('intermediate.pem'),
    })
    expect((await walk(named))[0]).toMatchObject({ state: 'ok', problem: null })
    expect(() => portalOf({ hosts: [host], lists: [`https://${host}/`], certificate: 'trust me' })).toThrow(
      /certificate/,
    )
  })
})
