import { describe, expect, it } from 'vitest'
import { portalOf } from './crawl.ts'
import { articlePage, articlesOf, listPage, rows } from './simulator/pages.ts'
import type { Logged } from './simulator/site.ts'
import { useSite } from './use-site.ts'

/** Long enough to notice two requests at a time. */
const ANSWER_MS = 20
const { site, startCrawl } = useSite(ANSWER_MS)
const ARTICLES = articlesOf('/fzzf', [2022, 2021])

async function portalWith(entry = {}) {
  for (const { path, title } of ARTICLES) site().page(path, articlePage({ title }))
  site().page('/fzzf/index.html', listPage(`<ul>${rows(ARTICLES)}</ul>`))
  const portal = portalOf({ hosts: [site().host], lists: [`${site().origin}/fzzf/index.html`], ...entry })
  return { portal, ...(await startCrawl()) }
}

/** Milliseconds from each answer to the start of the next request. */
const gaps = (log: readonly Logged[]) => log.slice(1).map(({ at }, n) => at - log[n]!.answeredAt)

describe('the politeness of a crawl', () => {
  it('asks a host for one thing at a time, with its pause between, for all crawls together', async () => {
    const { crawl, walk, visitAll, portal, rows: ledger } = await portalWith({ delaySeconds: 0.15 })
    await Promise.all([crawl(portal), walk({ ...portal, id: 'other' })])
    await visitAll()
    expect((await ledger('test')).pages.every(({ state }) => state === 'found')).toBe(true)
    // One crawl asks for robots.txt, both for the list and for each article.
    expect(site().log).toHaveLength(7)
    expect(site().log.filter(({ alongside }) => alongside > 0)).toEqual([])
    expect(Math.min(...gaps(site().log))).toBeGreaterThanOrEqual(150)
  })

  it('keeps the pause that robots.txt asks for, if it is longer', async () => {
    site().page('/robots.txt', 'User-agent: *\nCrawl-delay: 0.2', { 'content-type': 'text/plain' })
    const { crawl, portal } = await portalWith({ delaySeconds: 0 })
    await crawl(portal)
    expect(Math.min(...gaps(site().log).slice(1))).toBeGreaterThanOrEqual(200)
  })

  it('asks for robots.txt first, once a day', async () => {
    const { crawl, portal } = await portalWith()
    await crawl(portal)
    await crawl(portal)
    expect(site().log[0]!.path).toBe('/robots.txt')
    expect(site().log.filter(({ path }) => path === '/robots.txt')).toHaveLength(1)
  })

  it('asks for nothing that robots.txt forbids, and says so', async () => {
    site().page('/robots.txt', 'User-agent: *\nDisallow: /fzzf/202303/', { 'content-type': 'text/plain' })
    const { crawl, portal } = await portalWith()
    const { pages } = await crawl(portal)
    expect(site().log.some(({ path }) => path.startsWith('/fzzf/202303/'))).toBe(false)
    expect(pages.map(({ state, reason }) => [state, reason?.split(':')[0]]).sort()).toEqual([
      ['blocked', 'robots'],
      ['found', undefined],
    ])
  })

  it.each([500, 503, 429])('asks for nothing if robots.txt answers %i', async (status) => {
    site().answer('/robots.txt', () => ({ status, headers: { 'retry-after': '0' } }))
    const { walk, portal } = await portalWith()
    const [walked] = await walk(portal)
    expect(walked!.problem?.code).toBe('robots')
    expect(new Set(site().log.map(({ path }) => path))).toEqual(new Set(['/robots.txt']))
  })

  it('follows a redirect of robots.txt', async () => {
    site().answer('/robots.txt', () => ({ status: 301, headers: { location: '/r.txt' } }))
    site().page('/r.txt', 'User-agent: *\nDisallow: /', { 'content-type': 'text/plain' })
    const { walk, portal } = await portalWith()
    expect((await walk(portal))[0]!.problem?.code).toBe('robots')
  })

  it('names itself and a contact', async () => {
    const { walk, portal } = await portalWith()
    await walk(portal)
    for (const { headers } of site().log)
      expect(headers['user-agent']).toMatch(/^fazhi\/.*\+https:\/\/crawler\.example\/\)$/)
  })

  it('comes back when it is asked to, after a 429', async () => {
    const { crawl, portal } = await portalWith()
    const [path] = ARTICLES.map((article) => article.path)
    let refused = 0
    const page = articlePage({ title: ARTICLES[0]!.title })
    site().answer(path!, () => (refused++ === 0 ? { status: 429, headers: { 'retry-after': '1' } } : { body: page }))
    const { pages } = await crawl(portal)
    expect(pages.every(({ state }) => state === 'found')).toBe(true)
    const at = site().log.findIndex(({ status }) => status === 429)
    expect(site().log[at + 1]!.at - site().log[at]!.answeredAt).toBeGreaterThanOrEqual(1000)
  })

  it('leaves a host to the next walk if it asks to wait too long', async () => {
    const { crawl, portal } = await portalWith()
    site().answer(ARTICLES[0]!.path, () => ({ status: 429, headers: { 'retry-after': '3600' } }))
    const { pages } = await crawl(portal)
    expect(pages.map(({ state, reason }) => [state, reason?.split(':')[0]])).toContainEqual(['blocked', 'rate_limited'])
    expect(site().log.filter(({ status }) => status === 429)).toHaveLength(1)
    expect(site().log.at(-1)!.status).toBe(429)
  })
})
