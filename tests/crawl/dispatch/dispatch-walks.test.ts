import { describe, expect, it } from 'vitest'
import { dispatchWalks, sendWalk } from '../../../shared/crawl/dispatch/dispatch-walks.ts'
import { nextFor } from '../../../shared/crawl/dispatch/planned-walks.ts'
import { type PortalsFile, readPortals } from '../../../shared/crawl/portals.ts'
import type { WalkRequest } from '../../../shared/crawl/walk-request.ts'
import { manyPortals } from '../many-portals.ts'
import { MemoryDispatches, SimulatedWalks } from './simulated-crawl.ts'

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000]
const START = Date.parse('2026-11-26T00:00:00Z')

/** How often a portal of each schedule is walked in a day. */
const WALKS_A_DAY: Readonly<Record<string, number>> = {
  'rate(1 day)': 1,
  'rate(12 hours)': 2,
  'rate(6 hours)': 4,
  'cron(0 8 * * ? *)': 1,
  'cron(30 6,18 * * ? *)': 2,
}
const SCHEDULES = Object.keys(WALKS_A_DAY)

/** Most portals once a day, some more often. */
const scheduleAt = (n: number) => (n % 10 > 0 ? 'rate(1 day)' : SCHEDULES[(n / 10) % SCHEDULES.length]!)

function portalsFile(count: number, scheduleOf = scheduleAt): PortalsFile {
  return readPortals(manyPortals(count, (n) => ({ schedule: scheduleOf(n) })))
}

const FILE = portalsFile(2)

function sentWalks() {
  const sent: WalkRequest[] = []
  return { sent, walks: { send: async (walk: WalkRequest) => void sent.push(walk) } }
}

describe('a tick', () => {
  it('sends what is due with the whole entry, once, and leaves out what is paused', async () => {
    const { sent, walks } = sentWalks()
    const deps = { walks, dispatches: new MemoryDispatches() }
    const file = { ...FILE, portals: [FILE.portals[0]!, { ...FILE.portals[1]!, paused: true }] }
    expect(await dispatchWalks(file, START, deps)).toEqual({ portals: 1, due: 1, sent: 1, faults: [] })
    expect(sent).toEqual([{ contact: FILE.contact, portal: FILE.portals[0], dueAt: new Date(START).toISOString() }])
    expect(await dispatchWalks(file, START + 4 * MINUTE, deps)).toMatchObject({ due: 0, sent: 0 })
  })

  it('sends those first that are due for longest', async () => {
    const { sent, walks } = sentWalks()
    const walked = new Map([['p0', new Date(START - 2 * HOUR).toISOString()]])
    const file = portalsFile(2, () => 'cron(0 8 * * ? *)')
    await dispatchWalks(file, START + 5 * HOUR, { walks, dispatches: new MemoryDispatches(walked) })
    expect(sent.map(({ portal }) => portal.id)).toEqual(['p0', 'p1'])
  })

  it('goes on where an earlier version left off: nothing is walked too soon, nor left out', async () => {
    const { sent, walks } = sentWalks()
    const walkedAt = START - 20 * HOUR
    const walked = new Map(FILE.portals.map(({ id }) => [id, new Date(walkedAt).toISOString()]))
    const deps = { walks, dispatches: new MemoryDispatches(walked) }
    const due = FILE.portals.map((portal) => nextFor(portal, walkedAt)!)
    for (let now = START; now <= START + 2 * DAY; now += 5 * MINUTE) await dispatchWalks(FILE, now, deps)
    for (const [n, { id }] of FILE.portals.entries()) {
      const [first] = sent.filter(({ portal }) => portal.id === id)
      expect(Date.parse(first!.dueAt)).toBe(due[n])
      expect(due[n]! - walkedAt).toBeLessThanOrEqual(1.5 * DAY)
    }
  })

  it('leaves due what could not be sent, says which, and sends the others', async () => {
    const { sent, walks } = sentWalks()
    let isThrottled = true
    const throttled = {
      send: (walk: WalkRequest) =>
        isThrottled && walk.portal.id === 'p0' ? Promise.reject(new TypeError('throttled')) : walks.send(walk),
    }
    const deps = { walks: throttled, dispatches: new MemoryDispatches() }
    const { faults, ...counts } = await dispatchWalks(FILE, START, deps)
    expect(counts).toEqual({ portals: 2, due: 2, sent: 1 })
    expect(faults).toMatchObject([{ portalId: 'p0', error: { message: 'throttled' } }])
    isThrottled = false
    await dispatchWalks(FILE, START + 5 * MINUTE, deps)
    expect(sent.map(({ portal }) => portal.id)).toEqual(['p1', 'p0'])
  })

  it('counts a walk by hand as the planned one that is near', async () => {
    const { sent, walks } = sentWalks()
    const deps = { walks, dispatches: new MemoryDispatches() }
    const [portal] = FILE.portals
    const planned = nextFor(portal!, START)!
    const byHand = new Date(planned - HOUR).toISOString()
    await sendWalk({ contact: FILE.contact, portal: portal!, dueAt: byHand }, deps)
    for (let now = planned; now < planned + 2 * DAY; now += 5 * MINUTE)
      await dispatchWalks({ ...FILE, portals: [portal!] }, now, deps)
    expect(sent.map(({ dueAt }) => dueAt)).toEqual([byHand, new Date(planned + DAY).toISOString()])
  })
})

describe('thousands of portals', () => {
  /** Longer than the ticks of a deployment, so that there are fewer. */
  const TICK = 30 * MINUTE

  /** A walk takes 20 seconds to 13 minutes, most of them less than two. */
  const durationOf = (portalId: string) => {
    const n = Number(portalId.slice(1))
    return n % 10 === 0 ? 13 * MINUTE : (20 + (n % 100)) * SECOND
  }

  /** What comes between a dispatcher and its end. */
  interface Faults {
    readonly isThrottled?: boolean
    /** How many effects it has before it ends without a word. */
    readonly killedAfter?: number
    /** How many run at the same time, or one after the other. */
    readonly times?: number
    readonly atOnce?: boolean
  }

  /** Days of ticks that look at all portals, and of walks, forty at a time. */
  async function simulate(file: PortalsFile, days: number, faultsAt: (tick: number) => Faults) {
    let now = START
    const queue = new SimulatedWalks(40, durationOf, () => now)
    const dispatches = new MemoryDispatches()
    let sends = 0
    const dispatch = async ({ isThrottled = false, killedAfter = Infinity }: Faults) => {
      let effects = 0
      const killed = Promise.withResolvers<void>()
      const effect = async (work: () => Promise<void>) => {
        effects += 1
        if (effects > killedAfter) {
          killed.resolve()
          await new Promise(() => {})
        }
        await work()
      }
      const send = (walk: WalkRequest) =>
        effect(async () => {
          sends += 1
          if (isThrottled && sends % 3 === 0) throw new TypeError('throttled')
          await queue.send(walk)
        })
      const recording = {
        lastSent: () => dispatches.lastSent(),
        lastWalked: (ids: readonly string[]) => dispatches.lastWalked(ids),
        recordSent: (walk: { portalId: string; dueAt: string }) => effect(() => dispatches.recordSent(walk)),
      }
      await Promise.race([dispatchWalks(file, now, { walks: { send }, dispatches: recording }), killed.promise])
    }
    for (let tick = 0; tick < (days * DAY) / TICK; tick += 1) {
      const { times = 1, atOnce = false, ...faults } = faultsAt(tick)
      const runs = Array.from({ length: times }, () => () => dispatch(faults))
      if (atOnce) await Promise.all(runs.map((run) => run()))
      else for (const run of runs) await run()
      for (const end = now + TICK; now < end; now += MINUTE / 2) queue.work()
    }
    return queue
  }

  /** Walks of each portal that were planned for the second day. On the first one all portals are new. */
  function countsOf(file: PortalsFile, { walks }: SimulatedWalks): Map<string, number> {
    const ofDay = walks
      .map(({ portalId, startedAt, waited }) => ({ portalId, dueAt: startedAt - waited }))
      .filter(({ dueAt }) => dueAt >= START + DAY && dueAt < START + 2 * DAY)
    const byPortal = Map.groupBy(ofDay, ({ portalId }) => portalId)
    return new Map(file.portals.map(({ id }) => [id, byPortal.get(id)?.length ?? 0]))
  }

  const expectedOf = (file: PortalsFile) =>
    new Map(file.portals.map(({ id, schedule }) => [id, WALKS_A_DAY[schedule]!]))

  it('are each walked exactly as often as they are due, within their day', async () => {
    const file = portalsFile(500)
    const queue = await simulate(file, 2.25, () => ({}))
    expect(countsOf(file, queue)).toEqual(expectedOf(file))
    expect(Math.max(...queue.walks.map(({ waited }) => waited))).toBeLessThan(DAY / 4)
    expect([queue.mostAtOnce, queue.repeated]).toEqual([40, 0])
  })

  it('are neither left out nor walked twice by ticks that come twice or are killed, and by throttled sends', async () => {
    const FAULTS: readonly Faults[] = [
      { times: 2, atOnce: true },
      { times: 2 },
      { killedAfter: 25 },
      { isThrottled: true, killedAfter: 41 },
      { isThrottled: true, times: 2, atOnce: true },
      {},
    ]
    const file = portalsFile(3000)
    const queue = await simulate(file, 2.25, (tick) => FAULTS[tick % FAULTS.length]!)
    expect(countsOf(file, queue)).toEqual(expectedOf(file))
    expect(Math.max(...queue.walks.map(({ waited }) => waited))).toBeLessThan(DAY / 4)
    expect(queue.mostAtOnce).toBe(40)
    expect(queue.repeated).toBeGreaterThan(0)
  })
})
