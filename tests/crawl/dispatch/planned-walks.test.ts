import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueFor, nextFor } from '../../../shared/crawl/dispatch/planned-walks.ts'

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]
const NOW = Date.parse('2026-11-26T12:00:00Z')
const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString())

/** Thursday 20:00 in China. */
const next = (schedule: string) => iso(nextFor({ id: 'a', schedule }, NOW))

describe('the next walk of a portal', () => {
  it.each([
    ['cron(0 9 * * ? *)', '2026-11-27T01:00:00.000Z'],
    ['cron(0 20 * * ? *)', '2026-11-27T12:00:00.000Z'],
    ['cron(1 20 * * ? *)', '2026-11-26T12:01:00.000Z'],
    ['cron(0/15 8-17 ? * MON-FRI *)', '2026-11-27T00:00:00.000Z'],
    ['cron(30 8 L * ? 2026)', '2026-11-30T00:30:00.000Z'],
    ['cron(0 9 LW * ? *)', '2026-11-30T01:00:00.000Z'],
    ['cron(0 9 15W * ? *)', '2026-12-15T01:00:00.000Z'],
    ['cron(0 9 ? JAN,JUL 6#3 *)', '2027-01-15T01:00:00.000Z'],
    ['cron(0 9 ? * 1 *)', '2026-11-29T01:00:00.000Z'],
    ['cron(0 9 ? * L *)', '2026-11-28T01:00:00.000Z'],
    ['cron(0 0 29 2 ? *)', '2028-02-28T16:00:00.000Z'],
    ['cron(0 9 1 1 ? 2020)', null],
  ])('is at the time in China that EventBridge would take %s for', (schedule, expected) => {
    expect(next(schedule)).toBe(expected)
  })

  it('is half a period to one and a half later with a rate, at a time of the day that is always the same', () => {
    const ids = Array.from({ length: 100 }, (_, n) => `p${n}`)
    for (const id of ids) {
      const first = nextFor({ id, schedule: 'rate(1 day)' }, NOW)!
      expect(first - NOW).toBeGreaterThanOrEqual(DAY / 2)
      expect(first - NOW).toBeLessThanOrEqual(1.5 * DAY)
      expect(nextFor({ id, schedule: 'rate(1 day)' }, first)).toBe(first + DAY)
      expect(nextFor({ id, schedule: 'rate(1 day)' }, first - 5 * HOUR)).toBe(first + DAY)
    }
  })

  it('is spread over the whole period with a rate: each hour has its share of portals', () => {
    const hours = Array.from({ length: 2400 }, (_, n) =>
      Math.floor((nextFor({ id: `p${n}`, schedule: 'rate(1 day)' }, NOW)! % DAY) / HOUR),
    )
    const perHour = [...Map.groupBy(hours, (hour) => hour).values()].map(({ length }) => length)
    expect(perHour).toHaveLength(24)
    expect(Math.max(...perHour)).toBeLessThan(150)
  })
})

describe('a walk', () => {
  const portal = { id: 'a', schedule: 'cron(0 9 * * ? *)' }
  const nine = Date.parse('2026-11-26T01:00:00Z')

  it('is due at once where there was none, for the same time if a tick comes twice', () => {
    expect(dueFor(portal, null, NOW)).toBe(NOW)
    expect(dueFor(portal, null, NOW + 4 * MINUTE)).toBe(NOW)
  })

  it('is due at its time and not before', () => {
    expect(dueFor(portal, nine - DAY, nine - 1)).toBeNull()
    expect(iso(dueFor(portal, nine - DAY, nine))).toBe(iso(nine))
    expect(dueFor(portal, nine, nine + 4 * MINUTE)).toBeNull()
  })

  it('is due once for all that were missed', () => {
    expect(iso(dueFor(portal, nine - 9 * DAY, nine + HOUR))).toBe(iso(nine))
    expect(dueFor(portal, nine, nine + HOUR)).toBeNull()
  })

  it('is due as often as its rate says, however late the ticks are', () => {
    const rates = fc.constantFrom(5 * MINUTE, 30 * MINUTE, 3 * HOUR, DAY)
    const lateness = fc.array(fc.integer({ min: 0, max: 5 * MINUTE - 1 }), { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(rates, lateness, fc.string({ minLength: 1 }), (period, late, id) => {
        const rated = { id, schedule: `rate(${period / MINUTE} minutes)` }
        const first = nextFor(rated, NOW)!
        let last = first
        late.forEach((delay, n) => {
          const planned = first + (n + 1) * period
          expect(dueFor(rated, last, planned - 1)).toBeNull()
          last = dueFor(rated, last, planned + Math.min(delay, period - 1))!
          expect(last).toBe(planned)
        })
      }),
      { numRuns: 50 },
    )
  })
})
