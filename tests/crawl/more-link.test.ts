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

  it('are said to be unread if they have no address', async () => {
    const { problem } = await walk({ '/l.html': framed(box(row(2022), '<a href="javascript:more()">更多</a>')) })
    expect(problem?.code).toBe('pager_unknown')
  })

  it('are not the boxes of other columns', async () => {
    const other =
      '<div><h3>通知公告 <a href="/tz/">更多</a></h3><ul><li><a href="/1.html">关于放假的通知</a></li></ul></div>'
    const read = await walk({ '/l.html': framed(`<ul>${row(2022)}</ul>${other}`) })
    expect(read).toMatchObject({ problem: null, pages: 1 })
  })
})
