import type { SystemName } from '../../../shared/crawl/lists/system-names.ts'
import { framed, type Served } from '../walk-pages.ts'

const title = (n: number) => `云溪县${2010 + n}年法治政府建设年度报告`
export const TITLES = [0, 1, 2, 3, 4, 5, 6].map(title)
export const ROWS = TITLES.map((name, n) => ({ title: name, url: `/info/${n}.html`, date: `2021-03-1${n}` }))
/** Three pages of three, three and one. */
export const chunk = (page: number) => ROWS.slice((page - 1) * 3, page * 3)
const listed = (rows: typeof ROWS) =>
  rows
    .map((row) => `<li><a href="${row.url}" title="${row.title}">${row.title}</a><span>${row.date}</span></li>`)
    .join('')

/** A service that takes the number of its page from one parameter of the query. */
export const service = (path: (page: number) => string, answer: (page: number) => string): Record<string, Served> =>
  Object.fromEntries([1, 2, 3, 4].map((page) => [path(page), answer(page)]))

const SHELL = (script: string) => framed(`<div id="list"></div>${script}`)

const CHANNEL = '0123456789abcdef0123456789abcdef'
const ucapPath = (page: number) =>
  `/common/search/${CHANNEL}?_isAgg=true&_isJson=true&_pageSize=3&_template=index&page=${page}`
const ucapAnswer = (page: number) =>
  JSON.stringify({
    data: {
      page,
      rows: 3,
      total: 7,
      results: chunk(page).map((row) => ({ title: row.title, url: row.url, publishedTimeStr: `${row.date} 10:00:00` })),
    },
  })

const unit =
  "{'parseType':'buildstatic','webId':'7','tplSetId':'ab','pageType':'column','tagId':'当前栏目','editType':'null','pageId':'c7'}"
const jpaasPath = (page: number) => {
  const url = new URL('http://x/api-gateway/jpaas-publish-server/front/page/build/unit')
  for (const [, name, value] of unit.matchAll(/'(\w+)':'([^']*)'/g)) url.searchParams.set(name!, value!)
  url.searchParams.set('paramJson', JSON.stringify({ pageNo: page, pageSize: 15 }))
  return url.pathname + url.search
}
const jpaasAnswer = (pager: string) => (page: number) =>
  JSON.stringify({
    success: true,
    data: { html: chunk(page).length === 0 ? '' : `<ul>${listed(chunk(page))}</ul>${pager}` },
  })

/** A unit with a script that draws its pager, which is told how many rows there are. */
const jpaasDrawn = (page: number) =>
  jpaasAnswer(
    `<div id="pg"></div><script>unitPageRender('pg',{count:'${ROWS.length}',rows:'3',pageNo:'${page}'})</script>`,
  )(page)

/** Records in wrappers, each with an address for each kind of device, to those who send the form of the page. */
const queryAnswer = (body: string) => {
  const sent = new URLSearchParams(body)
  if (sent.get('webSiteCode[]') !== 'yx' || sent.get('channelCode[]') !== 'c7') return null
  const results = chunk(Number(sent.get('current'))).map((row) => ({
    source: { title: row.title, pubDate: `${row.date} 10:00:00`, urls: JSON.stringify({ common: row.url }) },
  }))
  return JSON.stringify({ code: 200, data: { total: 7, results } })
}

/** The service of one version counts its rows, that of another says `total`. */
const epointAnswer =
  (first: number, wrapped: boolean, total = 'total') =>
  (body: string) => {
    const sent = JSON.parse(body)
    const fields = wrapped ? sent.params : sent
    if (fields?.siteGuid !== 'guid-1' || fields.categorynum !== '003002') return null
    const page = fields.pageIndex - first + 1
    const data = (fields.pageSize >= 7 && total === 'count' ? (page === 1 ? ROWS : []) : chunk(page)).map((row) => ({
      infourl: row.url,
      realtitle: row.title,
      infodate: row.date,
    }))
    const custom = { data, [total]: 7 }
    return JSON.stringify({ custom: wrapped ? JSON.stringify(custom) : custom })
  }

/** Records 1 to 3, then 4 to 6 …: no more at a time than the page itself shows. */
const messages = (from: number) =>
  `/cms/messageController/getMessage.do?columnId=c7&callback=show&startrecord=${from}&endrecord=${from + 2}&perpage=3`
const messagesAnswer = (from: number) =>
  `show(${JSON.stringify({
    result: `<datastore><totalrecord>7</totalrecord><recordset>${ROWS.slice(from - 1, from + 2)
      .map((row) => `<record><![CDATA[<li><a href='${row.url}'>${row.title}</a><b>${row.date}</b></li>]]></record>`)
      .join('')}</recordset></datastore>`,
  })})`

const CATALOGUE = '/module/xxgk/search.jsp?infotypeId=B2&area=0027&currpage='
/** A page of the catalogue, to POST requests alone; its pager runs a script of another page. */
const catalogue = (page: number) => (body: string) =>
  body === ''
    ? `<table>${chunk(page)
        .map((row) => `<tr><td><a href="${row.url}">${row.title}</a></td><td>${row.date}</td></tr>`)
        .join('')}</table>共7条 第${page}/3页 <a onclick="turn(${page + 1})">下一页</a>`
    : null

const lonsunLabel = (page: number) =>
  `/site/label/8888?IsAjax=1&labelName=publicInfoList&siteId=67&pageSize=3&organId=17&catId=5&pageIndex=${page}`
const lonsunAnswer = (page: number) =>
  `<ul>${listed(chunk(page))}</ul><div class="pages"></div><script>Ls.pagination({el:'.pages',pageCount:3,currentPage:${page}})</script>`

const VIEW =
  '<input type="hidden" name="__VIEWSTATE" value="v1"><input type="hidden" name="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" value=""><input type="submit" name="btnSearch" value="查询">'

const BLOCK = '/columns/c7/templates/t1/blocks/b2'
const block = (page: number) => `${BLOCK}?page=${page}&fix=0`
/** Of the block that holds the menu, too. No page after the last has rows. */
const BLOCKS = {
  ...service(block, (page) => `<ul>${listed(chunk(page))}</ul><a onclick="turnBlock(this)">下一页</a>`),
  '/columns/c7/templates/t1/blocks/b1?page=1&fix=0': '<ul><li><a href="/">首页</a></li></ul>',
}

/** Lists of seven reports, by family: what it is, the system that it is read as, its pages with the list's own first. */
export const FAMILIES: [string, SystemName, Record<string, Served>][] = [
  [
    'jpaas, with units named by script elements',
    'jpaas',
    {
      '/col/col7/index.html': SHELL(
        `<script src="/s.js" url="/api-gateway/jpaas-publish-server/front/page/build/unit" queryData="${unit}"></script>`,
      ),
      ...service(jpaasPath, jpaasAnswer('<div class="page">共3页</div>')),
    },
  ],
  [
    'blocks of a template, the first of which is on the page',
    'blocks',
    {
      '/columns/c7/index.html': framed(
        `<div data-block="/columns/c7/templates/t1/blocks/b1"></div><ul>${listed(chunk(1))}</ul><div class="pagination" data-block="${BLOCK}"><a onclick="turnBlock(this)">下一页</a></div><script src="/js/blocks.js"></script>`,
      ),
      ...BLOCKS,
    },
  ],
  [
    'blocks of a template, which a script loads',
    'blocks',
    {
      '/columns/c7/index.html': SHELL(
        `<script>function turn(n){ $("#list").load("${BLOCK}?page=" + n + "&fix=0") } turn(1)</script>`,
      ),
      ...BLOCKS,
    },
  ],
  ['a block of a template that is named as list', 'blocks', BLOCKS],
  [
    'jpaas, with its number of pages where others have that of rows',
    'jpaas',
    {
      '/col/col7/index.html': SHELL(
        `<script src="/s.js" url="/api-gateway/jpaas-publish-server/front/page/build/unit" queryData="${unit}"></script>`,
      ),
      ...service(
        jpaasPath,
        jpaasAnswer('<input type="hidden" name="totalCount" value="7"><div class="list-page" data-total="3"></div>'),
      ),
    },
  ],
  [
    'jpaas, with a pager that a script draws',
    'jpaas',
    {
      '/col/col7/index.html': SHELL(
        `<script src="/s.js" url="/api-gateway/jpaas-publish-server/front/page/build/unit" queryData="${unit}"></script>`,
      ),
      ...service(jpaasPath, jpaasDrawn),
    },
  ],
  [
    'jpaas, with a form that an element names',
    'jpaas',
    {
      '/c7/index.html': SHELL(
        `<div id="u7" queryurl="/queryList" querydata="{'current':'1','unitid':'7','webSiteCode[]':'yx','channelCode[]':'c7','pageSize':'3'}"></div><script>$.jpage($("#u7"),{data:eval("("+$("#u7").attr("querydata")+")")})</script>`,
      ),
      '/queryList': queryAnswer,
    },
  ],
  [
    'UCAP, with the address in a script',
    'ucap',
    {
      '/c7/list.shtml': SHELL(`<script>$.ajax({url:"${ucapPath(1)}",success:draw})</script>`),
      ...service(ucapPath, ucapAnswer),
    },
  ],
  ['UCAP, its service named as list', 'ucap', service(ucapPath, ucapAnswer)],
  [
    'Epoint, with settings in the page',
    'epoint',
    {
      '/dynamic/zwgk/govInfoPub.html?categorynum=003002': SHELL(
        '<script>var siteInfo = {"projectName":"/EWB-FRONT","siteGuid":"guid-1"}</script>',
      ),
      '/EWB-FRONT/rest/lightfrontaction/getgovinfolist': epointAnswer(1, false),
    },
  ],
  [
    'Epoint, counting its pages from 0',
    'epoint',
    {
      '/dynamic/zwgk/govInfoPub.html?categorynum=003002': SHELL(
        '<script>var siteInfo = {"projectName":"/EWB-FRONT","siteGuid":"guid-1"}</script>',
      ),
      '/EWB-FRONT/rest/lightfrontaction/getgovinfolist': epointAnswer(0, false, 'count'),
    },
  ],
  [
    'gkmlpt, counted in its category',
    'gkmlpt',
    {
      '/gkmlpt/index': framed('<script>window._CONFIG = {SID: 12, TREE: [{"id": 7, "name": "法治政府建设"}]}</script>'),
      ...Object.fromEntries(
        [1, 2, 3, 4].map((page) => [
          `/gkmlpt/api/all/7?page=${page}&sid=12`,
          JSON.stringify({
            articles: chunk(page).map((row) => ({ title: row.title, url: row.url, date: `${row.date} 10:00` })),
            classify: { post_count: 7 },
          }),
        ]),
      ),
    },
  ],
  [
    'Epoint, with settings in a file and an older service',
    'epoint',
    {
      '/dynamic/zwgk/govInfoPub.html?categorynum=003002': SHELL('<script src="/js/webBuilderCommon.js"></script>'),
      '/js/webBuilderCommon.js':
        'var siteInfo = {"projectName":"/EWB_Mid","siteGuid":"guid-1"}; function get(){ var data = {params: {a:1}}; }',
      '/EWB_Mid/rest/lightfrontaction/getgovinfolist': epointAnswer(0, true),
    },
  ],
  [
    'Hanweb, records as messages',
    'hanweb',
    {
      '/zw/index.html': SHELL(
        "<script>$('#a').jpage({columnId:'c7',proxyUrl:'/cms/messageController/getMessage.do',perPage:3,totalRecord:7})</script>",
      ),
      ...Object.fromEntries([1, 4, 7].map((from) => [messages(from), messagesAnswer(from)])),
    },
  ],
  [
    'Hanweb, a catalogue',
    'hanweb',
    {
      '/col/col7/index.html': SHELL(
        `<iframe src="/module/xxgk/tree.jsp?area=0027"></iframe><script>function turn(n){$.post("${CATALOGUE}"+n,draw)}</script>`,
      ),
      ...Object.fromEntries([1, 2, 3].map((page) => [`${CATALOGUE}${page}`, catalogue(page)])),
    },
  ],
  ['Lonsun, its label named as list', 'lonsun', service(lonsunLabel, lonsunAnswer)],
  [
    'Lonsun, a column whose script asks for its label',
    'lonsun',
    {
      '/public/column/17?type=4&action=list': SHELL(
        `<script>Ls.ajax({url:"/site/label/8888?IsAjax=1",data:{labelName:'publicInfoList',siteId:67,pageSize:3,organId:"17",catId:"5"},success:function(d){}})</script>`,
      ),
      ...service(lonsunLabel, lonsunAnswer),
    },
  ],
  [
    'Lonsun, a column with its rows',
    'lonsun',
    Object.fromEntries(
      [1, 2, 3].map((page) => [
        `/public/column/17?type=4${page > 1 ? `&pageIndex=${page}` : ''}`,
        framed(`<ul>${listed(chunk(page))}</ul><script>Ls.pagination({pageCount:3,currentPage:${page}})</script>`),
      ]),
    ),
  ],
  [
    'ASP.NET, by __doPostBack',
    'generic',
    {
      '/list.aspx': (body) => {
        const fields = new URLSearchParams(body)
        const page = Number(fields.get('__EVENTARGUMENT') ?? 1)
        if (body !== '' && (fields.get('__VIEWSTATE') !== 'v1' || fields.has('btnSearch'))) return null
        const next =
          page < 3
            ? `<a href="javascript:__doPostBack(&#39;Pager1&#39;,&#39;${page + 1}&#39;)">下一页</a>`
            : '<a disabled="disabled">下一页</a>'
        return framed(`<form method="post" action="./list.aspx">${VIEW}<ul>${listed(chunk(page))}</ul>${next}</form>`)
      },
    },
  ],
  [
    'a list in a frame',
    'generic',
    {
      '/l.html': framed(
        '<iframe src="/count/visit.html"></iframe><iframe src="/inner/index.html" width="100%"></iframe>',
      ),
      '/inner/index.html': framed(`<ul>${listed(chunk(1))}</ul><script>createPageHTML(3,0,"index","html")</script>`),
      '/inner/index_1.html': framed(`<ul>${listed(chunk(2))}</ul>`),
      '/inner/index_2.html': framed(`<ul>${listed(chunk(3))}</ul>`),
    },
  ],
  [
    'a set of frames',
    'generic',
    {
      '/l.html': '<html><frameset cols="20%,80%"><frame src="/menu.html"><frame src="/rows.html"></frameset></html>',
      '/menu.html': '<body><a href="/" target="_top">首页</a></body>',
      '/rows.html': framed(`<ul>${listed(ROWS)}</ul>`),
    },
  ],
  [
    'records in a script, drawn some at a time',
    'generic',
    {
      '/l.html': framed(
        `<div id="list"></div><a href="javascript:void(0)">下一页</a><script>var list = [${ROWS.map((row) => `{id:1,title:'${row.title}',url:'${row.url}',date:'${row.date}'}`).join(',')}];</script>`,
      ),
    },
  ],
  [
    'lists of strings in a script',
    'generic',
    {
      '/l.html': framed(
        `<div id="list"></div><script>var list = new Array();${ROWS.map((row, n) => `list[${n}]=["${row.title}","${row.url}","${row.date}"];`).join('\n')}</script>`,
      ),
    },
  ],
  [
    'a page that sends its visitors on by a script',
    'generic',
    { '/': '<script>location.href="/real/list.html"</script>', '/real/list.html': framed(`<ul>${listed(ROWS)}</ul>`) },
  ],
  [
    'a page that sends its visitors on by itself',
    'generic',
    {
      '/': '<html><head><meta http-equiv="refresh" content="0; url=real/list.html"></head></html>',
      '/real/list.html': framed(`<ul>${listed(ROWS)}</ul>`),
    },
  ],
  [
    'an unknown service in JSON',
    'json',
    service(
      (page) => `/api/articles?channel=7&pageNum=${page}&size=3`,
      (page) =>
        JSON.stringify({
          code: 200,
          result: {
            totalCount: 7,
            list: chunk(page).map((row) => ({ docTitle: row.title, docUrl: row.url, pubDate: Date.parse(row.date) })),
          },
        }),
    ),
  ],
  [
    'an unknown service in JSONP that says how many pages it has',
    'json',
    service(
      (page) => `/api/list?cb=show&page=${page}`,
      (page) =>
        `show(${JSON.stringify({ pages: 3, rows: chunk(page).map((row) => ({ name: row.title, link: row.url, time: `${row.date} 09:00` })) })})`,
    ),
  ],
]
