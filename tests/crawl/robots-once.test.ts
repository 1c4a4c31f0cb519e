import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PAGE_LIMITS } from '../../shared/crawl/fetch/limits.ts'
import type { Hosts } from '../../shared/crawl/hosts.ts'
import { MemoryHosts } from '../../shared/crawl/memory-hosts.ts'
import { type Visitor, visitor } from '../../shared/crawl/visit.ts'
import { type Site, startSite } from './simulator/site.ts'

const ANSWER_MS = 20
/** However slow the machine is, each has its turn. */
const PATIENCE_MS = 600_000
const PATHS = ['/1.html', '/2.html', '/3.html']

let site: Site
beforeEach(async () => {
  site = await startSite(ANSWER_MS)
  for (const path of PATHS) site.page(path, '<p>页面</p>')
})
afterEach(() => site.close())

function visitorWith(hosts: Hosts): Visitor {
  return visitor({
    hosts,
    rules: { hosts: [site.host], allowLoopback: true },
    contact: 'https://crawler.example/',
    delaySeconds: 0.05,
    patienceMs: () => PATIENCE_MS,
  })
}

/** The same hosts as another process sees them. */
function otherProcess(hosts: Hosts): Hosts {
  return {
    takeTurn: (host, patience) => hosts.takeTurn(host, patience),
    keptRobots: (host) => hosts.keptRobots(host),
    keepRobots: (host, robots) => hosts.keepRobots(host, robots),
  }
}

const WAYS: [string, () => Visitor[]][] = [
  ['by one visitor', () => ((one) => PATHS.map(() => one))(visitorWith(new MemoryHosts()))],
  ['by visitors of one process', () => ((own) => PATHS.map(() => visitorWith(own)))(new MemoryHosts())],
  ['by processes of their own', () => ((own) => PATHS.map(() => visitorWith(otherProcess(own))))(new MemoryHosts())],
]

describe('documents of one host that are asked for at once', () => {
  it.each(WAYS)('%s ask for robots.txt once, and each in its turn', async (_, make) => {
    site.page('/robots.txt', 'User-agent: *\nCrawl-delay: 0.2', { 'content-type': 'text/plain' })
    const visitors = make()
    const visits = await Promise.all(PATHS.map((path, n) => visitors[n]!(site.origin + path, PAGE_LIMITS)))

    expect(visits.map(({ kind }) => kind)).toEqual(['page', 'page', 'page'])
    expect(site.log.map(({ path }) => path)).toEqual(['/robots.txt', ...PATHS])
    expect(site.log.filter(({ alongside }) => alongside > 0)).toEqual([])
    // The pause that robots.txt asks for is kept from its own request on.
    const gaps = site.log.slice(1).map(({ at }, n) => at - site.log[n]!.answeredAt)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(200)
  })

  it('ask for a robots.txt that is elsewhere once too', async () => {
    site.answer('/robots.txt', () => ({ status: 301, headers: { location: '/r.txt' } }))
    site.page('/r.txt', '', { 'content-type': 'text/plain' })
    const visit = visitorWith(new MemoryHosts())
    await Promise.all(PATHS.map((path) => visit(site.origin + path, PAGE_LIMITS)))
    expect(site.log.map(({ path }) => path)).toEqual(['/robots.txt', '/r.txt', ...PATHS])
  })
})
