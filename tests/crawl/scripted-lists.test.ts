import { describe, expect, it } from 'vitest'
import { rowsOf, TITLES, three } from './pager-pages.ts'
import { chunk, ROWS, TITLES as SEVEN } from './simulator/families.ts'
import { framed, type Served, walk } from './walk-pages.ts'

const QUERY = ['/l.jsp?c=7', '/l.jsp?c=7&pn=2', '/l.jsp?c=7&pn=3']
const scripted = (script: string) => `<script>${script}</script>`

/** Pagers that only their scripts know: what they write, where they go, what they are told. */
const RULE =
  'function bar(name, all, cur){ var s = ""; for (var i = 1; i <= all; i++) s += i == cur ? "<b>" + i + "</b>" : "<a href=\\"" + name + (i > 1 ? "_p" + i : "") + ".htm\\">" + i + "</a>"; document.write(s) }'

const PAGERS: [string, Record<string, Served>][] = [
  [
    'links that a function of a file writes',
    {
      ...three(
        ['/l/list.htm', '/l/list_p2.htm', '/l/list_p3.htm'],
        (n) => `<div class="page"><script src="/js/bar.js"></script>${scripted(`bar("list", 3, ${n + 1})`)}</div>`,
      ),
      '/js/bar.js': RULE,
    },
  ],
  [
    'links that it writes in parts',
    three(['/l/index.htm', '/l/index_1.htm', '/l/index_2.htm'], (n) =>
      scripted(
        `function draw(all, cur, name, ext){ var s = ""; for (var i = 0; i < all; i++) s += i == cur ? "<b>" + (i+1) + "</b>" : "<a href=\\"" + name + (i ? "_" + i : "") + "." + ext + "\\">" + (i+1) + "</a>"; document.write(s) } draw(Math.ceil(6 / 2), ${n}, "index", "htm");`,
      ),
    ),
  ],
  [
    'elements that it makes',
    three(
      QUERY,
      (n) =>
        `<div id="pg"></div>${scripted(`var cur = ${n + 1}; if (cur < 3) { var a = document.createElement("a"); a.href = "l.jsp?c=7&pn=" + (cur + 1); a.innerText = "下一页"; document.getElementById("pg").appendChild(a) }`)}`,
    ),
  ],
  [
    'a click that it binds',
    three(
      QUERY,
      (n) =>
        `共<i>3</i>页 <a class="pgNext" href="javascript:void(0)"></a>${scripted(`$(function(){ $(".pgNext").on("click", function(){ var p = ${n + 1}; location.href = "/l.jsp?c=7&pn=" + (p + 1) }) })`)}`,
    ),
  ],
  [
    'a plug-in with a callback',
    three(
      QUERY,
      (n) =>
        `<div id="pg"></div>${scripted(`$("#pg").fancyPager({ current: ${n + 1}, totalPages: 3, onChange: function(e, data){ window.location = "?c=7&pn=" + data.page } })`)}`,
    ),
  ],
  [
    'a plug-in that is told which page is shown',
    three(
      QUERY,
      (n) =>
        `<div id="pg"></div>${scripted(`$("#pg").bar({ page: ${n + 1}, callback: function(p){ if (p <= 3) location = "?c=7&pn=" + p } })`)}`,
    ),
  ],
  [
    'a plug-in in a column whose name is encoded in the charset of the page',
    three(
      ['/l.jsp?c=%B7%A8', '/l.jsp?c=%B7%A8&pn=2', '/l.jsp?c=%B7%A8&pn=3'],
      () =>
        `<div id="pg"></div>${scripted(`$("#pg").bar({ pageCount: 3, callback: function(p){ location = "?c=%B7%A8&pn=" + p } })`)}`,
    ),
  ],
  [
    'a plug-in with a pattern of addresses',
    three(
      ['/l/list.htm', '/l/list_2.htm', '/l/list_3.htm'],
      () =>
        `<div class="pg"></div>${scripted(`$(".pg").bar({ recordCount: 6, pageSize: 2, urlTemplate: "list_{0}.htm" })`)}`,
    ),
  ],
  [
    'a click on a number, for whose page a service gives markup without a pager',
    {
      '/l.html': framed(
        `<div id="rows">${rowsOf(0)}<div class="pagination">${[1, 2, 3].map((n) => `<a href="javascript:;" data-page="${n}">${n}</a>`).join('')}</div></div>${scripted('var service = "/rows/7"; $(document).on("click", ".pagination a", function(){ var n = $(this).data("page"); $.get(service, { page: n, fix: 0 }, show) })')}`,
      ),
      ...Object.fromEntries(
        [0, 1, 2].map((n) => [
          `/rows/7?page=${n + 1}&fix=0`,
          `${rowsOf(n)}<div class="pagination" data-total="6" data-pages="3"></div>`,
        ]),
      ),
    },
  ],
  [
    'a click that adds a part to the rows, of as many as a variable says',
    {
      '/l.html': framed(
        `<div id="rows">${rowsOf(0)}</div><div id="more">点击加载更多</div>${scripted('var at = 1, pageTotal = 3; $("#more").click(function(){ if (at >= pageTotal) return; at++; $.get("/l/part_" + at + ".html", function(d){ $("#rows").append(d) }) })')}`,
      ),
      '/l/part_2.html': rowsOf(1),
      '/l/part_3.html': rowsOf(2),
    },
  ],
  [
    'a field for the number of a page, whose button runs a script',
    three(
      QUERY,
      (n) =>
        `共3页 转到<input id="pn" size="3" value="${n + 1}">页<input type="button" value="GO" onclick="jump()">${scripted('function jump(){ var n = parseInt(document.getElementById("pn").value); if (n > 0 && n < 4) location.href = "l.jsp?c=7&pn=" + n }')}`,
    ),
  ],
  [
    'a field for the number of a page in a form, beside one for words',
    three(
      QUERY,
      () =>
        '<form action="/find.jsp"><input name="keyword"><button>搜索</button></form><form action="l.jsp">共3页 到第<input type="hidden" name="c" value="7"><input name="pn">页<button>确定</button></form>',
    ),
  ],
]

describe('a pager without links', () => {
  it.each(PAGERS)('is followed to its end: %s', async (_, pages) => {
    const read = await walk(pages)
    expect(read).toMatchObject({ problem: null, unreadable: [] })
    expect(read.items.map(({ title }) => title)).toEqual(TITLES)
  })

  it('is not followed to what it does not know', async () => {
    const pager = scripted('$("#pg").on("click", ".next", function(){ location.href = base() + "?p=" + (page + 1) })')
    const { asked, problem } = await walk({ '/l.html': framed(`${rowsOf(0)}<div id="pg"></div>${pager}`) })
    expect(asked).toEqual(['/l.html'])
    expect(problem?.code).toBe('pager_unknown')
  })
})

const written = (rows: typeof ROWS) =>
  rows.map(({ title, url, date }) => `add("${title}", "${url}", "${date}");`).join('\n')
const DRAW =
  'function add(t, u, d){ document.getElementById("list").innerHTML += "<li><a href=\'" + u + "\'>" + t + "</a><span>" + d + "</span></li>" }'
const answered = (page: number, more = {}) => JSON.stringify({ total: 7, rows: chunk(page), ...more })

/** Rows that come with scripts: in them, or from services that they ask. */
const LISTS: [string, Record<string, Served>][] = [
  ['calls of a function', { '/l.html': framed(`<ul id="list"></ul>${scripted(DRAW + written(ROWS))}`) }],
  [
    'arrays of their parts',
    {
      '/l.html': framed(
        `<ul id="list"></ul>${scripted(`var urls = [], heads = [], days = [], i = 0;${ROWS.map((row) => `urls[i]="${row.url}";heads[i]="${row.title}";days[i]="${row.date}";i++;`).join('\n')} for (var j = 0; j < i; j++) document.write("<li><a href='" + urls[j] + "'>" + heads[j] + "</a><em>" + days[j] + "</em></li>")`)}`,
      ),
    },
  ],
  [
    'a file of the site',
    {
      '/l.html': framed(
        '<ul id="list"></ul><script src="/js/jquery.min.js"></script><script src="/js/rows.js"></script>',
      ),
      '/js/rows.js': DRAW + written(ROWS),
    },
  ],
  [
    'a service whose channel is in a field',
    {
      '/l.html': framed(
        `<input type="hidden" id="channel" value="c9"><ul id="list"></ul>${scripted('function load(n){ $.getJSON("/api/" + $("#channel").val(), { pageNo: n, size: 3 }, draw) } load(1)')}`,
      ),
      ...Object.fromEntries([1, 2, 3].map((n) => [`/api/c9?pageNo=${n}&size=3`, answered(n)])),
    },
  ],
  [
    'a service that files of the site ask by POST, with a parameter of the page',
    {
      '/l.html?cat=42': framed(
        '<ul id="list"></ul><script src="/js/ask.js"></script><script src="/js/list.js"></script>',
      ),
      '/js/ask.js':
        'var site = { guid: "g1" }; function ask(params, then){ $.ajax({ url: "/rest/list", type: "post", contentType: "application/json", data: JSON.stringify({ token: "", params: params }), success: then }) }',
      '/js/list.js':
        'var cat = Util.getUrlParam("cat"); function page(i){ ask({ cat: cat, guid: site.guid, pageIndex: i, pageSize: 3 }, function(r){ fill(r.rows) }) } page(0);',
      '/rest/list': (body) => {
        const { cat, guid, pageIndex } = JSON.parse(body).params
        return cat === '42' && guid === 'g1' ? answered(pageIndex + 1) : JSON.stringify({ total: 0, rows: [] })
      },
    },
  ],
  [
    'a service that is asked by POST with the number in its path',
    {
      '/l.html': framed(
        `<ul id="list"></ul>${scripted('function rows(n){ $.ajax({ type: "POST", url: "/api-rows-" + n + ".html", data: { of: ["7_news", "51"], is_ds: 1 }, success: draw }) } rows(1)')}`,
      ),
      ...Object.fromEntries(
        [1, 2, 3].map((n) => [`/api-rows-${n}.html`, (body: string) => (body.includes('7_news') ? answered(n) : null)]),
      ),
    },
  ],
  [
    'a search whose records are wrapped, with an address for each kind of device',
    {
      '/l.html': framed(
        `<ul id="list"></ul>${scripted('function find(current){ $.ajax({ url: "/find", type: "post", data: { current: current, "channel[]": "fz" }, success: draw }) } find(1)')}`,
      ),
      '/find': (body) => {
        const asked = new URLSearchParams(body)
        const results = chunk(Number(asked.get('current'))).map(({ title, url, date }) => ({
          score: 1,
          source: { title, pubDate: `${date} 09:00:00`, urls: JSON.stringify({ pc: url, phone: `/m${url}` }) },
        }))
        return asked.get('channel[]') === 'fz' ? JSON.stringify({ data: { total: 7, results } }) : null
      },
    },
  ],
  [
    'a service that has numbers of pages and IDs of pages',
    {
      '/l.html': framed(`<ul id="list"></ul>${scripted('$.getJSON("/api/l?pageId=5&pageNo=1", draw)')}`),
      ...Object.fromEntries([1, 2, 3].map((n) => [`/api/l?pageId=5&pageNo=${n}`, answered(n)])),
    },
  ],
  [
    'a service that a module asks by addresses with the words of another system',
    {
      '/l.html': framed(
        '<div id="app"></div><script type="module">import { draw } from "./draw.js"; export const n = 1; const r = await get(n); draw(r); function get(n){ return fetch("/api/list?c=7&pageNum=" + n) }</script>',
      ),
      ...Object.fromEntries([1, 2, 3].map((n) => [`/api/list?c=7&pageNum=${n}`, answered(n)])),
    },
  ],
  [
    'a service that a file asks, which is a module',
    {
      '/l.html': framed('<div id="app"></div><script type="module" src="/assets/index-a1.js"></script>'),
      '/assets/index-a1.js':
        'import{d as e}from"./vendor-b2.js";class List{page=1;load(){fetch("/api/list",{method:"POST",body:JSON.stringify({pageNum:this.page})}).then(e)}}new List().load();export{List as L};',
      '/api/list': (body) => answered(JSON.parse(body).pageNum),
    },
  ],
  [
    'a service that goes on from a cursor, with names of one letter',
    {
      '/l.html': framed(
        `<ul>${ROWS.slice(0, 3)
          .map((row) => `<li><a href="${row.url}">${row.title}</a><span>${row.date}</span></li>`)
          .join(
            '',
          )}</ul>${scripted('var feed = "/feed?col=3&cursor=", next = "k2"; window.onscroll = function(){ if (!next || !atBottom()) return; $.getJSON(feed + next, function(r){ r.items.forEach(add); next = r.next }) }')}`,
      ),
      ...Object.fromEntries(
        [2, 3].map((n) => [
          `/feed?col=3&cursor=k${n}`,
          JSON.stringify({
            items: chunk(n).map(({ title, url, date }) => ({ t: title, u: url, d: date })),
            next: n < 3 ? `k${n + 1}` : '',
          }),
        ]),
      ),
    },
  ],
  [
    'a frame that it sets from the address',
    {
      '/l.html?url=/in/l.html': framed(
        `<iframe id="f"></iframe>${scripted('var u = location.search.match(/url=([^&]*)/); if (u) document.getElementById("f").src = decodeURIComponent(u[1])')}`,
      ),
      '/in/l.html': framed(ROWS.map((row) => `<p><a href="${row.url}">${row.title}</a> ${row.date}</p>`).join('')),
    },
  ],
]

describe('a list whose rows come with scripts', () => {
  const pageOf = (n: number, script: string) =>
    framed(
      `<div id="box"></div><script>${script}</script>${n < 3 ? `<a href="/l_${n + 1}.html">下一页</a>` : '<span>下一页</span>'}`,
    )
  const pagesOf = (script: (n: number) => string) =>
    Object.fromEntries([1, 2, 3].map((n) => [`/l_${n}.html`, pageOf(n, script(n))]))

  it('beside a pager is read whole', async () => {
    const parts = Object.fromEntries([0, 1, 2].map((n) => [`/inc/${n + 1}.inc`, rowsOf(n)]))
    const read = await walk({ ...pagesOf((n) => `$(function(){ $("#box").load("/inc/${n}.inc") })`), ...parts })
    expect(read.problem).toBeNull()
    expect(read.items.map(({ title }) => title).sort()).toEqual(TITLES)
  })

  it('beside a pager is not whole if they cannot be told', async () => {
    const read = await walk({
      ...pagesOf((n) => (n === 3 ? '' : '$("#box").load(where())')),
      '/l_3.html': framed(rowsOf(2)),
    })
    expect(read.problem?.code).toBe('pager_unknown')
  })

  it.each(LISTS)('is read whole: %s', async (_, pages) => {
    const read = await walk(pages)
    expect(read).toMatchObject({ problem: null, unreadable: [] })
    expect(read.items.map(({ title }) => title)).toEqual(SEVEN)
    expect(read.items.map(({ publishedOn }) => publishedOn)).toEqual(ROWS.map(({ date }) => date))
  })

  it('is read whole if the service for more of them counts those of the page and gives another number at a time', async () => {
    const shown = ROWS.slice(0, 3).map(({ url, title, date }) => `<li><a href="${url}">${title}</a><i>${date}</i></li>`)
    const more = '<a href="javascript:;" onclick="more()">加载更多</a>'
    const script = 'var n = 1; function more(){ n++; $.getJSON("/more", { pageNo: n, size: 4 }, draw) }'
    const given = (n: number) => JSON.stringify({ total: 7, list: ROWS.slice(n * 4 - 4, n * 4) })
    const read = await walk({
      '/l.html': framed(`<ul>${shown.join('')}</ul>${more}${scripted(script)}`),
      '/more?pageNo=1&size=4': given(1),
      '/more?pageNo=2&size=4': given(2),
    })
    expect(read.problem).toBeNull()
    expect(read.items.map(({ title }) => title).sort()).toEqual(SEVEN)
  })

  it.each([
    ['asks for what it does not know', '$.get("/api/list?key=" + key(), draw)'],
    ['asks with a parameter that it does not know', '$.getJSON("/api/list", { key: key() }, draw)'],
    [
      'shows in a frame what it does not know',
      'document.getElementById("list").innerHTML = "<iframe src=/in?key=" + key() + "></iframe>"',
    ],
    ['asks another host', '$.get("http://other.example/list?page=1", draw)'],
    ['never ends', 'while (true) { x = 1 }'],
    ['fails', 'throw new Error("x")'],
  ])('is said not to be read if its script %s', async (_, script) => {
    const { asked, problem } = await walk({
      '/l.html': framed(`<ul id="list"></ul>${scripted(script)}<script src="/app.js"></script>`),
    })
    expect(asked.filter((path) => path !== '/app.js')).toEqual(['/l.html'])
    expect(problem?.code).toBe('script_only')
  })

  it.each([
    ['hidden', '<div style="display: none"><img src="/e.png"><p>暂无数据</p></div>'],
    ['for a component to show', '<ul v-if="all.length"></ul><p v-else>暂无数据</p>'],
    ['beside the place of its rows', '<ul id="list"></ul><p>暂无数据</p>'],
  ])('is not taken for empty by words that stand there %s', async (_, words) => {
    const app = '<script src="/app.js"></script>'
    expect((await walk({ '/l.html': framed(words + app) })).problem?.code).toBe('script_only')
    expect((await walk({ '/l.html': framed(`<p>暂无数据</p>${app}`) })).problem).toBeNull()
  })

  it('is not taken for empty if its records have no titles', async () => {
    const { problem } = await walk({
      '/api': JSON.stringify({
        rows: [
          { id: 1, key: 'a' },
          { id: 2, key: 'b' },
        ],
      }),
    })
    expect(problem).not.toBeNull()
  })
})
