import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCandidate, namesReport } from '../../shared/crawl/candidate.ts'
import { readList } from '../../shared/crawl/lists/read-list.ts'
import { SYSTEM_CHOICES, type SystemName } from '../../shared/crawl/lists/system-names.ts'
import { SYSTEMS } from '../../shared/crawl/lists/systems.ts'
import { growth, LINEAR } from '../growth.ts'
import { FAMILIES } from './simulator/families.ts'
import { ORIGIN, opened, framed as page, walk } from './walk-pages.ts'

const title = (n: number) => `云溪县${2010 + n}年度法治政府建设情况报告`

const twice = (n: number, row: (at: number, day: string) => string) =>
  [0, 1].map((k) => row(n * 2 + k, `1${k}`)).join('')

/** One layout: its pages by path, the list's own first. Each page has two reports, three pages to a list. */
const LAYOUTS: [string, SystemName, Record<string, string>][] = [
  [
    'a TRS column by its directory, dates before titles, a call with more arguments',
    'trs',
    Object.fromEntries(
      ['', 'index_1.shtml', 'index_2.shtml'].map((name, n) => [
        `/zwgk/fzzfjsndbg/${name}`,
        page(`<ul>${twice(n, (at, day) => `<li><b>2021-03-${day}</b><a href="./202103/t202103${day}_${at}.shtml" title="${title(at)}">云溪县…</a></li>`)}</ul>
<script>var x=1;createPageHTML(3, ${n}, "index", "shtml","black",6);</script>`),
      ]),
    ),
  ],
  [
    'TRS that counts from 1 and serves its first page as index_1 too',
    'trs',
    Object.fromEntries(
      [0, 0, 1, 2].map((n, file) => [
        `/fzzf/index${file === 0 ? '' : `_${file}`}.html`,
        page(`<table>${twice(n, (at, day) => `<tr><td><a href="../fzzf/t202103${day}_${at}.html">${title(at)}</a></td><td>[2021-03-${day}]</td></tr>`)}</table>
<script>createPage(3,${n + 1},'index','html')</script>`),
      ]),
    ),
  ],
  [
    'Hanweb by <nextgroup>, records as tables, dates over two lines',
    'hanweb',
    Object.fromEntries(
      ['/col/col12/index.html', 1, 2].map((name, n) => {
        const service = (number: number) =>
          `/module/web/jpage/dataproxy.jsp?page=${number}&webid=1&columnid=12&unitid=99`
        const next =
          n < 2 ? `<nextgroup><![CDATA[<a href="${service(n + 1)}"></a>]]></nextgroup>` : '<nextgroup></nextgroup>'
        const records = twice(
          n,
          (at, day) =>
            `<record><![CDATA[<table><tr><td><a href='/art/2021/3/${day}/art_12_${at}.html' title='${title(at)}'>云溪…</a></td><td>[2021-\n03-${day}]</td></tr></table>]]></record>`,
        )
        const store = `<datastore>${next}<recordset>${records}</recordset></datastore>`
        return typeof name === 'string'
          ? [name, page(`<script type="text/xml">${store}</script>`)]
          : [service(name), store]
      }),
    ),
  ],
  [
    'gkmlpt asked directly, with total and relative addresses',
    'gkmlpt',
    Object.fromEntries(
      [1, 2, 3].map((number) => [
        `/gkmlpt/api/all/9?page=${number}&sid=1`,
        JSON.stringify({
          total: 6,
          articles: [0, 1].map((k) => ({
            title: title(number * 2 - 2 + k),
            url: `/gkmlpt/content/1/1/post_${number}${k}.html`,
            publish_time: `2021-03-1${k} 10:00:00`,
          })),
        }),
      ]),
    ),
  ],
  [
    'Visual SiteBuilder with list.jsp',
    'vsb',
    Object.fromEntries(
      [1, 2, 3].map((number) => [
        number === 1
          ? '/list.jsp?urltype=tree.TreeTempUrl&wbtreeid=1021'
          : `/list.jsp?totalpage=3&PAGENUM=${number}&wbtreeid=1021`,
        page(`<ul>${twice(number - 1, (at, day) => `<li><a href="info/1021/${at}.htm">${title(at)}</a><span>2021/03/${day}</span></li>`)}</ul>
共6条&nbsp;&nbsp;${number}/3&nbsp;${number < 3 ? `<a href="?totalpage=3&PAGENUM=${number + 1}&wbtreeid=1021">下页</a>` : '下页'}`),
      ]),
    ),
  ],
  [
    'Visual SiteBuilder whose pager is a script: counted downwards',
    'vsb',
    Object.fromEntries(
      ['/fzzf.htm', '/fzzf/2.htm', '/fzzf/1.htm'].map((name, n) => [
        name,
        page(`<ul>${twice(n, (at, day) => `<li><a href="${n > 0 ? '../' : ''}info/1021/${at}.htm" title="${title(at)}">报告</a>2021年03月${day}日</li>`)}</ul>
<span>共6条</span> <span>${n + 1}/3</span><a href="javascript:goto()">下页</a>`),
      ]),
    ),
  ],
  [
    'Atom over pages',
    'feed',
    Object.fromEntries(
      ['/feed', '/feed?page=2', '/feed?page=3'].map((name, n) => [
        name,
        `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>法治政府建设</title>${n < 2 ? `<link rel="next" href="/feed?page=${n + 2}"/>` : ''}${twice(n, (at, day) => `<entry><title type="text">${title(at)}</title><link rel="alternate" href="/nr/${at}.html"/><updated>2021-03-${day}T01:30:00Z</updated></entry>`)}</feed>`,
      ]),
    ),
  ],
  [
    'blocks without lists, a next link that is a picture',
    'generic',
    Object.fromEntries(
      ['/l.html', '/l_2.html', '/l_3.html'].map((name, n) => [
        name,
        page(`${twice(n, (at, day) => `<div class="row"><div><a href="/a/b/${at}.html">${title(at)}</a></div><div>2021-03-${day}</div></div>`)}
${n < 2 ? `<a title="下一页" href="/l_${n + 2}.html"><img src="n.png"></a>` : ''}`),
      ]),
    ),
  ],
  [
    'pairs of dt and dd, whose addresses say nothing',
    'generic',
    Object.fromEntries(
      ['/l/index.jhtml', '/l/index_2.jhtml', '/l/index_3.jhtml'].map((name, n) => [
        name,
        page(`<dl>${twice(n, (at, day) => `<dt><a href="/nr/${at}">${title(at)}</a></dt><dd>[2021-03-${day}]</dd>`)}</dl>
${n < 2 ? `<a href="index_${n + 2}.jhtml">下一页</a>` : ''}`),
      ]),
    ),
  ],
  [
    'numbers only',
    'generic',
    Object.fromEntries(
      [1, 2, 3].map((number) => [
        `/l?page=${number}`,
        page(`<dl>${twice(number - 1, (at, day) => `<dd><a href="/a/${at}.html">${title(at)}</a><em>2021-03-${day}</em></dd>`)}</dl>
${[1, 2, 3].map((to) => (to === number ? `<span>${to}</span>` : `<a href="?page=${to}">${to}</a>`)).join('')}`),
      ]),
    ),
  ],
]

describe('a list laid out as', () => {
  it.each(LAYOUTS)('%s', async (_, system, pages) => {
    const read = await walk(pages)
    expect(read).toMatchObject({ system, problem: null })
    expect(read.items.map((item) => item.title)).toEqual([0, 1, 2, 3, 4, 5].map(title))
    expect(read.items.map(({ publishedOn }) => publishedOn)).toEqual([0, 1, 0, 1, 0, 1].map((k) => `2021-03-1${k}`))
  })
})

describe('each system', () => {
  const manual = readFileSync(new URL('../../docs/portals.md', import.meta.url), 'utf8')

  it.each(SYSTEMS.map(({ name }) => name))('has a layout above and a row in docs/portals.md: %s', (name) => {
    expect([...LAYOUTS, ...FAMILIES].map(([, system]) => system)).toContain(name)
    expect(manual).toMatch(new RegExp(`^\\| \\x60${name}\\x60 \\|`, 'm'))
  })
})

describe('a title that names a report', () => {
  it.each([
    ['云溪县2022年法治政府建设年度报告', true],
    ['关于公布《云溪县2022年法治政府建设年度报告》的公告', true],
    ['关于报送《云溪县2022年法治政府建设年度报告》的报告', true],
    ['关于2022年法治政府建设督察反馈问题整改情况的报告', false],
    ['云溪县2022年法治政府建设年度报告（征求意见稿）', false],
    ['县人大常委会听取2022年法治政府建设情况报告', false],
    ['2022年法治政府建设第三方评估报告', false],
    ['云溪县2022年法治政府示范创建工作总结', false],
    ['云溪县2022年度法治政府建设工作情况', true],
    ['云溪县2022年法治政府建设重点任务落实情况', false],
  ])('and nothing else: %s, %s', (title, isReport) => {
    expect(namesReport(title)).toBe(isReport)
  })
})

describe('a title in a list', () => {
  const COLUMN = '法治政府建设年度报告 http://www.portal.example/zwgk/fzzfjsndbg/'
  it.each([
    ['云溪县2022年法治政府建设年度报告', '', true],
    ['云溪县司法局关于2021年度法治政府建设情况的报告', '', true],
    ['雲溪縣人民政府2022年法治政府建設年度報告', '', true],
    ['云溪县2014年度依法行政工作总结', '', true],
    ['云溪县人民政府关于2022年度法治政府建…', '', true],
    ['云溪县2022年法治政府建设工作总', '', true],
    ['云溪县人民政府2022年度法治政…', '', true],
    ['云溪县人民政府关于2022年度推进依…', '', true],
    ['云溪县人民政府关于2022年⋯', '', true],
    ['云溪县人民政府关于202...', '', true],
    ['中共云溪县委 云溪县人民政…', '', true],
    ['云溪县人民政府关于公布云溪县…', '', true],
    ['云溪县2022年度法治政府建…近日，云溪县公布了上一年的工作情况。', '', true],
    ['云溪县人民政府关于2022年度法治政', '', true],
    ['云溪县2022年度重大行政决策事…', '', false],
    ['云溪县2022年政府信息公开工作…', '', false],
    ['云溪县开展法治宣传（2022…', '', false],
    ['云溪县司法局2022年度工作报告', COLUMN, true],
    ['云溪县2022年法治政府建设年报', '', true],
    ['关于公布《云溪县2022年法治政府建设年度报告》的公告', '', true],
    ['云溪县人民政府办公室关于印发2022年法治政府建设年度报告的通知', '', true],
    ['2022年度法治云溪建设工作总结', '', true],
    ['云溪县2022年推进依法治县工作情况报告', '', true],
    ['关于印发《云溪县法治政府建设年度报告编制办法》的通知', COLUMN, false],
    ['关于公布2022年法治政府建设示范项目名单的公告', COLUMN, false],
    ['关于做好2022年法治政府建设年度报告工作的通知', COLUMN, false],
    ['云溪县司法局2022年度工作报告', '通知公告', false],
    ['云溪县2022年政府信息公开工作年度报告', COLUMN, false],
    ['关于报送2022年法治政府建设年度报告的通知', COLUMN, false],
    ['我县召开法治政府建设情况汇报会', '', false],
    ['法治政府建设实施纲要', '', false],
    ['法治政府建设示范创建活动方案', COLUMN, false],
    ['云溪县2022年上半年法治政府建设工作情况', COLUMN, false],
    ['云溪县2022年法治政府建设上半年工作总结和下半年工作计划', COLUMN, false],
    ['云溪县2022年第三季度依法行政工作总结', COLUMN, false],
    ['云溪县2022年1-9月法治政府建设情况', COLUMN, false],
    ['云溪县2022年11月份法治政府建设工作情况', COLUMN, false],
    ['云溪县县长2022年履行推进法治建设第一责任人职责述职报告', COLUMN, false],
    ['云溪县2022年1-12月法治政府建设情况', COLUMN, true],
    ['云溪县2022年全年及第四季度法治政府建设工作总结', COLUMN, true],
    ['云溪县2022年依法行政工作总结及2023年上半年工作安排', COLUMN, true],
    ['云溪县法治政府建设年度报告（2022年12月）', COLUMN, true],
    ['云溪县2022年法治政府建设工作情况暨述法报告', COLUMN, true],
  ])('%s (in %s): %s', (text, column, expected) => {
    expect(isCandidate(text, column)).toBe(expected)
  })
})

describe('any page', () => {
  const piece = fc.constantFrom(
    '<ul>',
    '<li>',
    '<a href="?page=2">',
    '下一页',
    '</a>',
    '<script>',
    'createPageHTML(',
    '5,0,"index","html")',
    '</script>',
    '<record><![CDATA[',
    ']]></record>',
    '<datastore>',
    'dataproxy.jsp?',
    '<nextgroup>',
    '共3条 1/2',
    '{"articles":[',
    '2021-03-01',
    '\0',
  )
  it('is read by every reader without an error', () => {
    const systems = fc.constantFrom(...SYSTEM_CHOICES)
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), systems, (pieces, system) => {
        const reading = readList(system, opened(`${ORIGIN}/gkmlpt/index.htm`, pieces.join('')))
        for (const { url } of [...reading.follow, ...reading.items]) expect(URL.canParse(url)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    '<a href="x">a</a>',
    '<record></record>',
    '<li>',
    'createPageHTML(',
    '共1条',
    '{',
    'dataproxy.jsp?',
    '<script><nextgroup>',
    '<b onclick="toPage(2)">下一页</b>',
    `<b class="y" onclick="$('.y').show()"><i>展开更多</i></b>`,
    `<a onclick="view(1)">关于某事项的通知</a>`,
    '<script>function toPage(n){location.href="a"+n',
    '<form><input name="p"></form>',
    '<div class="page"></div>',
  ])('of %s alone, a hundred thousand times over, is read in linear time', (piece) => {
    const workOn = (pieces: number) => {
      const text = piece.repeat(pieces)
      return () => readList('auto', opened(`${ORIGIN}/l.htm`, text))
    }
    expect(workOn(100_000)().items).toEqual([])
    expect(growth(workOn, 100_000)).toBeLessThan(LINEAR)
  })

  it('has titles of a bounded length', () => {
    const text = `<li><a href="/1.html" title="${'('.repeat(500_000)}">x</a>2021-03-01</li>`
    const { items } = readList('auto', opened(`${ORIGIN}/l.htm`, text))
    expect(items.map((item) => item.title.length)).toEqual([300])
  })

  it('that nests deeper than any page does is refused', () => {
    const text = '<div>'.repeat(100_000)
    const read = () => readList('auto', opened(`${ORIGIN}/l.htm`, text))
    expect(read).toThrow(expect.objectContaining({ reason: 'too_complex' }))
  })
})
