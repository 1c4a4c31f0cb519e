import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { discover } from '../../shared/crawl/discover/discover.ts'
import { MemoryHosts } from '../../shared/crawl/memory-hosts.ts'
import { type Visit, type Visitor, visitor } from '../../shared/crawl/visit.ts'
import { portalOf } from './crawl.ts'
import { articlePage, listPage, rows } from './simulator/pages.ts'
import { useSite } from './use-site.ts'

const { site, startCrawl } = useSite()
const TITLE = '甲县2022年法治政府建设年度报告'
const ARTICLE = { path: '/fzzf/1.html', title: TITLE, date: '2023-03-10' }

/** A server on this machine that no crawl may reach. */
let trap: Server
let port: number
let connections = 0
beforeAll(async () => {
  trap = createServer((_, response) => response.end('inside'))
  trap.on('connection', () => connections++)
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
  port = (trap.address() as AddressInfo).port
})
afterAll(() => {
  trap.close()
})
beforeEach(() => {
  connections = 0
})

const TARGETS: [string, () => string][] = [
  ['another port of this machine', () => `http://127.0.0.1:${port}/x.html`],
  ['the same in decimal', () => `http://2130706433:${port}/x.html`],
  ['the same in IPv6', () => `http://[::ffff:127.0.0.1]:${port}/x.html`],
  ['cloud metadata', () => 'http://169.254.169.254/x.html'],
  ['an official name with a private address', () => 'http://inside.gov.cn/x.html'],
]

const list = (content: string) => site().page('/list.html', listPage(content))
const row = (path: string) => `<ul>${rows([{ ...ARTICLE, path }])}</ul>`
const oneArticle = () => list(row(ARTICLE.path))

/** Ways by which a page or an entry may name an address. Each makes a list that leads there. */
const WAYS: [string, (to: string) => unknown][] = [
  ['a row of a list', (to) => list(row(to))],
  ['a script of a row', (to) => list(`<ul><li onclick="window.open('${to}')">${TITLE}</li></ul>`)],
  ['下一页', (to) => list(`${row(ARTICLE.path)}<a href="${to}">下一页</a>`)],
  [
    'a script of a pager',
    (to) =>
      list(
        `${row(ARTICLE.path)}<a href="javascript:go(2)">下一页</a><script>function go(n){location.href="${to}?"+n}</script>`,
      ),
  ],
  [
    'a form of a pager',
    (to) =>
      list(
        `${row(ARTICLE.path)}<a href="javascript:go(2)">下一页</a><form method="post" action="${to}"><input name="p"></form><script>function go(n){document.f.p.value=n;f.submit()}</script>`,
      ),
  ],
  ['a frame', (to) => list(`<iframe src="${to}"></iframe>`)],
  [
    'a list that sends its visitors on',
    (to) => site().page('/list.html', `<meta http-equiv="refresh" content="0;url=${to}">`),
  ],
  ['a redirect of a list', (to) => site().answer('/list.html', () => ({ status: 302, headers: { location: to } }))],
  [
    'a redirect of a page',
    (to) => {
      oneArticle()
      site().answer(ARTICLE.path, () => ({ status: 301, headers: { location: to } }))
    },
  ],
  [
    'a page that sends its visitors on',
    (to) => {
      oneArticle()
      site().page(ARTICLE.path, `<script>location.href="${to}"</script>`)
    },
  ],
  [
    'an attachment',
    (to) => {
      oneArticle()
      site().page(
        ARTICLE.path,
        articlePage({
          title: TITLE,
          paragraphs: [`<a href="${to.replace('.html', '.pdf')}">2022年法治政府建设年度报告.pdf</a>`],
        }),
      )
    },
  ],
  [
    'a redirect of robots.txt',
    (to) => {
      oneArticle()
      site().answer('/robots.txt', () => ({ status: 302, headers: { location: to } }))
    },
  ],
  [
    'a record of a service',
    (to) => site().page('/list.html', JSON.stringify({ total: 1, list: [{ title: TITLE, url: to }] })),
  ],
  [
    'the address of a jpaas unit',
    (to) => list(`<script url="${to}/front/page/build/unit" queryData="{'webId':'1'}"></script>`),
  ],
  ['the address of a recipe', (to) => ({ recipe: { rows: 'li', title: 'a', link: 'a@href', url: to } })],
]

/** The home page of 花都区, as a visit gives it. */
function homePage(content: string): Visit {
  const body = new TextEncoder().encode(`<html><title>花都区人民政府</title><body>${content}</body></html>`)
  const validators = { etag: null, lastModified: null, answeredAt: null }
  return {
    kind: 'page',
    page: { url: `${site().origin}/`, body, contentType: 'text/html', validators, nextPage: null, sendsTo: null },
  }
}

describe('an address that is not allowed', () => {
  const CASES = WAYS.flatMap(([way, lead]) => TARGETS.map(([target, to]) => ({ way, lead, target, to })))

  it.each(CASES)('is not connected to: $target, by $way', async ({ lead, to }) => {
    const resolved: string[] = []
    const crawl = await startCrawl(async (hostname) => {
      resolved.push(hostname)
      return [{ address: hostname === 'inside.gov.cn' ? '10.1.2.3' : '127.0.0.1', family: 4 }]
    })
    const entry = lead(to())
    const changes = typeof entry === 'object' ? entry : {}
    const portal = portalOf({ hosts: [site().host], lists: [`${site().origin}/list.html`] })
    const { pages, lists } = await crawl.crawl({ ...portal, lists: [{ ...portal.lists[0]!, ...changes }] })

    expect(connections).toBe(0)
    expect(pages.filter(({ state }) => state === 'found')).toEqual([])
    // A connection that was tried would have failed with another reason, after some time.
    const reasons = [...pages, ...lists].map(({ reason }) => reason ?? '')
    expect(reasons.filter((reason) => reason.startsWith('unreachable'))).toEqual([])
  })

  const HOME_WAYS: [string, (to: string) => string][] = [
    ['a link', (to) => `<a href="${to}">法治政府建设</a>`],
    ['a frame', (to) => `<iframe src="${to}"></iframe>`],
    ['a script of an element', (to) => `<span onclick="window.open('${to}')">法治政府建设</span>`],
    ['a node of a tree', (to) => `<script>var nodes = [{name:"法治政府建设",url:"${to}"}]</script>`],
    ['what sends its visitors on', (to) => `<meta http-equiv="refresh" content="0;url=${to}">`],
    ['the file of a menu', (to) => `<script src="${to.replace('x.html', 'menu.js')}"></script>`],
  ]
  const HOME_CASES = HOME_WAYS.flatMap(([way, home]) => TARGETS.map(([target, to]) => ({ way, home, target, to })))

  it.each(HOME_CASES)('is not connected to by a discovery: $target, by $way of a home page', async ({ home, to }) => {
    const visit = visitor({
      hosts: new MemoryHosts(),
      rules: { hosts: [site().host], allowLoopback: false },
      contact: 'https://crawler.example/',
      delaySeconds: 0,
      patienceMs: () => 5_000,
      resolve: async () => [{ address: '10.1.2.3', family: 4 }],
    })
    const own: Visitor = (target, limits) =>
      typeof target === 'string' && target === `${site().origin}/`
        ? Promise.resolve(homePage(home(to())))
        : visit(target, limits)
    const { lists } = await discover({ home: `${site().origin}/`, hosts: [site().host], name: null }, own)
    expect({ connections, lists }).toEqual({ connections: 0, lists: [] })
  })

  it('is tried in sixty cases or more', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60)
  })
})
