import { describe, expect, it } from 'vitest'
import { one, rowsOf, three } from './pager-pages.ts'
import { framed, type Served, walk } from './walk-pages.ts'

const APP = '<script src="/app.js"></script>'

const SLIDES = (href: string) =>
  `<div class="carousel"><img src="/a.jpg"><ol><li>1</li><li>2</li></ol><a class="next" href="${href}">›</a></div>${APP}`

const BLIND: [string, Record<string, Served>][] = [
  ['onclick of a function of another file', one('<a href="#" onclick="toPage(2)">下一页</a>')],
  ['javascript: of a function of another file', one('<a href="javascript:goPage(2)">2</a>')],
  ['void(0)', one('<a href="javascript:void(0)">下一页</a>')],
  ['javascript:;', one('<a href="javascript:;" class="next">&gt;</a>')],
  ['#', one('<a href="#">下一页</a>')],
  ['a span', one('<span class="next">下一页</span>')],
  ['a button', one('<button type="button">下一页</button>')],
  ['a list item', one('<ol><li>上一页</li><li>下一页</li></ol>')],
  ['an input', one('<input type="button" value="下一页">')],
  ['a picture with a script', one('<img src="/i/next.png" onclick="turn(1)">')],
  ['a select', one('<select id="p"><option value="1">第1页</option><option value="2">第2页</option></select>')],
  ['加载更多', one('<div class="more">加载更多</div>').valueOf() as Record<string, Served>],
  ['点击加载更多 of a button', one('<button id="more">点击加载更多</button>')],
  ['numbers of buttons', one('<button>1</button><button>2</button><button>3</button>')],
  ['an empty place for a pager', one('<div id="pagination"></div><script src="/app.js"></script>')],
  ['an empty place with another name', one('<div class="fenye"></div><script src="/app.js"></script>')],
  ['an empty place behind the last row', one('<div id="zone9" data-of="4"></div><script src="/app.js"></script>')],
  ['a script for pagers', one('<script src="/js/jquery.pagination.min.js"></script>')],
  ['a link of a pager with other words', one('<div class="paging"><a href="/older.html">再往前</a></div>')],
  ['a button of a pager', one('<div class="page-nav"><button onclick="f()">→→</button></div>')],
  [
    'as many rows as pages have',
    { '/l.html': framed(`<ul>${[0, 1, 2, 3, 4].map(rowsOf).join('')}</ul><script src="/app.js"></script>`) },
  ],
  ['a frame that is not there', one('<iframe src="/pages.htm"></iframe>')],
  ['a call that draws pages', one("<div id='x'></div><script>$('#x').pagination(50, {callback: turn})</script>")],
  ['a field for a page number', one('到第 <input type="text"> 页 <button>确定</button>')],
  ['a count of pages in a script', one('<script>var totalPages = "4";</script>')],
  ['a count of pages', one('共4页')],
  ['a position', one('第1/4页')],
  [
    'an element with a number of pages that are not there',
    { '/l/': framed(`${rowsOf(0)}<div id="pageDec" pagecount="3" pagesize="2"></div>`) },
  ],
  ['a count of rows', one('共24条')],
  ['a count of rows in a script', one('<script>var recordCount=24</script>')],
  ['a pager call whose arguments are unknown', one('<script>createPageHTML(n, i, name, ext)</script>')],
  ['Traditional words', one('<a href="javascript:p2()">下一頁</a>')],
  ['a number whose name nothing tells', one('<a href="javascript:;" data-url="/rows" data-page="2">加载更多</a>')],
  ['a control without words', one('<a href="javascript:;" class="page-next"><i></i></a>')],
  ['words of a pager in a script', one('<script>document.write("<a href=index_" + i + ".html>下一页</a>")</script>')],
  ['a request of a script by number', one('<script>$.get(api, {pageNo: 2}, append)</script>')],
  ['rows that come with scrolling', one('<script>window.onscroll = function(){ fetch(more) }</script>')],
  ['a count in an attribute', one('<div data-total="24"></div>')],
  ['a count of pages in a field', one('<input type="hidden" id="totalPage" value="3">')],
  ['a year with a script', one('<span onclick="show(2019)">2019年</span>')],
  [
    'a pager behind a calendar',
    one(
      `${Array.from({ length: 80 }, (_, n) => `<button disabled>${(n % 31) + 1}</button>`).join('')}<a href="javascript:;">下一页</a>`,
    ),
  ],
  ['English words', one('<a href="javascript:p2()">Next</a>')],
  ['a sign of another script', one('<a href="javascript:p2()">❯</a>')],
  ['a number in a circle', one(`<a href="javascript:;">②</a>${APP}`)],
  ['words of no pager', one(`<a href="javascript:;">换一批</a>${APP}`)],
  ['a control with nothing but a picture', one(`<a href="javascript:;"><img src="/i/right.png"></a>${APP}`)],
  ['a control with nothing but a class', one(`<button class="btn-r"><i></i></button>${APP}`)],
  ['a picture with a handler', one('<img src="/i/02.gif" onclick="tp(2)">')],
  ['a field without a name', one('<input size="3"><button onclick="jump()">GO</button>')],
  ['a select of numbers without a script', one(`<select><option>1</option><option>2</option></select>${APP}`)],
  ['the list under another query, by words that say nothing', one('<a href="/l.html?x=2">再往前</a>')],
  ['the number of a last page', one('<a href="/l/z-3.htm">末页</a>')],
  ['a form that sends the number of a page', one('<form><input name="cp"><input type="submit" value="转到"></form>')],
  ['a component', one(`<el-pagination :total="total" />${APP}`)],
  ['a place with a script in it', one('<div class="quotes"><script src="/app.js"></script></div>')],
  ['an empty place of a pager by a name that may be another', one(`<p>x</p><div id="tcdPageCode"></div>${APP}`)],
  ['an element that repeats itself', one(`<b v-for="p in pages" @click="go(p)">{{p}}</b>${APP}`)],
  ['words in an element that is marked as a pager', one(`<div class="fanye"><i>再往前</i></div>${APP}`)],
  ['years that a script shows', one(`<ul><li>2021年</li><li>2020年</li></ul>${APP}`)],
  ['earlier years that a script shows', one(`<p>查看历年</p>${APP}`)],
  ['a position without words', one('<p>1 / 3</p>')],
  ['a number of rows of a page', one('<p>每页显示2条</p>')],
  ['a call with counts of a function that is not there', one(`<script>fy("l", 3, 1)</script>${APP}`)],
  ['the same, by its parts', one(`<script>var n = 3, at = 1; P.show(n, at)</script>${APP}`)],
  ['the same, with settings', one(`<script>new Bar({ el: "#b", sum: 6, each: 2 })</script>${APP}`)],
  ['the same in front of the rows', { '/l.html': framed(`<script>fy("l", 3, 1)</script>${APP}${rowsOf(0)}`) }],
  ['a count of pages in a comment', one('<script>var m_n = 3; // 总页数</script>')],
  ['arrows beside pictures that lead on', one(SLIDES('/l_2.html'))],
  [
    'arrows in a list that slides',
    { '/l.html': framed(`<div class="slide">${rowsOf(0)}<a href="javascript:;">›</a></div>${APP}`) },
  ],
  ['a count of rows of other words', one('<p>合计6条</p>')],
]

describe('a pager that is not understood', () => {
  it.each(BLIND)('is said to be there: %s', async (_, pages) => {
    const { problem } = await walk(pages)
    expect(problem?.code).toMatch(/^(?:pager_unknown|count_mismatch)$/)
  })

  it('is said to be there if the links beside the list look like rows that meet its count', async () => {
    const side = Array.from(
      { length: 9 },
      (_, n) => `<li><a href="/info/9${n}.html">热点信息第${n}条的题目</a></li>`,
    ).join('')
    const { problem } = await walk(one(`共8条<a href="#">下一页</a></div><div class="side"><ol>${side}</ol>`))
    expect(problem?.code).toMatch(/^(?:pager_unknown|count_mismatch)$/)
  })

  it('is said to be there on a later page, where 下一页 was never a link', async () => {
    const pages = three(['/l?page=1', '/l?page=2'], () => '<a href="/l?page=2">2</a><span>下一页</span>')
    expect((await walk(pages)).problem?.code).toBe('pager_unknown')
  })
})

describe('a control of a later page', () => {
  const pages = (first: string, second: string) => ({
    '/l.html': framed(`${rowsOf(0)}${first}<a href="/l_2.html">下一页</a>${APP}`),
    '/l_2.html': framed(`${rowsOf(1)}${second}<a href="/l.html">上一页</a><span>下一页</span>${APP}`),
  })

  it.each(['<p>展开其余报告</p>', '<button id="more">再看一些</button>', '<a onclick="rest()">看看剩下的</a>'])(
    'may lead to more: %s',
    async (control) => {
      expect((await walk(pages('', control))).problem?.code).toBe('pager_unknown')
      expect((await walk(pages(control, control))).problem).toBeNull()
    },
  )

  it.each(['<button>搜索</button>', '<a href="/">网站首页</a>', '<b>2</b>', '<i onclick="back()">返回</i>'])(
    'leads to none: %s',
    async (control) => {
      expect((await walk(pages('', control))).problem).toBeNull()
    },
  )
})

describe('a page to which a pager has a link', () => {
  it.each([
    ['a number', '<a href="/l_2.html">下一页</a><a href="/l_2.html">2</a><a href="/l_3.html">3</a>', ''],
    ['尾页', '<a href="/l_2.html">下一页</a><a href="/l_3.html">尾页</a>', '<a href="/l.html">上一页</a>'],
  ])('is missed if nothing leads there from the page before it: by %s', async (_, first, second) => {
    const pages = three(['/l.html', '/l_2.html', '/l_3.html'], (n) => [first, second, ''][n]!)
    expect((await walk(pages)).problem?.code).toBe('count_mismatch')
  })

  it('is not missed if it says that it has no rows', async () => {
    const pages = {
      '/l.html': framed(`${rowsOf(0)}<a href="/l_2.html">下一页</a><a href="/l_3.html">3</a>`),
      '/l_2.html': framed('<p>本页暂无信息</p><a href="/l_3.html">下一页</a>'),
      '/l_3.html': framed(rowsOf(2)),
    }
    expect((await walk(pages)).problem).toBeNull()
  })

  it('is not the day of a calendar', async () => {
    const days = Array.from({ length: 9 }, (_, n) => `<a href="/day?of=${n + 1}">${n + 1}</a>`).join('')
    const pages = three(['/l.html', '/l_2.html'], (n) =>
      n === 0 ? `${days}<a href="/l_2.html">下一页</a>` : '<b>下一页</b>',
    )
    expect((await walk(pages)).problem).toBeNull()
  })
})

describe('what stands behind each row', () => {
  it('is no pager', async () => {
    const row = (n: number) =>
      `<li><a href="/info/${n}.html">云溪县${2010 + n}年法治政府建设年度报告</a><i onclick="keep(${n})">☆</i></li>`
    const { problem } = await walk({ '/l.html': framed(`<ul>${[0, 1, 2].map(row).join('')}</ul>${APP}`) })
    expect(problem).toBeNull()
  })
})

describe('a list of one page', () => {
  it.each([
    ['no pager', ''],
    ['a count that is met', '共2条 <a href="#">下一页</a>'],
    ['one page of one', '共1页 第1页 <a href="javascript:void(0)">下一页</a>'],
    ['a disabled 下一页', '<span class="disabled">下一页</span>'],
    ['a link to itself', '<a href="/l.html">下一页</a><a href="/l.html">尾页</a>'],
    ['a TRS call of one page', '<script>createPageHTML(1, 0, "index", "html");</script>'],
    ['a script that defines a pager and draws none', '<script>function createPageHTML(a,b,c,d){return}</script>'],
    ['an empty place and no script that could fill it', '<div id="pagination"></div>'],
    ['an empty place of something else', '<div id="footer"></div><script src="/app.js"></script>'],
    ['a pager with a link to itself', '<div class="pager"><a href="/l.html">首页</a> <b>1</b></div>'],
    ['a frame that counts visits', '<iframe src="/visit.htm"></iframe>'],
    ['a link to more of another column', '<a href="/other/">更多&gt;&gt;</a>'],
    ['controls that turn no pages', `<a href="javascript:print()">打印</a><a href="#">返回顶部</a>${APP}`],
    ['controls in a part of another kind', `<div class="share"><a href="javascript:;">＋</a></div>${APP}`],
    ['a form to search', `<form><input name="q" placeholder="请输入关键词"><button>搜索</button></form>${APP}`],
    [
      'links to other sites in a select',
      `<select><option>链接</option><option value="http://a.cn">a</option></select>`,
    ],
    ['an element that keeps a distance', `<div class="h20"></div>${APP}`],
    ['the marks of an authority', `<span id="_ideConac"></span><img src="/jiucuo.png" onclick="Link(1)">${APP}`],
    ['calls about something else', `<script>showDate(1); setTab("one", 1, 2); changeFont(14)</script>${APP}`],
    ['a call of a function that is there', `<script>function fy(a, b){ return a } fy(3, 1)</script>${APP}`],
    ['arrows of pictures that slide', SLIDES('javascript:;')],
    ['a pager of one page', `<div class="page"><span>1 / 1</span> <b>1</b> 第1页</div>${APP}`],
  ])('is read whole with %s', async (_, pager) => {
    const read = await walk(one(pager))
    expect(read).toMatchObject({ problem: null, pages: 1 })
    expect(read.items).toHaveLength(2)
  })
})
