import { describe, expect, it } from 'vitest'
import { one, rowsOf } from './pager-pages.ts'
import { framed, walk } from './walk-pages.ts'

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

it.each(['…', ''])(
  'a title in full is kept, though words that are cut with "%s" may begin that of a report',
  async (mark) => {
    const title = '关于印发2022年依法行政工作要点的通知'
    const { items } = await walk(
      one(`<p><a href="/a/9.html" title="${title}">${title.slice(0, 12)}${mark}</a> 2023-03-01</p>`),
    )
    expect(items.map((item) => item.title)).toContain(title)
  },
)

describe('a row of a report without a date', () => {
  it.each([
    ['is known by its year', '<p><a href="/show.jsp?id=9">云溪县2022年法治政府建设情况</a></p>'],
    ['is known by its title, though it is cut', '<p><a href="/show.jsp?id=9">云溪县人民政府关于2022年度法…</a></p>'],
    [
      'is known by the year behind it',
      '<table><tr><td><a href="/show.jsp?id=9">法治政府建设年度报告</a></td><td>2022</td></tr></table>',
    ],
  ])('%s', async (_, row) => {
    const { items } = await walk(one(row))
    expect(items.map(({ url }) => url)).toContain('http://www.portal.example/show.jsp?id=9')
  })

  it('is no link to a column that is called as its reports are', async () => {
    const { items } = await walk(one('<p><a href="/show.jsp?id=9">法治政府建设年度报告</a></p>'))
    expect(items).toHaveLength(2)
  })
})

const HEADED = '<h2>云溪县法治政府建设年度报告</h2>'
const READ = '<a href="/a/9.html">查看</a>'

describe('a title that is parted between a row and what stands around it', () => {
  it.each([
    [
      'a table of bodies and years',
      `${HEADED}<table><tr><th>单位</th><th>2021年</th><th>2022年</th></tr><tr><td>云溪县人民政府</td><td>—</td><td>${READ}</td></tr></table>`,
      '云溪县人民政府2022年云溪县法治政府建设年度报告',
    ],
    [
      'a table of years and bodies, under a row for all columns',
      `<table><tr><td colspan="3">年度报告</td></tr><tr><th>年度</th><th>云溪县人民政府</th><th>司法局</th></tr><tr><td>2022</td><td>${READ}</td><td>无</td></tr></table>`,
      '云溪县人民政府2022年',
    ],
    [
      'cells over several rows',
      `<table><tr><th>类别</th><th>单位</th><th>2022年</th></tr><tr><td rowspan="2">部门</td><td>教育局</td><td>—</td></tr><tr><td>司法局</td><td>${READ}</td></tr></table>`,
      '司法局2022年',
    ],
    [
      'a body beside its years',
      '<table><tr><td>云溪县司法局</td><td><a href="/a/9.html">2022年</a></td></tr></table>',
      '云溪县司法局2022年',
    ],
    ['words before a link', `${HEADED}<p>　2022年：${READ}</p>`, '2022年云溪县法治政府建设年度报告'],
    [
      'the heading of a year',
      '<h3>2022年<i></i></h3><ul><li><a href="/a/9.html">法治政府建设年度报告</a><span>03-01</span></li></ul>',
      '2022年法治政府建设年度报告',
    ],
    [
      'a part that opens under its year',
      `<details><summary>2022年度</summary><table><tr><td>1</td><td>法治政府建设年度报告</td><td>${READ}</td></tr></table></details>`,
      '2022年法治政府建设年度报告',
    ],
    [
      'a title in a cell of its own',
      `<table><tr><td>1</td><td>关于2022年普法考试的通知</td><td>2022-03-01</td><td>${READ}</td></tr></table>`,
      '关于2022年普法考试的通知',
    ],
  ])('is put together: %s', async (_, rows, title) => {
    const { items } = await walk({ '/l.html': framed(rows) })
    expect(items.map((item) => item.title)).toEqual([title])
  })

  it('takes no year from the date of another row', async () => {
    const dated = '<li><a href="/a/8.html">行政执法培训班开班</a><span>2023-03-01</span> <b>2023</b></li>'
    const { items } = await walk({ '/l.html': framed(`<ul>${dated}<li>${READ}</li></ul>`) })
    expect(items.map((item) => item.title)).toEqual(['行政执法培训班开班'])
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
    ['an empty address', `<li><a href="" title="${TITLE}">云溪县…</a></li>`, ''],
    ['the address of the list', `<li><a href="/l.html">${TITLE}</a></li>`, ''],
    ['a place within the page', `<li><a href="#r9">${TITLE}</a></li>`, ''],
    ['an address that is no page', `<li><a href="file:///D:/9.doc">${TITLE}</a></li>`, ''],
    ['an address that is broken', `<li><a href="http://">${TITLE}</a></li>`, ''],
    [
      'the address of another year',
      `<li><a href="/a/8.html">云溪县2021年法治政府建设年度报告</a></li><li><a href="/a/8.html">${TITLE}</a></li>`,
      '',
    ],
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
