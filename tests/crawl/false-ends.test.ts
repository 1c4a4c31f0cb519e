import { describe, expect, it } from 'vitest'
import { chunk, ROWS } from './simulator/families.ts'
import { framed, type Served, walk } from './walk-pages.ts'

const listed = (page: number) =>
  chunk(page)
    .map((row) => `<li><a href="${row.url}">${row.title}</a><b>${row.date}</b></li>`)
    .join('')
const UNIT = '/front/page/build/unit?webId=7&paramJson='
const unit = (page: number) => UNIT + encodeURIComponent(JSON.stringify({ pageNo: page, pageSize: 15 }))
const BLOCK = '/columns/c7/templates/t1/blocks/b2?fix=0&page='
const ONLY_ONE = { data: { html: `<ul>${listed(1)}</ul>` }, success: true }

describe('an answer in place of a page after the first', () => {
  /** Services that end with a page without rows: their first page, and how they give what stands in place of the next. */
  const SERVICES: [string, Record<string, Served>, string][] = [
    ['a unit', { [unit(1)]: JSON.stringify(ONLY_ONE) }, unit(2)],
    ['a block', { [`${BLOCK}1`]: `<ul>${listed(1)}</ul>` }, `${BLOCK}2`],
    ['records', { '/api?page=1': JSON.stringify({ list: ROWS.slice(0, 5) }) }, '/api?page=2'],
  ]
  const ANSWERS: [string, string][] = [
    ['success is false', '{"success":false,"message":"系统异常","data":[]}'],
    ['a code of an error', '{"code":500,"msg":"error","data":[]}'],
    ['a code below zero', '{"status":"-1","list":[]}'],
    ['words of a server that is busy', '<p>系统繁忙，请稍后再试</p>'],
    ['words of a firewall', '<p>您的访问被拦截</p>'],
  ]
  const CASES = SERVICES.flatMap(([service, pages, next]) =>
    ANSWERS.map(([what, answer]) => [service, what, { ...pages, [next]: answer }] as const),
  )

  it.each(CASES)('of %s is not its end: %s', async (_, __, pages) => {
    expect((await walk(pages)).problem).not.toBeNull()
  })

  it.each(SERVICES)('of %s is its end if it is empty', async (_, pages, next) => {
    const empty = next.startsWith(BLOCK) ? '<ul></ul>' : '{"success":true,"code":200,"data":[],"list":[]}'
    expect((await walk({ ...pages, [next]: empty })).problem).toBeNull()
  })
})

describe('a part of what a page has', () => {
  it('is not taken for the whole: units', async () => {
    const unitOf = (n: number) =>
      `<script url="/front/page/build/unit" queryData="{'webId':'${n}'}" src="/s.js"></script>`
    const page = framed(Array.from({ length: 30 }, (_, n) => unitOf(n)).join(''))
    const { problem } = await walk({ '/l.html': page }, 60)
    expect(problem).not.toBeNull()
  })

  it('is not taken for the whole: records of an answer', async () => {
    const many = Array.from({ length: 2500 }, (_, n) => ({ title: `云溪县信息第${n}条的题目`, url: `/info/${n}.html` }))
    expect((await walk({ '/api': JSON.stringify({ hasMore: false, list: many }) })).problem?.code).toBe('pager_unknown')
  })

  it('is not taken for the whole: records of a script that says how many there are', async () => {
    const data = (total: number) => JSON.stringify({ props: { total, list: ROWS.slice(0, 2) } })
    const page = (total: number) =>
      framed(`<div id="app"></div><script type="application/json">${data(total)}</script>`)
    expect((await walk({ '/l.html': page(30) })).problem?.code).toBe('count_mismatch')
    expect((await walk({ '/l.html': page(2) })).problem).toBeNull()
  })

  it('is not taken for the whole: rows with scripts', async () => {
    const row = (n: number) => `<li><span onclick="show(${n})">第${n}镇2022年法治政府建设年度报告</span></li>`
    const { unreadable } = await walk({ '/l.html': framed(Array.from({ length: 150 }, (_, n) => row(n)).join('')) })
    expect(unreadable).toHaveLength(150)
  })
})
