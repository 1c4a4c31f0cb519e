import { describe, expect, it } from 'vitest'
import { GO, INDEX, next, QUERY, rowsOf, TITLES, three } from './pager-pages.ts'
import { framed, type Served, walk } from './walk-pages.ts'

const YEARS = [2020, 2021].map((year) => `<a href="/l?c=7&y=${year}">${year}</a>`).join('')
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
    'the number of the request, where a service gives rows without a pager and says how many pages there are',
    {
      '/l/': framed(`${rowsOf(0)}<a href="/rows.do?c=7&page=2">下一页</a>`),
      '/rows.do?c=7&page=2': `${rowsOf(1)}<div data-pages="3"></div>`,
      '/rows.do?c=7&page=3': `${rowsOf(2)}<div data-pages="3"></div>`,
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
  ['a lone 最后一页', three(INDEX, () => '<a href="index_2.html">最后一页</a>')],
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
    'an element with nothing but its number of pages',
    three(['/l/', '/l/index_1.html', '/l/index_2.html'], () => '<div id="pageDec" pagecount="3" pagesize="2"></div>'),
  ],
  [
    'an element with its number of pages, on a site that counts from 1',
    three(
      ['/l/list.html', '/l/list_2.html', '/l/list_3.html'],
      () => '<div class="pageDec" pagesize="2" pagecount="3"></div><script src="/app.js"></script>',
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
    'location.href=encodeURI(…), of which a select has all',
    three(
      INDEX,
      (n) =>
        `${next(n, `<a href="javascript:void(0);" onclick="location.href=encodeURI('index_${n + 1}.html');">下一页</a>`)}<select onchange="location.href=encodeURI(this.value);">${INDEX.map((path, k) => `<option value="${path}">${k + 1}</option>`).join('')}</select>`,
    ),
  ],
  [
    'numbers beside a link that counts the rows',
    three(
      INDEX,
      (n) =>
        `<a title="总数">&nbsp;<b>6</b> </a>${[0, 1, 2].map((k) => (k === n ? `<b>${k + 1}</b>` : `<a href="${INDEX[k]}">${k + 1}</a>`)).join('')}${next(n, `<a href="${INDEX[n + 1]}">下一页</a>`)}`,
    ),
  ],
  [
    '下一页 of the last page, which gives that page for every number after it',
    Object.fromEntries(
      [0, 1, 2, 3].map((n) => [
        `/l.jsp?c=7&p=${n + 1}`,
        framed(`${rowsOf(Math.min(n, 2))}<p>共6条 <a href="/l.jsp?c=7&p=${n + 2}">下一页</a></p>`),
      ]),
    ),
  ],
  [
    'numbers beside years, whose lists show the same rows again',
    {
      ...three(
        ['/l?c=7', '/l?c=7&p=2', '/l?c=7&p=3'],
        (n) => `${YEARS}${next(n, `<a href="/l?c=7&p=${n + 2}">下一页</a>`)}`,
      ),
      '/l?c=7&y=2020': framed(YEARS + [0, 1].map(rowsOf).join('')),
      '/l?c=7&y=2021': framed(YEARS + rowsOf(2)),
    },
  ],
  [
    '下一页 that leads to itself on the last page, its parameters in another order',
    three(QUERY, (n) => next(n, `<a href="${QUERY[n + 1]}">下一页</a>`, '<a href="/l.jsp?p=3&c=7">下一页</a>')),
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
