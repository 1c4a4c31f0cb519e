import { describe, expect, it } from 'vitest'
import { framed, type Served, walk } from './walk-pages.ts'

const COLUMN = '/col/col12/index.html'
const SERVICE = '/module/web/jpage/dataproxy.jsp'
const title = (n: number) => `云溪县${2000 + n}年法治政府建设年度报告`
const TITLES = Array.from({ length: 14 }, (_, n) => title(n))
const link = (n: number) => `<li><a href="/art/${n}.html" title="${title(n)}">云溪…</a><b>2021-03-10</b></li>`
/** Markup of the rows from one place to another, from 1. */
const rows = (from: number, to: number) => TITLES.slice(from - 1, to).map((_, n) => link(from - 1 + n))
const store = (own: readonly string[], rest = '') =>
  `<datastore>${rest}<recordset>${own.map((row) => `<record><![CDATA[${row}]]></record>`).join('')}</recordset></datastore>`
const total = '<totalrecord>14</totalrecord>'
const group = (page: number) => `<nextgroup><![CDATA[<a href="${SERVICE}?page=${page}&columnid=12"></a>]]></nextgroup>`
const column = (inside: string, script = '') => framed(`<script type="text/xml">${inside}</script>${script}`)
const jpage = (settings: string) => `<script>$('#99').jpage({${settings}})</script>`

const rangePath = (from: number, to: number, perPage: number, service = SERVICE, parameters = 'columnid=12') =>
  `${service}?${parameters}&startrecord=${from}&endrecord=${to}&perpage=${perPage}`
const SETTINGS = `totalRecord:14,perPage:2,groupSize:2,proxyUrl:"${SERVICE}",ajaxParam:{columnid:12}`
/** The service as the page's script asks it. */
const ranges = Object.fromEntries(
  [
    [5, 10],
    [11, 16],
  ].map(([from, to]) => [rangePath(from!, to!, 2), store(rows(from!, to!), total)]),
)
/** Groups of three by their number, from the first record or from those behind the page's. */
const groups = (first: number, named: boolean, said: string) =>
  Object.fromEntries(
    Array.from({ length: 5 }, (_, n) => {
      const own = rows(first + n * 3, first + n * 3 + 2)
      return [
        `${SERVICE}?page=${n + 1}&columnid=12`,
        store(own, `${said}${named && own.length === 3 ? group(n + 2) : '<nextgroup></nextgroup>'}`),
      ]
    }),
  )

describe('the records behind those of a page are read', () => {
  const own = store(rows(1, 4), group(1))
  it.each<[string, Record<string, Served>]>([
    ['by ranges, as its script asks for them', { [COLUMN]: column(own, jpage(SETTINGS)), ...ranges }],
    ['by groups behind its own', { [COLUMN]: column(own), ...groups(5, true, '') }],
    ['by groups behind its own, which say how many there are', { [COLUMN]: column(own), ...groups(5, true, total) }],
    ['by groups from the first record', { [COLUMN]: column(own), ...groups(1, true, '') }],
    [
      'by groups from the first record, which say how many there are',
      { [COLUMN]: column(own), ...groups(1, true, total) },
    ],
    [
      'by groups of which the last one stands for all after it',
      {
        [COLUMN]: column(own),
        ...groups(5, true, total),
        [`${SERVICE}?page=5&columnid=12`]: store(rows(14, 14), `${total}<nextgroup></nextgroup>`),
        [`${SERVICE}?page=6&columnid=12`]: store(rows(14, 14), total),
      },
    ],
    ['by groups that name no next one', { [COLUMN]: column(own), ...groups(1, false, total) }],
    ['by groups, where there are no ranges', { [COLUMN]: column(own, jpage(SETTINGS)), ...groups(1, true, total) }],
    [
      'by groups, where ranges are not heeded',
      {
        [COLUMN]: column(own, jpage(SETTINGS)),
        [rangePath(5, 10, 2)]: store(rows(1, 4), total),
        ...groups(1, true, total),
      },
    ],
    [
      'by ranges of fewer than were asked for',
      {
        [COLUMN]: column(own, jpage(SETTINGS)),
        ...Object.fromEntries(
          [5, 8, 11, 14].map((from) => [rangePath(from, from + 5, 2), store(rows(from, from + 2), total)]),
        ),
      },
    ],
    [
      'by ranges, without their number',
      {
        [COLUMN]: column(own, jpage(SETTINGS.replace('totalRecord:14,', ''))),
        ...Object.fromEntries([5, 11].map((from) => [rangePath(from, from + 5, 2), store(rows(from, from + 5))])),
      },
    ],
    [
      'by ranges of full answers, without their number',
      {
        [COLUMN]: column(store(rows(1, 2), group(1)), jpage(SETTINGS.replace('totalRecord:14,', ''))),
        ...Object.fromEntries([3, 9, 15].map((from) => [rangePath(from, from + 5, 2), store(rows(from, from + 5))])),
      },
    ],
    [
      'of several columns',
      {
        [COLUMN]: column(
          own,
          jpage(
            `totalRecord:14,perPage:5,proxyUrl:'/module/jpage/morecolumndataproxy.jsp',ajaxParam:{columnid:"12,13",keyWordCount:"99"}`,
          ),
        ),
        [rangePath(5, 19, 5, '/module/jpage/morecolumndataproxy.jsp', 'columnid=12%2C13&keyWordCount=99')]: store(
          rows(5, 14),
          total,
        ),
      },
    ],
    [
      'from an array of a script',
      {
        [COLUMN]: column(own, jpage(SETTINGS)),
        ...Object.fromEntries(
          [
            [5, 10],
            [11, 16],
          ].map(([from, to]) => [
            rangePath(from!, to!, 2),
            `totalRecord=14;perPage=2;dataStore=${JSON.stringify(rows(from!, to!))};`,
          ]),
        ),
      },
    ],
  ])('%s', async (_, pages) => {
    const read = await walk(pages)
    expect(read).toMatchObject({ problem: null, unreadable: [], system: 'hanweb' })
    expect(read.items.map((item) => item.title)).toEqual(TITLES)
  })
})

describe('records that are not all there are said to be', () => {
  const own = store(rows(1, 4), group(1))
  it.each<[string, string, Record<string, Served>]>([
    [
      'a group is missing',
      'count_mismatch',
      { [COLUMN]: column(own), ...groups(5, true, total), [`${SERVICE}?page=2&columnid=12`]: () => null },
    ],
    [
      'groups are the same for every number',
      'pager_repeats',
      {
        [COLUMN]: column(own),
        ...Object.fromEntries(
          [1, 2, 3, 4, 5].map((page) => [
            `${SERVICE}?page=${page}&columnid=12`,
            store(rows(1, 3), `${total}${group(page + 1)}`),
          ]),
        ),
      },
    ],
    [
      'the only group repeats the page and says no number',
      'pager_repeats',
      { [COLUMN]: column(own), [`${SERVICE}?page=1&columnid=12`]: store(rows(1, 4)) },
    ],
    [
      'groups end before their number',
      'count_mismatch',
      {
        [COLUMN]: column(own),
        [`${SERVICE}?page=1&columnid=12`]: store(rows(1, 6), `${total}<nextgroup></nextgroup>`),
        [`${SERVICE}?page=2&columnid=12`]: store([], total),
      },
    ],
    [
      'a range ends before their number',
      'count_mismatch',
      {
        [COLUMN]: column(own, jpage(SETTINGS)),
        [rangePath(5, 10, 2)]: store(rows(5, 8), total),
        [rangePath(9, 14, 2)]: store([], total),
      },
    ],
  ])('%s', async (_, code, pages) => {
    expect((await walk(pages)).problem?.code).toBe(code)
  })
})

describe('the messages of a page', () => {
  const MESSAGES = '/TrueCMS/messageController/getMessage.do'
  const path = (from: number, to: number) =>
    `${MESSAGES}?columnId=c7&callback=show&startrecord=${from}&endrecord=${to}&perpage=5`
  const answer = (from: number, to: number, said: Record<string, unknown>, inside = '') =>
    `show(${JSON.stringify({ ...said, result: store(rows(from, to), inside) })});`
  const shell = (name: string, own = '') =>
    framed(
      `${own}<ul id="msgs"></ul>${jpage(`totalRecord:"14",${name}:5,proxyUrl:'${MESSAGES}',ajaxParam:{columnId:'c7'}`)}`,
    )
  /** What a template engine left in the script of a page. */
  const template = `<ul id="initData">${rows(1, 6).join('')}</ul>
<script>var initData = '<datastore><recordset>'; $('#initData ul').each(function(){ initData += '<record><![CDATA[' + $(this).html() + ']]></record>' })
$('#msgs').jpage({contentTemplate:'<datastore><record><![CDATA[<li><a href="\${(m.htmlPath)!}" title="\${(m.msgTitle)!}">\${(m.msgTitle)!}</a></li>]]></record></datastore>'})</script>`
  const starts = [1, 6, 11]

  it.each<[string, string, (from: number) => string]>([
    ['with their number in the records', shell('perPage'), (from) => answer(from, from + 4, {}, total)],
    ['with their number beside the records', shell('perPage'), (from) => answer(from, from + 4, { total: 14 })],
    [
      'with their number beside the records, as a text',
      shell('perpage'),
      (from) => answer(from, from + 4, { total: '14' }),
    ],
    [
      'of a page that has the first of them itself',
      shell('perPage', template),
      (from) => answer(from, from + 4, {}, total),
    ],
  ])('are read %s', async (_, page, served) => {
    const read = await walk({
      '/fzzf.html': page,
      ...Object.fromEntries(starts.map((from) => [path(from, from + 4), served(from)])),
    })
    expect(read).toMatchObject({ problem: null, unreadable: [], system: 'hanweb', declared: 14 })
    expect(read.items.map((item) => item.title)).toEqual(TITLES)
  })

  it('that the page has itself are read where the service has ended, and are not said to be all', async () => {
    const read = await walk({ '/fzzf.html': shell('perPage', template) })
    expect(read.items.map((item) => item.title)).toEqual(TITLES.slice(0, 6))
    expect(read.problem?.code).toBe('count_mismatch')
  })
})
