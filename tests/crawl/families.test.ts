import { describe, expect, it } from 'vitest'
import { chunk, FAMILIES, ROWS, service, TITLES } from './simulator/families.ts'
import { framed, type Served, walk } from './walk-pages.ts'

describe('a list of the family', () => {
  it.each(FAMILIES)('%s, is read whole', async (_, system, pages) => {
    const read = await walk(pages)
    expect(read).toMatchObject({ problem: null, unreadable: [] })
    expect(read.items.map((item) => item.title)).toEqual(TITLES)
    expect(read.items.map((item) => item.publishedOn)).toEqual(ROWS.map(({ date }) => date))
    const gets = read.asked.filter((path) => typeof pages[path] !== 'function')
    expect(new Set(gets).size).toBe(gets.length)
    expect(read.system).toBe(system)
  })
})

const problemOf = async (pages: Record<string, Served>) => (await walk(pages)).problem?.code ?? null

describe('a list that only a browser can read', () => {
  it.each([
    ['an application', '<div id="app"></div><script src="/js/app.js"></script>'],
    ['a request of a script', '<ul id="rows"></ul><script>$.ajax({url:base+"/list",success:draw})</script>'],
  ])('is said to be so: %s', async (_, content) => {
    expect(await problemOf({ '/l.html': framed(content) })).toBe('script_only')
  })

  it('is blocked if its script examines the browser', async () => {
    const script = '<script>if(navigator.webdriver){}document.cookie="a=1";location.href="/l.html?1"</script>'
    expect(await problemOf({ '/l.html': `<html>${script}</html>` })).toBe('script_challenge')
    const navigation = [1, 2, 3].map((n) => `<a href="/nav/${n}/">政务公开</a>`).join('')
    expect(await problemOf({ '/l.html': `<html>${navigation}${script}</html>` })).not.toBe('script_challenge')
  })
})

describe('a feed without pages', () => {
  it('gives its rows with their days in China, and is not read whole', async () => {
    const items = ROWS.map(
      (row) =>
        `<item><title><![CDATA[${row.title}]]></title><link>http://www.portal.example${row.url}</link><pubDate>${new Date(`${row.date}T00:30:00+08:00`).toUTCString()}</pubDate></item>`,
    )
    const read = await walk({ '/rss.xml': `<?xml version="1.0"?><rss><channel>${items.join('')}</channel></rss>` })
    expect(read.items.map((item) => item.title)).toEqual(TITLES)
    expect(read.items.map((item) => item.publishedOn)).toEqual(ROWS.map(({ date }) => date))
    expect(read.problem?.code).toBe('pager_unknown')
  })
})

describe('a service that is not what it seems', () => {
  it.each([
    [
      'gives fewer rows than it says',
      service(
        (page) => `/api?page=${page}`,
        (page) => JSON.stringify({ total: 9, list: chunk(page) }),
      ),
    ],
    [
      'says more rows than one answer has, without a number to raise',
      { '/api': JSON.stringify({ total: 9, list: ROWS }) },
    ],
    [
      'repeats its first page',
      service(
        (page) => `/api?page=${page}`,
        () => JSON.stringify({ list: [...ROWS, ...ROWS] }),
      ),
    ],
    ['does not say how many rows it has', { '/api': JSON.stringify({ list: ROWS }) }],
    ['counts only the rows of its answer', { '/api': JSON.stringify({ count: ROWS.length, list: ROWS }) }],
    ['gives a frame of another host', { '/l.html': framed('<iframe src="http://other.example/list.html"></iframe>') }],
  ] as [string, Record<string, Served>][])('is not read whole: %s', async (_, pages) => {
    expect(await problemOf(pages)).not.toBeNull()
  })

  it('is not asked for another column if the number in its path is that of its own', async () => {
    const { asked } = await walk({ '/api/rows-7.json': JSON.stringify({ total: 9, list: ROWS }) })
    expect(asked).toEqual(['/api/rows-7.json'])
  })

  it('has unreadable rows if its records have no address', async () => {
    const records = ROWS.slice(0, 3).map((row, n) => ({ title: row.title, id: n }))
    const { unreadable } = await walk({ '/api': JSON.stringify({ total: 3, list: records }) })
    expect(unreadable.map((row) => row.title)).toEqual(TITLES.slice(0, 3))
  })
})
