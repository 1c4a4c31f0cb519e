import { expect, it } from 'vitest'
import { nextFor } from '../../../shared/crawl/dispatch/planned-walks.ts'
import { isWaiting, walkPlans } from '../../../shared/crawl/dispatch/walk-plan.ts'
import { readPortals } from '../../../shared/crawl/portals.ts'
import { manyPortals } from '../many-portals.ts'
import { MemoryDispatches } from './simulated-crawl.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const HOUR = 3_600_000
const iso = (time: number) => new Date(time).toISOString()

it('says of each portal when it was walked, whether a walk waits, and when the next one is due', async () => {
  const { portals } = readPortals(manyPortals(4, (n) => ({ paused: n === 3 })))
  const walked = new Map([
    ['p0', iso(NOW - HOUR)],
    ['p1', iso(NOW - 24 * HOUR)],
    ['p3', iso(NOW - HOUR)],
  ])
  const dispatches = new MemoryDispatches(walked)
  await dispatches.recordSent({ portalId: 'p1', dueAt: iso(NOW - 2 * HOUR) })
  const plans = await walkPlans(portals, dispatches, NOW)
  expect(plans.map(({ portal, ...plan }) => plan)).toEqual([
    { sentFor: null, walkedAt: NOW - HOUR, nextAt: nextFor(portals[0]!, NOW - HOUR) },
    { sentFor: NOW - 2 * HOUR, walkedAt: NOW - 24 * HOUR, nextAt: nextFor(portals[1]!, NOW - 2 * HOUR) },
    { sentFor: null, walkedAt: null, nextAt: NOW },
    { sentFor: null, walkedAt: NOW - HOUR, nextAt: null },
  ])
  expect(plans.map(isWaiting)).toEqual([false, true, false, false])
})
