import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Engines, startEngines } from '../engines/engines.ts'
import { portalOf, startCrawl } from './crawl.ts'
import { articlePage, articlesOf } from './simulator/pages.ts'
import { type Site, startSite } from './simulator/site.ts'
import { trsList } from './simulator/systems.ts'

let engines: Engines
let site: Site
beforeAll(async () => {
  engines = await startEngines()
  site = await startSite()
})
afterAll(async () => {
  await site.close()
  await engines.stop()
})

const YEARS = [2022, 2021]
const ARTICLES = articlesOf('/fzzf', YEARS)

class Killed extends Error {}

/** Kills a crawl before its effect number `last`, and then runs it again. */
async function killedBefore(last: number) {
  for (const { path, title } of ARTICLES) site.page(path, articlePage({ title }))
  const portal = portalOf({ hosts: [site.host], lists: [trsList(site, '/fzzf', ARTICLES)] })
  let effects = 0
  let isArmed = true
  const { crawl, hosts, queue, dropped } = await startCrawl(engines, () => {
    if (isArmed && ++effects === last) throw new Killed()
  })
  const wasKilled = await crawl(portal).then(
    () => false,
    (error: unknown) => {
      if (!(error instanceof Killed)) throw error
      return true
    },
  )
  isArmed = false
  site.asked()
  await hosts.endTurnsTakenBefore(Date.now())
  const { pages } = await crawl(portal)
  return { wasKilled, pages, queue, dropped, askedAgain: site.asked() }
}

/** What a crawl of two reports has. */
const EFFECTS = 14

describe('a crawl that is killed before its effect', () => {
  it.each(Array.from({ length: EFFECTS }, (_, n) => n + 1))('number %i is completed by the next run', async (last) => {
    const { wasKilled, pages, queue, dropped, askedAgain } = await killedBefore(last)
    expect(wasKilled).toBe(true)
    expect(pages.map(({ year }) => year).sort()).toEqual([...YEARS].sort())
    expect(pages.every(({ state }) => state === 'found' || state === 'unchanged')).toBe(true)
    // The same bytes have the same name, so what was uploaded twice is still one object.
    const names = [...new Set(dropped.map(({ name }) => name))]
    expect(pages.map(({ documentId }) => `test/${documentId}.html`).sort()).toEqual(names.sort())
    expect(askedAgain.length).toBe(new Set(askedAgain).size)
    expect(queue).toEqual([])
  })

  it('has no other effects', async () => {
    expect((await killedBefore(EFFECTS + 1)).wasKilled).toBe(false)
  })
})
