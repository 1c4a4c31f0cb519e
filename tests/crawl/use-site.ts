import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Resolve } from '../../shared/crawl/fetch/guarded-lookup.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { startCrawl } from './crawl.ts'
import { type Site, startSite } from './simulator/site.ts'

/**
 * Engines for the tests of one file, and for each test a new site.
 * @param answerAfterMs how long the site takes for an answer
 */
export function useSite(answerAfterMs = 0) {
  let engines: Engines
  let site: Site
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())
  beforeEach(async () => {
    site = await startSite(answerAfterMs)
    return () => site.close()
  })
  return { site: () => site, startCrawl: (resolve?: Resolve) => startCrawl(engines, undefined, resolve) }
}
