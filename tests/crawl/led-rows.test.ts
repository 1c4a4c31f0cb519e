import { describe, expect, it } from 'vitest'
import { framed, walk } from './walk-pages.ts'

/** A report on each of two pages, among documents of other kinds. */
const TITLES = [
  '云溪县2022年法治政府建设年度报告',
  '云溪县领导干部学法清单公布',
  '关于开展执法检查工作的通知',
  '云溪县2021年法治政府建设年度报告',
  '行政执法主体资格公告（第二批）',
  '云溪县普法宣传活动简讯',
]
const DAYS = TITLES.map((_, n) => `2023-03-1${n}`)
const path = (n: number) => `/gk/15971/2023/3/47${n}6.htm`
const cells = (n: number, link: string) => `<td>${n + 1}</td><td>${link}</td><td>${DAYS[n]}</td>`
const row = (link: (n: number) => string) => (n: number) => `<tr>${cells(n, link(n))}</tr>`

/** Two pages of three rows, which say how many there are. */
const list = (one: (n: number) => string, script = '') => {
  const page = (number: number, next: string) =>
    framed(
      `<table><tr><th>序号</th><th>标题</th><th>日期</th></tr>${[0, 1, 2].map((n) => one(n + (number - 1) * 3)).join('')}</table>
<div class="pages">共6条 第${number}/2页 ${next}</div>${script && `<script>${script}</script>`}`,
    )
  return {
    '/l.jsp?c=7': page(1, '<a href="/l.jsp?c=7&p=2">下一页</a>'),
    '/l.jsp?c=7&p=2': page(2, '<span>下一页</span>'),
  }
}

const VIEW = 'function view(id){ window.open("/gk/15971/2023/3/" + id + ".htm") }'
const cut = (n: number) => `${TITLES[n]!.slice(0, 9)}...`

describe('rows that a script leads on from are rows as others are', () => {
  it.each<[string, Record<string, string>]>([
    [
      'by an attribute, beside a script that is elsewhere',
      list(
        row(
          (n) =>
            `<a href="javascript:void(0)" to-href="${path(n)}" title="${TITLES[n]}" onclick="openInfo('${path(n)}')">${cut(n)}</a>`,
        ),
      ),
    ],
    [
      'by an attribute and an address that is none',
      list(row((n) => `<a href="#" data-href="${path(n)}">${TITLES[n]}</a>`)),
    ],
    ['by an attribute and an empty address', list(row((n) => `<a href="" data-url="${path(n)}">${TITLES[n]}</a>`))],
    ['by an address in their script', list(row((n) => `<a href="javascript:openInfo('${path(n)}')">${TITLES[n]}</a>`))],
    ['by their script alone', list(row((n) => `<a onclick="window.open('${path(n)}')">${TITLES[n]}</a>`))],
    [
      'by a function of the page',
      list(
        row((n) => `<a href="javascript:;" onclick="view('47${n}6')">${TITLES[n]}</a>`),
        VIEW,
      ),
    ],
    ['by the row of their table', list((n) => `<tr onclick="location.href='${path(n)}'">${cells(n, TITLES[n]!)}</tr>`)],
  ])('%s', async (_, pages) => {
    const { items, problem, unreadable, declared } = await walk(pages)
    expect({ problem, unreadable, declared }).toEqual({ problem: null, unreadable: [], declared: 6 })
    expect(items.map(({ url }) => new URL(url).pathname)).toEqual(TITLES.map((__, n) => path(n)))
    for (const [n, { title }] of items.entries()) expect(title).toContain(TITLES[n])
  })

  it('have the date of their own row', async () => {
    const undated = (n: number) => (n === 1 ? '' : `<td>${DAYS[n]}</td>`)
    const { items } = await walk(
      list((n) => `<tr><td><a href="#" data-href="${path(n)}">${TITLES[n]}</a></td>${undated(n)}</tr>`),
    )
    expect(items.map(({ publishedOn }) => publishedOn)).toEqual(DAYS.map((day, n) => (n === 1 ? null : day)))
  })
})

describe('rows whose address a script keeps to itself', () => {
  it.each([
    ['that is elsewhere', (n: number) => `<a href="javascript:view(${n})">${TITLES[n]}</a>`],
    ['that finds them by a number', (n: number) => `<a href="#" data-id="${n}" class="row">${TITLES[n]}</a>`],
  ])('%s, are told, and the list is not whole', async (_, link) => {
    const { items, problem, unreadable } = await walk(list(row(link)))
    expect(items).toEqual([])
    expect(unreadable.map(({ title }) => title)).toEqual([TITLES[0], TITLES[3]])
    expect(problem?.code).toBe('count_mismatch')
  })

  it('are no rows if they are of a calendar', async () => {
    const rows = TITLES.map((title, n) => `<li><a href="${path(n)}">${title}</a><span>${DAYS[n]}</span></li>`)
    const days = [1, 2, 3].map((n) => `<td onclick="pick('2023-03-0${n}')">2023-03-0${n} 星期三</td>`)
    const page = framed(
      `<div>共6条</div><ul>${rows.join('')}</ul><table class="calendar"><tr>${days.join('')}</tr></table>`,
    )
    const { items, problem } = await walk({ '/l.html': page })
    expect({ count: items.length, problem }).toEqual({ count: 6, problem: null })
  })
})
