import { describe, expect, it } from 'vitest'
import { rowsOf, TITLES } from './pager-pages.ts'
import { framed, walk } from './walk-pages.ts'

const part = (n: number) => `<html><body>${rowsOf(n)}</body></html>`

/** A catalogue whose links show their lists in a frame, which opens on the first of them. */
const catalogue = (names: readonly string[], target = 'right') =>
  framed(
    `<ul>${names.map((name, n) => `<li><a href="/c/${n}/" target="${target}">${name}</a></li>`).join('')}</ul><iframe name="right" src="/c/0/"></iframe>`,
  )

describe('a catalogue beside a frame', () => {
  it('is read with the lists of all its bodies', async () => {
    const names = ['云溪县财政局', '云溪县人民政府', '云溪县司法局']
    const pages = Object.fromEntries(names.map((_, n) => [`/c/${n}/`, part(n)]))
    const { items, problem } = await walk({ '/l.html': catalogue(names), ...pages })
    expect(items.map(({ title }) => title)).toEqual(expect.arrayContaining(TITLES))
    expect(problem).toBeNull()
  })

  it('of more bodies than are asked for is not read whole, and the government comes first', async () => {
    const names = [...Array.from({ length: 20 }, (_, n) => `第${n}局`), '云溪县人民政府']
    const pages = Object.fromEntries(names.map((_, n) => [`/c/${n}/`, part(n)]))
    const { asked, problem } = await walk({ '/l.html': catalogue(names), ...pages }, 40)
    expect(asked).toContain('/c/20/')
    expect(problem?.code).toBe('pager_unknown')
  })

  it('is not made of links that open a window of their own', async () => {
    const { asked } = await walk({ '/l.html': catalogue(['财政局', '司法局'], '_blank'), '/c/0/': part(0) })
    expect(asked).toEqual(['/l.html', '/c/0/'])
  })
})
