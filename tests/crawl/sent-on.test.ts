import { describe, expect, it } from 'vitest'
import { rowsOf } from './pager-pages.ts'
import { framed, type Served, walk } from './walk-pages.ts'

const WAYS: [string, Served][] = [
  ['the header Refresh', { html: '<html></html>', sendsTo: '/real.html' }],
  ['meta refresh', '<meta http-equiv="refresh" content="0; url=/real.html">'],
  ['meta refresh without a name', `<meta http-equiv="refresh" content="3;'/real.html'">`],
  ['a script', '<script>self.location = "/real.html"</script>'],
  ['a script that waits', `<script>setTimeout("window.location.href='/real.html'", 500)</script>`],
  ['its one link, if it says so', '<p>栏目已迁移，如果没有跳转请点击<a href="/real.html">这里</a></p>'],
]

describe('a page that sends its visitors on', () => {
  it.each(WAYS)('is followed: %s', async (_, page) => {
    const { items, problem } = await walk({ '/l.html': page, '/real.html': framed(rowsOf(0)) })
    expect(items).toHaveLength(2)
    expect(problem).toBeNull()
  })

  it('is not followed to another host', async () => {
    const { asked } = await walk({ '/l.html': { html: '<html></html>', sendsTo: 'http://other.example/' } })
    expect(asked).toEqual(['/l.html'])
  })
})
