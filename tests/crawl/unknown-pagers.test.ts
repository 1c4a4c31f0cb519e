import { describe, expect, it } from 'vitest'
import { one, rowsOf, three } from './pager-pages.ts'
import { framed, type Served, walk } from './walk-pages.ts'

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
