import { describe, expect, it } from 'vitest'
import { discover } from '../../shared/crawl/discover/discover.ts'
import { listsToWatch } from '../../shared/crawl/discover/found-list.ts'
import { MemoryHosts } from '../../shared/crawl/memory-hosts.ts'
import { visitor } from '../../shared/crawl/visit.ts'
import { HOMES } from './simulator/homes.ts'
import { type Site, startSite } from './simulator/site.ts'

async function useHome(make: (site: Site) => string) {
  const site = await startSite()
  const expected = make(site)
  const home = `${site.origin}/`
  const visit = visitor({
    hosts: new MemoryHosts(),
    rules: { hosts: [site.host], allowLoopback: true },
    contact: 'https://crawler.example/',
    delaySeconds: 0,
    patienceMs: () => 5_000,
  })
  return {
    site,
    expected,
    discovered: () => discover({ home, hosts: [site.host], name: null }, visit),
    [Symbol.asyncDispose]: () => site.close(),
  }
}

describe('the list of the reports', () => {
  it.each(HOMES)('is found from a home page by %s', async (_, make) => {
    await using home = await useHome(make)
    const { lists, pages } = await home.discovered()
    expect(listsToWatch(lists, 3)[0]?.url).toBe(home.expected)
    expect(pages).toBeLessThanOrEqual(15)
  })
})
