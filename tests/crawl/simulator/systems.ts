import { type Article, listPage, rows } from './pages.ts'
import type { Site } from './site.ts'

/** Each content system's list with its pager, as a site serves it. All return the list's address. */

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))
}

export interface TrsOptions {
  /** The number of the second page: sites count from 0 or from 1. */
  readonly second?: 1 | 2
  readonly call?: 'createPageHTML' | 'createPage'
  readonly perPage?: number
}

export function trsList(site: Site, directory: string, articles: readonly Article[], options: TrsOptions = {}): string {
  const { second = 1, call = 'createPageHTML', perPage = 2 } = options
  const pages = chunks(articles, perPage)
  pages.forEach((page, n) => {
    const name = n === 0 ? 'index' : `index_${n + second - 1}`
    const relative = page.map((one) => ({ ...one, path: `.${one.path.slice(directory.length)}` }))
    const pager = `<script>function ${call}(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){ if(_nPageCount<=1){return} }
${call}(${pages.length}, ${n}, "index", "html");</script>`
    site.page(
      `${directory}/${name}.html`,
      listPage(`<ul class="list">${rows(relative)}</ul><div class="page">${pager}</div>`),
    )
  })
  return `${site.origin}${directory}/index.html`
}

/** Hanweb: the page contains the first records, the service gives the others. */
export function hanwebList(site: Site, column: number, articles: readonly Article[], embedded = 2): string {
  const record = ({ path, title, date }: Article) =>
    `<record><![CDATA[<li><a href="${path}" title="${title}">${title}</a><b>${date.slice(0, 4)}-\n${date.slice(5)}</b></li>]]></record>`
  const store = (some: readonly Article[]) =>
    `<datastore><nextgroup></nextgroup><recordset>${some.map(record).join('')}</recordset></datastore>`
  const settings = `{col:1,appid:1,webid:3,path:'/',columnid:${column},sourceContentType:1,unitid:4321,webname:'甲县人民政府',permissiontype:0}`
  site.page(
    `/col/col${column}/index.html`,
    listPage(`<div id="4321"><script type="text/xml">${store(articles.slice(0, embedded))}</script></div>
<script>$('#4321').jpage({perPage:2,groupSize:1,totalRecord:${articles.length},proxyUrl:'/module/web/jpage/dataproxy.jsp',ajaxParam:${settings}})</script>`),
  )
  for (let start = embedded + 1; start <= articles.length; start += 6) {
    const end = start + 5
    const query = new URLSearchParams({
      col: '1',
      appid: '1',
      webid: '3',
      path: '/',
      columnid: String(column),
      sourceContentType: '1',
      unitid: '4321',
      webname: '甲县人民政府',
      permissiontype: '0',
      startrecord: String(start),
      endrecord: String(end),
      perpage: '2',
    })
    const xml = `<?xml version="1.0" encoding="UTF-8"?><datastore><totalrecord>${articles.length}</totalrecord><recordset>${articles
      .slice(start - 1, end)
      .map(record)
      .join('')}</recordset></datastore>`
    site.page(`/module/web/jpage/dataproxy.jsp?${query}`, xml, { 'content-type': 'text/xml; charset=utf-8' })
  }
  return `${site.origin}/col/col${column}/index.html`
}

export interface GkmlptOptions {
  readonly perPage?: number
  /** How many items the service says it has; by default the true number. */
  readonly count?: number
}

export function gkmlptList(
  site: Site,
  articles: readonly Article[],
  { perPage = 2, count }: GkmlptOptions = {},
): string {
  const tree = [
    { id: 10, name: '机构职能', children: [] },
    { id: 20, name: '行政执法', children: [{ id: 27, name: '法治政府建设年度报告', children: [] }] },
  ]
  site.page(
    '/gkmlpt/index',
    listPage(`<script>window._CONFIG = { SID: '440999', TREE: ${JSON.stringify(tree)} }</script>`, '政府信息公开'),
  )
  const pages = chunks(articles, perPage)
  pages.concat([[]]).forEach((page, n) => {
    const json = {
      post_count: count ?? articles.length,
      articles: page.map(({ path, title, date }) => ({
        title,
        url: `${site.origin}${path}`,
        display_publish_time: Date.parse(date) / 1000,
      })),
    }
    site.page(`/gkmlpt/api/all/27?page=${n + 1}&sid=440999`, JSON.stringify(json), {
      'content-type': 'application/json',
    })
  })
  return `${site.origin}/gkmlpt/index`
}

/** Visual SiteBuilder: later pages are numbered downwards, in a folder named after the column. */
export function vsbList(site: Site, column: string, articles: readonly Article[], perPage = 2): string {
  const pages = chunks(articles, perPage)
  pages.forEach((page, n) => {
    const path = n === 0 ? `/${column}.htm` : `/${column}/${pages.length - n}.htm`
    const after = pages.length - n - 1
    const href = n === 0 ? `${column}/${after}.htm` : `${after}.htm`
    const next = after > 0 ? `<a href="${href}" class="Next">下页</a>` : '<span class="NextDisabled">下页</span>'
    site.page(
      path,
      listPage(
        `<ul>${rows(page)}</ul><div>共${articles.length}条&nbsp;&nbsp;${n + 1}/${pages.length}&nbsp;${next}</div>`,
      ),
    )
  })
  return `${site.origin}/${column}.htm`
}

export function genericList(site: Site, path: string, articles: readonly Article[], perPage = 2): string {
  const pages = chunks(articles, perPage)
  const name = (n: number) => (n === 0 ? path : `${path}?page=${n + 1}`)
  pages.forEach((page, n) => {
    const next = n + 1 < pages.length ? `<a href="${name(n + 1)}">下一页 &gt;</a>` : ''
    const table = page.map(
      ({ path: href, title, date }) => `<tr><td>${date}</td><td><a href="${href}">${title}</a></td></tr>`,
    )
    site.page(
      name(n),
      listPage(`<table>${table.join('')}</table><div class="pages"><a href="${path}">1</a>${next}</div>`),
    )
  })
  return `${site.origin}${path}`
}
