import { describe, expect, it } from 'vitest'
import { framed, type Served, walk } from './walk-pages.ts'

const title = (n: number) => `云溪县${2010 + n}年法治政府建设年度报告`
const TITLES = [0, 1, 2, 3, 4, 5].map(title)

/** Two rows of page `n` from 0. */
const rowsOf = (n: number) =>
  `<ul>${[0, 1].map((k) => `<li><a href="/info/${n * 2 + k}.html" title="${title(n * 2 + k)}">${title(n * 2 + k).slice(0, 8)}…</a><span>2021-03-1${k}</span></li>`).join('')}</ul>`

/** Three pages by their paths, each with its pager. */
const three = (paths: readonly string[], pager: (n: number) => string): Record<string, Served> =>
  Object.fromEntries(paths.map((path, n) => [path, framed(`${rowsOf(n)}<div class="bar">${pager(n)}</div>`)]))

const INDEX = ['/l/index.html', '/l/index_1.html', '/l/index_2.html']
const QUERY = ['/l.jsp?c=7', '/l.jsp?c=7&p=2', '/l.jsp?c=7&p=3']
const GO = '<script>function toPage(n){ window.location.href = "/l.jsp?c=7&p=" + n; }</script>'
const next = (n: number, link: string, end = '') => (n < 2 ? link : end)

const FOLLOWED: [string, Record<string, Served>][] = [
  [
    'links to pages of the list, without words',
    three(INDEX, (n) => next(n, `<a href="index_${n + 1}.html"><i></i></a>`)),
  ],
  [
    'links to pages of the list, in words',
    three(
      ['/l', '/l?page=2', '/l?page=3'],
      () => '<a href="/l?page=1">一</a><a href="/l?page=2">二</a><a href="/l?page=3">三</a>',
    ),
  ],
  [
    'onclick="toPage(2)" of a span',
    three(QUERY, (n) => next(n, `<span onclick="toPage(${n + 2})">下一页</span>`) + GO),
  ],
  ['onclick of a button', three(QUERY, (n) => next(n, `<button onclick="toPage(${n + 2})">下一页</button>`) + GO)],
  [
    'javascript:goPage(2) whose function counts from 0',
    three(
      INDEX,
      (n) =>
        `${next(n, `<a href="javascript:goPage(${n + 2})">下页</a>`)}<script>function goPage(p){if(p==1){location.href="index.html"}else{location.href="index_"+(p-1)+".html"}}</script>`,
    ),
  ],
  [
    'a function that chooses the address and stops at the last page',
    three(
      ['/l/list.html', '/l/list-2.html', '/l/list-3.html'],
      (n) =>
        `<a href="javascript:jump(${n + 2})">下一页</a><script>var pages = 3;function jump(k){ if (k < 1 || k > pages) { return; } location.href = "list" + (k == 1 ? "" : "-" + k) + ".html" }</script>`,
    ),
  ],
  [
    'older entries of a blog',
    three(['/c/fz/', '/c/fz/page/2/', '/c/fz/page/3/'], (n) =>
      next(n, `<a href="/c/fz/page/${n + 2}/">&laquo; 更早的文章</a>`),
    ),
  ],
  [
    'numbers alone, which count rows from 0',
    Object.fromEntries(
      [['/l?c=7', 0] as const, ...[0, 1, 2].map((n) => [`/l?c=7&from=${n * 20}&num=20`, n] as const)].map(
        ([path, here]) => [
          path,
          framed(
            rowsOf(here) + [0, 1, 2].map((n) => `<a href="/l?c=7&from=${n * 20}&num=20">[${n + 1}]</a>`).join(' '),
          ),
        ],
      ),
    ),
  ],
  [
    'a link of the head, whose relation has other words',
    three(INDEX, (n) => next(n, `<link rel="Next prefetch" href="index_${n + 1}.html">`)),
  ],
  [
    'a header of the answer',
    Object.fromEntries(
      Object.entries(three(QUERY, () => '')).map(([path, html], n) => [
        path,
        n < 2 ? { html: html as string, nextPage: QUERY[n + 1]! } : html,
      ]),
    ),
  ],
  [
    'numbered folders',
    three(['/c/fz/', '/c/fz/page/2/', '/c/fz/page/3/'], () =>
      [2, 3].map((n) => `<a href="/c/fz/page/${n}/">${n}</a>`).join(''),
    ),
  ],
  [
    'an address of the next rows that a script asks for at the end of these',
    three(INDEX, (n) =>
      next(
        n,
        `<p data-next="/l/index_${n + 1}.html"></p><script>new IntersectionObserver(function(){ fetch(more) })</script>`,
      ),
    ),
  ],
  [
    'rows that a button fetches by number, as markup in JSON',
    {
      '/l/': framed(
        `${rowsOf(0)}<button data-url="/l/rows.do" data-page="2">加载更多</button><script>$.getJSON(url,{pageNo:n,ts:now},add)</script>`,
      ),
      '/l/rows.do?pageNo=2': JSON.stringify({ html: rowsOf(1), hasMore: true, total: 6 }),
      '/l/rows.do?pageNo=3': JSON.stringify({ html: rowsOf(2), hasMore: false, total: 6 }),
    },
  ],
  [
    'a frame with the pager',
    {
      ...three(INDEX, (n) => `<iframe src="/l/bar${n}.htm" height="30"></iframe>`),
      ...Object.fromEntries(
        [0, 1, 2].map((n) => [
          `/l/bar${n}.htm`,
          `<body>${n + 1}/3页 ${next(n, `<a target="_parent" href="index_${n + 1}.html">下一页</a>`)}</body>`,
        ]),
      ),
    },
  ],
  [
    'a function with a variable for the address',
    three(
      QUERY,
      (n) =>
        `${next(n, `<a href="#" onclick="turn('${n + 2}');return false">下一页</a>`)}<script>var turn = function(no){ var base='/l.jsp?c=7'; var url = base + '&p=' + no; window.location = url }</script>`,
    ),
  ],
  [
    'a form that is sent by GET',
    three(
      ['/l.jsp?c=7', '/l.jsp?c=7&p=2', '/l.jsp?c=7&p=3'],
      (n) =>
        `${next(n, `<a href="javascript:go(${n + 2})">下一页</a>`)}<form name="f" action="/l.jsp"><input type="hidden" name="c" value="7"><input type="hidden" name="p" value="${n + 1}"></form><script>function go(k){document.f.p.value=k;document.f.submit();}</script>`,
    ),
  ],
  [
    'a form that is sent by POST',
    {
      '/l.do': (body) => {
        const n = Number(new URLSearchParams(body).get('pageNo') ?? 1) - 1
        return framed(
          `${rowsOf(n)}${next(n, `<a href="javascript:page(${n + 2})">下一页</a>`)}<form id="q" method="post" action="/l.do"><input id="pageNo" name="pageNo" type="hidden" value="${n + 1}"></form><script>function page(n){ $("#pageNo").val(n); $("#q").submit(); return false }</script>`,
        )
      },
    },
  ],
  [
    'a select of addresses',
    three(
      INDEX,
      (n) =>
        `<select onchange="location.href=this.value">${[1, 2, 3].map((k) => `<option value="${INDEX[k - 1]}"${k === n + 1 ? ' selected' : ''}>${k}</option>`).join('')}</select>`,
    ),
  ],
  [
    'a select of numbers',
    three(
      QUERY,
      () =>
        `<select onchange="toPage(this.value)"><option value="1">1</option><option value="2">2</option><option value="3">3</option></select>${GO}`,
    ),
  ],
  [
    'a picture 下一页',
    three(QUERY, (n) => next(n, `<a href="${QUERY[n + 1]}"><img src="/i/arrow.gif" alt="下一页"></a>`)),
  ],
  ['a picture without words', three(QUERY, (n) => next(n, `<a href="${QUERY[n + 1]}"><img src="/i/next.gif"></a>`))],
  ['a lone 尾页', three(INDEX, () => '<a href="index_2.html">尾页</a>')],
  ['a lone 尾页 with a query', three(QUERY, () => '<a href="/l.jsp?c=7&p=3">末页</a>')],
  [
    "Pager({size:3,current:0,prefix:'index',suffix:'html'})",
    three(INDEX, (n) => `<script>Pager({size:3,current:${n},prefix:'index',suffix:'html'});</script>`),
  ],
  [
    'newCreatePageHTML',
    three(
      INDEX,
      (n) =>
        `<div id="page_div"></div><script>newCreatePageHTML('page_div', 3, ${n + 1}, 'index', 'html', 6);</script>`,
    ),
  ],
  [
    'newCreatePageHTML that counts from 1',
    three(
      ['/l/list.shtml', '/l/list_2.shtml', '/l/list_3.shtml'],
      (n) =>
        `<div id="page_div"></div><script>newCreatePageHTML('page_div', 3, ${n + 1}, 'list', 'shtml', 6);</script>`,
    ),
  ],
  [
    'countPage on list.shtml',
    three(
      ['/l/list.shtml', '/l/list_1.shtml', '/l/list_2.shtml'],
      () => '<script>var countPage = 3;var currentPage=0;</script>',
    ),
  ],
  [
    'Ls.pagination',
    three(
      ['/content/column/123', '/content/column/123?pageIndex=2', '/content/column/123?pageIndex=3'],
      (n) =>
        `<div class="pages"></div><script>Ls.pagination({elem:'.pages',pageCount:3,currentPage:${n + 1}});</script>`,
    ),
  ],
  [
    'laypage with a jump',
    three(
      QUERY,
      (n) =>
        `<div id="page"></div><script>laypage.render({elem:'page',count:6,limit:2,curr:${n + 1},jump:function(obj,first){ if(!first){ location.href='/l.jsp?c=7&p='+obj.curr; } }});</script>`,
    ),
  ],
  [
    '?uid=…&pageNum=',
    three(
      ['/col/col7/index.html', '/col/col7/index.html?uid=321&pageNum=2', '/col/col7/index.html?uid=321&pageNum=3'],
      (n) => next(n, `<a href="/col/col7/index.html?uid=321&pageNum=${n + 2}">&gt;</a>`),
    ),
  ],
  [
    '共6条 and 共3页 with links',
    three(
      QUERY,
      (n) => `共<b>6</b>条 第${n + 1}页 共3页 ${next(n, `<a href="${QUERY[n + 1]}">下一页</a>`, '<a>下一页</a>')}`,
    ),
  ],
  [
    '下一页 that leads to itself on the last page',
    three(QUERY, (n) => `<a href="${QUERY[Math.min(n + 1, 2)]}">下一页</a> <a href="${QUERY[2]}">尾页</a>`),
  ],
  [
    '下一页 without a link on the last page',
    three(QUERY, (n) => next(n, `<a href="${QUERY[n + 1]}">下一页</a>`, '<span>下一页</span>')),
  ],
  [
    '下一页 in a list that is marked as disabled',
    three(
      QUERY,
      (n) =>
        `<ul><li class="${n === 2 ? 'disabled' : ''}">${next(n, `<a href="${QUERY[n + 1]}">下一页</a>`, '<a href="javascript:;">下一页</a>')}</li></ul>`,
    ),
  ],
]

describe('a pager that is understood', () => {
  it.each(FOLLOWED)('is followed to its end: %s', async (_, pages) => {
    const read = await walk(pages)
    expect(read).toMatchObject({ problem: null, unreadable: [] })
    expect(read.items.map((item) => item.title)).toEqual(TITLES)
  })
})

const place = (rows: number, n: number) =>
  framed(
    `${rows === 0 ? '' : rowsOf(n - 1)}<p>第${n}/3页 <a href="/l.jsp?c=7&p=${n - 1}">上一页</a> <a href="/l.jsp?c=7&p=${Math.min(3, n + 1)}">下一页</a></p>`,
  )

const offset = (rows: number, here: number) =>
  framed(
    `${rows === 0 ? '' : rowsOf(here)}<p>${[0, 1, 2].map((n) => (n === here ? `[${n + 1}]` : `<a href="/o?c=7&start=${n * 2}">[${n + 1}]</a>`)).join(' ')}</p>`,
  )

describe('a list that does not open on its first page', () => {
  it('is read whole by numbers alone from an empty last page', async () => {
    const pages = [0, 1, 2].map((n) => [`/o?c=7&start=${n * 2}`, offset(2, n)] as const)
    const read = await walk({ '/o?c=7': offset(0, 2), ...Object.fromEntries(pages) })
    expect(read.problem).toBeNull()
    expect(read.items.map((item) => item.title).sort()).toEqual(TITLES)
  })

  const pages = { '/l.jsp?c=7&p=1': place(2, 1), '/l.jsp?c=7&p=2': place(2, 2), '/l.jsp?c=7&p=3': place(2, 3) }

  it.each([
    ['its last page', place(2, 3)],
    ['its last page, without rows', place(0, 3)],
    ['a page in its middle', place(2, 2)],
  ])('is read whole from %s', async (_, start) => {
    const read = await walk({ '/l.jsp?c=7': start, ...pages })
    expect(read.problem).toBeNull()
    expect(read.items.map((item) => item.title).sort()).toEqual(TITLES)
  })
})

const one = (pager: string) => ({ '/l.html': framed(`${rowsOf(0)}<div class="bar">${pager}</div>`) })

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
  ])('is read whole with %s', async (_, pager) => {
    const read = await walk(one(pager))
    expect(read).toMatchObject({ problem: null, pages: 1 })
    expect(read.items).toHaveLength(2)
  })
})

describe('the title of a row', () => {
  const TITLE = '云溪县2022年法治政府建设年度报告'

  it.each([
    ['the words of its picture', `<img src="9.jpg" alt="${TITLE}">`, ''],
    ['a label that is read out', '<i class="icon"></i>', `aria-label="${TITLE}"`],
    ['the label of a picture without words', `<i role="img" aria-label="${TITLE}"></i>`, ''],
    ['the title of an element in it', `<span title="${TITLE}"></span>`, ''],
    ['its label where the words are cut', '云溪县2022年法治…', `aria-label="${TITLE}"`],
    ['its words where the title only says what a click does', TITLE, 'title="点击在新窗口打开"'],
    ['numbers of characters', [...TITLE].map((one) => `&#${one.codePointAt(0)};`).join(''), ''],
    ['split by elements and comments', '<font>云溪县202</font><!-- x --><b>2年法治政府</b>建设年度报告', ''],
  ])('is what its reader sees or hears: %s', async (_, words, attributes) => {
    const { items } = await walk(one(`<p><a href="/a/9.html" ${attributes}>${words}</a></p>`))
    expect(items.map(({ title }) => title)).toContain(TITLE)
  })
})

describe('a row without an address', () => {
  const row = (markup: string, script = '') => ({
    '/l.html': framed(`${rowsOf(0)}<ul>${markup}</ul><script>${script}</script>`),
  })
  const TITLE = '云溪县2022年法治政府建设年度报告'

  it.each([
    ['window.open in onclick', `<li onclick="window.open('/a/9.html')">${TITLE}</li>`, ''],
    ['a function with the address', `<li><a href="javascript:openUrl('/a/9.html')">${TITLE}</a></li>`, ''],
    [
      'a function that makes it',
      `<li><a href="#" onclick="show(9)" title="${TITLE}">云溪县…</a></li>`,
      'function show(id){location.href="/a/"+id+".html"}',
    ],
    ['an attribute', `<li data-url="/a/9.html">${TITLE}</li>`, ''],
  ])('is read where its script tells one: %s', async (_, markup, script) => {
    const { items, unreadable } = await walk(row(markup, script))
    expect(unreadable).toEqual([])
    expect(items).toContainEqual(expect.objectContaining({ title: TITLE, url: 'http://www.portal.example/a/9.html' }))
  })

  it.each([
    ['a function of another file', `<li><a href="javascript:show(9)">${TITLE}</a></li>`, ''],
    ['void(0)', `<li><a href="javascript:void(0)" title="${TITLE}">云溪县…</a></li>`, ''],
    ['#', `<li><a href="#">${TITLE}</a></li>`, ''],
    ['no link', `<li><span>${TITLE}</span></li>`, ''],
    ['a list of objects', '', `var rows=[{"name":"${TITLE}","id":9}]`],
  ])('is unreadable otherwise: %s', async (_, markup, script) => {
    const { unreadable, problem } = await walk(row(markup, script))
    expect(unreadable.map((one) => one.title)).toEqual([TITLE])
    expect(problem).toBeNull()
  })

  it('is none if its title stands in two links', async () => {
    const { items, unreadable } = await walk(
      row(
        '<dt><a href="/a/9.html">云溪县2022年度</a><a href="/a/9.html">法治政府建设年度报告</a></dt><dd>2023-03-01</dd>',
      ),
    )
    expect(unreadable).toEqual([])
    expect(items.map(({ title }) => title)).toContain('云溪县2022年度法治政府建设年度报告')
  })

  it('is none if the title says little', async () => {
    const { items } = await walk(row('<li><a href="/a/9.html">年报</a><span>2023-03-01</span></li>'))
    expect(items).toContainEqual({
      url: 'http://www.portal.example/a/9.html',
      title: '年报',
      publishedOn: '2023-03-01',
    })
  })

  it('is none if it links its topic beside its document', async () => {
    const { items } = await walk(
      row(
        '<table><tr><td><a href="t-9.html"><img src="new.gif"></a></td><th>[<a href="/?type=3">法治</a>] <a href="t-9.html">本县开展法治宣传活动</a></th><td>2023-3-1</td></tr></table>',
      ),
    )
    expect(items).toContainEqual(expect.objectContaining({ title: '本县开展法治宣传活动', publishedOn: '2023-03-01' }))
  })

  it('is not what only speaks of a report', async () => {
    const { unreadable } = await walk(row('<li>本栏目公开各年度法治政府建设报告，自2022年起每年更新一次</li>'))
    expect(unreadable).toEqual([])
  })
})
