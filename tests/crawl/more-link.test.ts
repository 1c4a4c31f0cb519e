import { describe, expect, it } from 'vitest'
import { framed, walk } from './walk-pages.ts'

const row = (year: number) => `<li><a href="/info/${year}.html">云溪县${year}年法治政府建设年度报告</a></li>`
const box = (rows: string, link: string) => `<div><h3>法治政府建设 ${link}</h3><ul>${rows}</ul></div>`

describe('parts of a list that stand beside it', () => {
  it.each([
    ['更多', box(row(2022), '<a href="/all.html">更多&gt;&gt;</a>')],
    ['a year', `<div class="years"><a href="/all.html">2021年</a></div><ul>${row(2022)}</ul>`],
  ])('are read too: %s', async (_, content) => {
    const read = await walk({ '/l.html': framed(content), '/all.html': framed(`<ul>${row(2021)}${row(2020)}</ul>`) })
    expect(read).toMatchObject({ problem: null, pages: 2 })
    expect(read.items).toHaveLength(3)
  })

  it('are the years of a select, each with its own pager', async () => {
    const years = `<select onchange="location.href='/l.html?y='+this.value">${[2022, 2021, 2020].map((year) => `<option value="${year}">${year}年</option>`).join('')}</select>`
    const pager = '<a href="/l.html?y=2020&page=2">2</a>'
    const pages = {
      '/l.html': framed(`${years}<ul><li>暂无信息</li></ul>`),
      '/l.html?y=2022': framed(`${years}<ul><li>暂无信息</li></ul>`),
      '/l.html?y=2021': framed(`${years}<ul>${row(2021)}${row(2020)}</ul>`),
      '/l.html?y=2020': framed(`${years}<ul>${row(2019)}</ul>${pager}`),
      '/l.html?y=2020&page=2': framed(`${years}<ul>${row(2018)}</ul>`),
    }
    const read = await walk(pages)
    expect(read.problem).toBeNull()
    expect(read.items.map(({ url }) => url.slice(-9, -5))).toEqual(['2021', '2020', '2019', '2018'])

    const counted = { ...pages, '/l.html?y=2021': framed(`${years}<ul>${row(2021)}${row(2020)}</ul>共1页`) }
    const blind = await walk({ ...counted, '/l.html?y=2020': framed(`<ul>${row(2019)}</ul><a href="#">下一页</a>`) })
    expect(blind.problem?.code).toBe('pager_unknown')
    expect((await walk(counted)).problem).toBeNull()
  })

  it('are said to be unread if they cannot be fetched', async () => {
    const { problem } = await walk({ '/l.html': framed(box(row(2022), '<a href="/gone.html">更多</a>')) })
    expect(problem?.code).toBe('pager_unknown')
  })

  it('are said to be unread if they have no address', async () => {
    const { problem } = await walk({ '/l.html': framed(box(row(2022), '<a href="javascript:more()">更多</a>')) })
    expect(problem?.code).toBe('pager_unknown')
  })

  const archive = (words: string, href = '/old.html') =>
    framed(`<p><a href="${href}">${words}</a></p><ul>${row(2022)}</ul>`)

  it.each(['往年法治政府建设年度报告（2021年及以前）>>', '历年报告', '法治政府建设年度报告归档', '2021年以前'])(
    'are archives of earlier years, which are no documents: %s',
    async (words) => {
      const read = await walk({ '/l.html': archive(words), '/old.html': framed(`<ul>${row(2021)}${row(2020)}</ul>`) })
      expect(read).toMatchObject({ problem: null, pages: 2 })
      expect(read.items.map(({ url }) => url.slice(-9, -5))).toEqual(['2022', '2021', '2020'])
    },
  )

  it('are no documents on a later page either, where another date stands near', async () => {
    const dated = `<div><p><a href="/old.html">往年法治政府建设年度报告</a></p><ul><li><a href="/info/2019.html">云溪县2019年法治政府建设年度报告</a><span>2020-03-01</span></li></ul></div>`
    const read = await walk({
      '/l.html': `${archive('往年法治政府建设年度报告')}<a href="/l_2.html">下一页</a>`,
      '/l_2.html': framed(dated),
      '/old.html': framed(`<ul>${row(2020)}</ul>`),
    })
    expect(read.problem).toBeNull()
    expect(read.items.map(({ title }) => title)).not.toContain('往年法治政府建设年度报告')
    expect(read.items).toHaveLength(3)
  })

  it.each([
    ['has no rows', { '/l.html': archive('往年报告'), '/old.html': framed('<p>正在整理</p>') }],
    ['is not there', { '/l.html': archive('往年报告') }],
    ['is on another host', { '/l.html': archive('往年报告', 'http://old.example/') }],
  ])('are an archive without which the list is not whole: it %s', async (_, pages) => {
    expect((await walk(pages)).problem?.code).toBe('pager_unknown')
  })

  it.each(['历年统计公报', '历史文化'])('are not the archives of other columns: %s', async (words) => {
    expect(await walk({ '/l.html': archive(words) })).toMatchObject({ problem: null, pages: 1 })
  })

  it('are not the boxes of other columns', async () => {
    const other =
      '<div><h3>通知公告 <a href="/tz/">更多</a></h3><ul><li><a href="/1.html">关于放假的通知</a></li></ul></div>'
    const read = await walk({ '/l.html': framed(`<ul>${row(2022)}</ul>${other}`) })
    expect(read).toMatchObject({ problem: null, pages: 1 })
  })
})
