import { describe, expect, it } from 'vitest'
import { framed, type Served, walk } from './walk-pages.ts'

const row = (year: number) =>
  `<li><a href="/info/${year}.html">云溪县${year}年法治政府建设年度报告</a><span>${year + 1}-03-08</span></li>`
const list = (...years: number[]) => `<ul>${years.map(row).join('')}</ul>`
const APP = '<script src="/app.js"></script>'
const yearsOf = ({ items }: { items: readonly { url: string }[] }) => items.map(({ url }) => url.slice(-9, -5)).sort()

const OPTIONS = [2022, 2021, 2020]
const selectOf = (chosen: number, extra = '') =>
  `<select name="nd">${extra}${OPTIONS.map((year) => `<option value="${year}"${year === chosen ? ' selected' : ''}>${year}年</option>`).join('')}</select>`
const formOf = (chosen: number, attributes = 'action="/l.html"') =>
  `<form ${attributes}>${selectOf(chosen)}<input type="hidden" name="c" value="7"><input type="submit" value="查询"></form>`
/** A list by years, each of which the form says to be chosen, and a count of the rows that are shown. */
const byForm = (form: (year: number) => string): Record<string, Served> => ({
  '/l.html': framed(`${form(2022)}${list(2022)}共1条`),
  ...Object.fromEntries(OPTIONS.map((year) => [`/l.html?nd=${year}&c=7`, framed(`${form(year)}${list(year)}共1条`)])),
})

describe('a list that shows one year at first', () => {
  const radios = (chosen: number) =>
    `<form>${OPTIONS.map((year) => `<label><input type="radio" name="nd" value="${year}" ${year === chosen ? 'checked' : ''}> ${year}</label>`).join('')}<input type="hidden" name="c" value="7"><button>查看</button></form>`

  it.each([
    ['a form with a select', (year: number) => formOf(year)],
    ['a form without an action', (year: number) => formOf(year, '')],
    [
      'a select that sends its form',
      (year: number) => formOf(year).replace('<select', '<select onchange="this.form.submit()"'),
    ],
    ['radio buttons', radios],
  ])('is read year by year: %s', async (_, form) => {
    const read = await walk(byForm(form))
    expect(read).toMatchObject({ problem: null, declared: 3 })
    expect(yearsOf(read)).toEqual(['2020', '2021', '2022'])
  })

  it('is read by POST where its form says so', async () => {
    const form = (year: number) => formOf(year, 'method="post"')
    const answer = (body: string) => {
      const year = Number(new URLSearchParams(body).get('nd') ?? 2022)
      return framed(`${form(year)}${list(year)}`)
    }
    const read = await walk({ '/l.html': answer })
    expect(read.problem).toBeNull()
    expect(yearsOf(read)).toEqual(['2020', '2021', '2022'])
  })

  it('is asked for all years at once where that can be chosen', async () => {
    const form = (chosen: number, all = '') =>
      `<form>${selectOf(chosen, `<option value=""${all}>全部</option>`)}<button>查询</button></form>`
    const read = await walk({
      '/l.html': framed(`${form(2022)}${list(2022)}`),
      '/l.html?nd=': framed(`${form(0, ' selected')}${list(2022, 2021, 2020)}`),
    })
    expect(read).toMatchObject({ problem: null, asked: ['/l.html', '/l.html?nd='] })
    expect(yearsOf(read)).toEqual(['2020', '2021', '2022'])
  })

  it.each<[string, Record<string, Served>]>([
    [
      'the form is not sent as it is written',
      Object.fromEntries(
        Object.keys(byForm(formOf)).map((path) => [path, framed(`${formOf(2022)}${list(2022)}共1条`)]),
      ),
    ],
    ['a year is not there', { ...byForm(formOf), '/l.html?nd=2020&c=7': () => null }],
    ['a year shows nothing', { ...byForm(formOf), '/l.html?nd=2020&c=7': framed(formOf(2020)) }],
    ['a script sends the select', { '/l.html': framed(`${selectOf(2022)}${list(2022)}共1条${APP}`) }],
    ['a script sends the form', { '/l.html': framed(`${formOf(2022).replace('name="nd"', 'id="nd"')}${list(2022)}`) }],
    [
      'the function of the select is elsewhere',
      {
        '/l.html': framed(
          `${selectOf(2022).replace('<select', '<select onchange="pick(this.value)"')}${list(2022)}共1条`,
        ),
      },
    ],
    ['tabs of buttons', { '/l.html': framed(`<button>2022</button><button>2021</button>${list(2022)}共1条${APP}`) }],
    ['tabs of links', { '/l.html': framed(`<b>2022年</b> <a href="javascript:;">2021年</a>${list(2022)}共1条${APP}`) }],
    ['tabs of spans', { '/l.html': framed(`<span>2022年</span><span>2021年</span>${list(2022)}共1条${APP}`) }],
    [
      'tabs before a list with a pager',
      {
        '/l.html': framed(`<a>2022</a> <a>2021</a>${list(2022)}<a href="/l_2.html">下一页</a>${APP}`),
        '/l_2.html': framed(list(2021)),
      },
    ],
    ['years of another host', { '/l.html': framed(`<a href="http://b.example/2021/">2021年</a>${list(2022)}`) }],
    ['tabs of bodies', { '/l.html': framed(`<ul><li>部门</li><li>县政府</li></ul>${list(2022)}${APP}`) }],
    [
      'tabs of bodies with a script',
      {
        '/l.html': framed(`<i onclick="t(1)">部门</i><i onclick="t(2)">县政府</i>${list(2022)}${APP}`),
      },
    ],
    [
      'tabs of spans of time',
      {
        '/l.html': framed(
          `<a class="on" href="javascript:;">近一年</a><a href="javascript:;">近三年</a>${list(2022)}${APP}`,
        ),
      },
    ],
    ['years with their counts', { '/l.html': framed(`<p>2022年（1）　2021年（3）</p>${list(2022)}共1条${APP}`) }],
    ['rows that are to be unfolded', { '/l.html': framed(`${list(2022)}<p>展开其余报告</p>${APP}`) }],
    ['a component to choose with', { '/l.html': framed(`<el-select v-model="y"></el-select>${list(2022)}${APP}`) }],
    ['a service is asked for a year', { '/l.html?year=2022': framed(list(2022)) }],
    [
      'a select with groups behind its rows',
      {
        '/l.html': framed(
          `${list(2022)}<select><optgroup label="届"><option value="1">本届</option><option value="2">上一届</option></optgroup></select>${APP}`,
        ),
      },
    ],
    ['a span of days', { '/l.html': framed(`<input type="date" value="2023-01-01">${list(2022)}共1条${APP}`) }],
  ])('is not whole if %s', async (_, pages) => {
    expect((await walk(pages)).problem?.code).toBe('pager_unknown')
  })
})

describe('a list that shows a part of itself otherwise', () => {
  const bodies = (chosen: string) =>
    `<form><select name="dw">${['司法局', '县政府'].map((body) => `<option${body === chosen ? ' selected' : ''}>${body}</option>`).join('')}</select><button>筛选</button></form>`
  const searched = (from: string, words: string) =>
    `<form>从<input name="from" value="${from}"> 标题<input name="t" value="${words}"><button>查询</button></form>`

  it.each<[string, Record<string, Served>]>([
    [
      'one body',
      {
        '/l.html': framed(`${bodies('司法局')}${list(2022)}`),
        '/l.html?dw=%E5%8F%B8%E6%B3%95%E5%B1%80': framed(`${bodies('司法局')}${list(2022)}`),
        '/l.html?dw=%E5%8E%BF%E6%94%BF%E5%BA%9C': framed(`${bodies('县政府')}${list(2021)}`),
      },
    ],
    [
      'a kind by a link with more in its query',
      {
        '/l.html?c=7': framed(
          `<b>部门</b><a href="/l.html?c=7&amp;k=2">县本级</a><a href="/l.html?c=8">通知</a>${list(2022)}`,
        ),
        '/l.html?c=7&k=2': framed(list(2021)),
      },
    ],
    [
      'a year that the form keeps hidden',
      {
        '/l.html': framed(
          `<form><input type="hidden" name="nf" value="2022"><input name="t"><button>搜索</button></form>${list(2022)}`,
        ),
        '/l.html?nf=&t=': framed(list(2022, 2021)),
      },
    ],
    [
      'a year in an area of a map',
      {
        '/l.html': framed(`<map><area href="/b/" alt="2021年"></map>${list(2022)}`),
        '/b/': framed(list(2021)),
      },
    ],
    [
      'earlier ones of which words before the link speak',
      {
        '/l.html': framed(`<p>更多历史报告，请点击<a href="/b/">这里</a></p>${list(2022)}`),
        '/b/': framed(list(2021)),
      },
    ],
    [
      'a column that was before it',
      {
        '/l.html': framed(`<a href="/b/">原法治政府建设栏目</a>${list(2022)}`),
        '/b/': framed(list(2021)),
      },
    ],
    [
      'pictures of years',
      {
        '/l.html': framed(`<a href="/b/"><img src="/i/b.png" alt="二〇二一年"></a>${list(2022)}`),
        '/b/': framed(list(2021)),
      },
    ],
    [
      'earlier ones behind a row with a date',
      {
        '/l.html': framed(`<ul>${row(2022)}<li><a href="/b/">往年报告</a><span>2022-01-04</span></li></ul>`),
        '/b/': framed(list(2021)),
      },
    ],
    [
      'what was searched for',
      {
        '/l.html': framed(`${searched('2023-01-01', '司法局')}${list(2022)}`),
        '/l.html?from=&t=': framed(`${searched('', '')}${list(2022, 2021)}`),
      },
    ],
  ])('is read whole: %s', async (_, pages) => {
    const read = await walk(pages)
    expect(read.problem).toBeNull()
    expect(yearsOf(read)).toEqual(['2021', '2022'])
  })

  it('is not asked for by more choices than a list has', async () => {
    const many = Array.from({ length: 30 }, (_, at) => bodies('司法局').replace('"dw"', `"dw${at}"`)).join('')
    const read = await walk({ '/l.html': framed(`<form>${many.replaceAll(/<.?form>/g, '')}</form>${list(2022)}`) })
    expect(read).toMatchObject({ asked: ['/l.html'], problem: { code: 'pager_unknown' } })
  })
})

describe('choices that leave nothing out', () => {
  it.each([
    ['all years', `<form><select name="nd"><option>全部</option><option>2021</option></select></form>`],
    ['no body', `<form><select name="dw"><option value="">请选择</option><option>司法局</option></select></form>`],
    [
      'what a search of the site looks for',
      `<form action="/so"><select name="in"><option>标题</option><option>全文</option></select><input name="w" value="请输入关键词"></form>${APP}`,
    ],
    [
      'where words are searched for',
      `<form><select name="in"><option>标题</option><option>全文</option></select><button>搜索</button></form>`,
    ],
    [
      'other sites',
      `<select><option value="http://a.cn/">县司法局</option><option value="http://b.cn/">县教育局</option></select>`,
    ],
    ['a hint in a field', `<form><input name="t" value="法治" onfocus="this.value=''"></form>${APP}`],
    ['a select of years without a script', selectOf(2022)],
    ['headings of years', `<h3>2022年</h3>${APP}`],
  ])('are asked for nothing: %s', async (_, content) => {
    expect(await walk({ '/l.html': framed(`${content}${list(2022, 2021)}`) })).toMatchObject({
      problem: null,
      pages: 1,
    })
  })

  it('are tabs of years, each with an element of its rows that a class hides', async () => {
    const tabs = (...years: number[]) => `<ul>${years.map((year) => `<li>${year}年</li>`).join('')}</ul>`
    const panes = (...years: number[]) =>
      years.map((year, at) => `<div class="pane${at === 0 ? ' on' : ''}">${list(year)}</div>`).join('')
    const read = (content: string) => walk({ '/l.html': framed(`${content}${APP}`) })
    expect((await read(tabs(2022, 2021, 2020) + panes(2022, 2021, 2020))).problem).toBeNull()
    expect((await read(tabs(2022, 2021, 2020) + panes(2022, 2021))).problem?.code).toBe('pager_unknown')
    expect((await read(tabs(2022, 2021) + panes(2022, 2019))).problem?.code).toBe('pager_unknown')
    expect((await read(tabs(2022, 2021) + list(2022, 2021))).problem?.code).toBe('pager_unknown')
  })

  it('are tabs whose parts the page has itself', async () => {
    const tabs = (words: string) =>
      `<div>${words
        .split(' ')
        .map((word) => `<a href="javascript:;">${word}</a> `)
        .join('')}</div>`
    const panels = `${list(2022)}<div style="display: none">${list(2021)}</div>${APP}`
    for (const words of ['近年 往年', '2022年 2021年']) {
      const read = await walk({ '/l.html': framed(tabs(words) + panels) })
      expect(read.problem).toBeNull()
      expect(yearsOf(read)).toEqual(['2021', '2022'])
    }
    const fewer = await walk({ '/l.html': framed(tabs('2022年 2021年 2020年') + panels) })
    expect(fewer.problem?.code).toBe('pager_unknown')
  })
})

describe('earlier years', () => {
  const link = (words: string, href = '/old/') => `<p><a href="${href}">${words}</a></p>`
  const index = (links: string) => framed(`<div>${links}</div>`)

  it.each(['历史公开信息', '更早', '以往年度', '过往报告', '历年公开', '上一年度', '2019-2021年', '2021年公开'])(
    'are read through an index: %s',
    async (words) => {
      const read = await walk({
        '/l.html': framed(list(2022) + link(words)),
        '/old/': index('<a href="2021/">2021年公开</a><a href="/old/2020/">二〇二〇</a>'),
        '/old/2021/': framed(list(2021)),
        '/old/2020/': framed(list(2020)),
      })
      expect(read.problem).toBeNull()
      expect(yearsOf(read)).toEqual(['2020', '2021', '2022'])
    },
  )

  it.each([
    ['of the whole old site that is a page of its own', '旧版网站', '/fzzf/'],
    ['of this list', '历史公开信息', '/fzzf/list.html'],
    ['of a year', '2021年', '/2021/'],
    ['of months', '2022年3月</a> <a href="/m/">2022年2月', 'm2/'],
  ])('are read on another host of the portal: %s', async (_, words, path) => {
    const isNear = path === 'm2/'
    const url = isNear ? '/m2/' : `http://old.portal.example${path}`
    const pages = { [url]: framed(list(2021)), '/m/': framed(list(2020)) }
    const read = await walk({ '/l.html': framed(list(2022) + link(words, url)), ...pages })
    expect(read.problem).toBeNull()
    expect(yearsOf(read)).toEqual(isNear ? ['2020', '2021', '2022'] : ['2021', '2022'])
  })

  it('are followed or said to be cut, however many links of years there are', async () => {
    const years = Array.from({ length: 40 }, (_, n) => 2000 + n)
    const links = years.map((year) => `<a href="/of${year}/">${year}年</a>`).join(' ')
    const empty = Object.fromEntries(years.map((year) => [`/of${year}/`, framed('<p>暂无信息</p>')]))
    const pages = { '/l.html': framed(list(2022) + links), ...empty, '/of2039/': framed(list(2021)) }
    expect(yearsOf(await walk(pages, 60))).toEqual(['2021', '2022'])
    expect((await walk(pages, 5)).problem?.code).toBe('max_pages')
  })

  it('are not lost behind rows of years that cannot be opened', async () => {
    const rows = '<a href="/l/2021.html">【2021年】(1)</a>'
    const read = await walk({ '/l.html': framed(rows + list(2022)).replace('法治政府建设-', '') })
    expect(read).toMatchObject({ problem: { code: 'pager_unknown' }, asked: ['/l.html', '/l/2021.html'] })
  })

  it.each<[string, string, Record<string, Served>]>([
    [
      'the index leads to a list without rows',
      link('往期'),
      { '/old/': index('<a href="a/">甲</a>'), '/old/a/': index('') },
    ],
    ['the index leads nowhere', link('往期'), { '/old/': index('') }],
    ['they are on an old site', link('旧版网站'), { '/old/': framed(list(2021)) }],
    ['they are on another host', link('原网站', 'http://old.example/'), {}],
    ['they are on another host, in a list', link('历史公开信息', 'http://old.example/fzzf/'), {}],
    [
      'they are on the old site of another host of the portal',
      link('旧版网站', 'http://old.portal.example/'),
      { 'http://old.portal.example/': framed(list(2021)) },
    ],
    ['only a sentence speaks of them', `<p>2021年以前的报告请到档案馆查阅</p>${APP}`, {}],
  ])('keep a list from being whole, whatever its count, if %s', async (_, content, pages) => {
    expect((await walk({ '/l.html': framed(`${list(2022)}共1条${content}`), ...pages })).problem?.code).toBe(
      'pager_unknown',
    )
  })
})

describe('a list beside another one', () => {
  const side = (n: number) =>
    `<ul><li><a href="/news/${n}.html">云溪县召开第${n}次全体会议</a><b>2023-03-08</b></li></ul>`
  const turn = (name: string, next: number) =>
    next > 3 ? '<i>下一页</i>' : `<a href="/l.jsp?${name}=${next}">下一页</a>`
  const page = (a: number, b: number) =>
    framed(`<div>${side(a)}${turn('a', a + 1)}</div><div>${list(2023 - b)}${turn('b', b + 1)}</div>`)

  it('is read by its own pager', async () => {
    const read = await walk({
      '/l.jsp': page(1, 1),
      ...Object.fromEntries([2, 3].map((n) => [`/l.jsp?a=${n}`, page(n, 1)])),
      ...Object.fromEntries([2, 3].map((n) => [`/l.jsp?b=${n}`, page(1, n)])),
    })
    expect(read.problem).toBeNull()
    expect(yearsOf(read).filter((year) => year.startsWith('20'))).toEqual(['2020', '2021', '2022'])
  })

  it.each([
    ['a component', '<turbo-frame id="b" src="/b.html"></turbo-frame>'],
    ['an object', '<object type="text/html" data="/b"></object>'],
    [
      'a frame of another host of the portal',
      '<iframe src="/c.html"></iframe><iframe src="http://old.portal.example/b.html"></iframe>',
    ],
  ])('is read in %s', async (_, frame) => {
    const pages = ['/b.html', '/b', 'http://old.portal.example/b.html'].map((path) => [path, framed(list(2021))])
    const read = await walk({
      '/l.html': framed(side(1) + frame),
      '/c.html': '<p>头部</p>',
      ...Object.fromEntries(pages),
    })
    expect(read.problem).toBeNull()
    expect(yearsOf(read)).toContain('2021')
  })

  it.each([
    [
      'a frame of a host that is not listed',
      '<iframe src="/c.html"></iframe><iframe src="http://x.example/b.html"></iframe>',
    ],
    ['more of a host that is not listed', `<div>${list(2022)}<a href="http://x.example/m/">更多&gt;&gt;</a></div>`],
    ['more frames than are read', Array.from({ length: 20 }, (_, n) => `<iframe src="/f${n}.html"></iframe>`).join('')],
  ])('is said to be unread in %s', async (_, frames) => {
    const own = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`/f${n}.html`, '<p>头部</p>']))
    const { problem } = await walk({ '/l.html': framed(side(1) + frames), '/c.html': '<p>头部</p>', ...own })
    expect(problem?.code).toBe('pager_unknown')
  })
})

describe('a row that leads to a list', () => {
  const folder = (year: number) => `<li><a href="/l/${year}/">${year}年度法治政府建设情况报告</a></li>`
  const title = '<h2>2022年度法治政府建设情况报告</h2>'

  it('is that of a year whose address looks like that of a document', async () => {
    const read = await walk({
      '/l.html': framed(`<a href="/l/2021.html">【2021年】(1)</a>${list(2022)}`),
      '/l/2021.html': framed(list(2021)),
    })
    expect(yearsOf(read)).toEqual(expect.arrayContaining(['2021', '2022']))
    expect(read.items.map(({ url }) => url)).toContain('http://www.portal.example/info/2021.html')
  })

  it('is read as one, down to the lists of its bodies', async () => {
    const read = await walk({
      '/l.html': framed(`<ul>${folder(2022)}${folder(2021)}</ul>`),
      '/l/2022/': framed(`${title}<a href="x.html">县政府</a><a href="b.html">部门</a>`),
      '/l/2022/x.html': framed(list(2022)),
      '/l/2022/b.html': framed('<p>暂无信息</p>'),
      '/l/2021/': framed(list(2021)),
    })
    expect(read).toMatchObject({ problem: null, unreadable: [] })
    expect(read.items.map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith('/info/'))).toHaveLength(
      2,
    )
  })

  it('is a document otherwise', async () => {
    const document = framed(
      `${title}<p>一、工作情况。</p><a href="a.pdf">附件</a><a href="index_1.html">2</a><a href="javascript:;">下一页</a>`,
    )
    const read = await walk({ '/l.html': framed(`<ul>${folder(2022)}${folder(2021)}</ul>`), '/l/2022/': document })
    expect(read).toMatchObject({ problem: null, pages: 1, unreadable: [] })
    expect(read.items).toHaveLength(2)
  })
})
