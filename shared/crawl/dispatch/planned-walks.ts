import { createHash } from 'node:crypto'
import type { Cron } from 'croner'
import type { Portal } from '../portal.ts'
import { scheduleOf, TICK_MINUTES } from '../schedule.ts'

const TICK_MS = TICK_MINUTES * 60_000

/** What decides when a portal is walked. */
export type Planned = Pick<Portal, 'id' | 'schedule'>

/** The times at which a schedule plans walks, in milliseconds since 1970. */
interface Times {
  /** The first one at or after a time; null if there is none. */
  from(time: number): number | null
  /** The last one at or before a time; null if there is none. */
  until(time: number): number | null
  /** From one walk to the next at least. */
  readonly pause: number
}

/**
 * The time that the next walk of a portal is planned for.
 * @param lastFor what the last walk was for; see `dueFor`
 * @returns null if its schedule has no further walk
 */
export function nextFor(portal: Planned, lastFor: number): number | null {
  const times = timesOf(portal)
  return times.from(lastFor + times.pause)
}

/**
 * The time that a walk is due for at `now`: of several that were missed the last. A portal that was never walked is due at
 * once, whatever its schedule.
 * @param lastFor what the last walk was for, or when it began; null if there was none
 * @returns null if no walk is due
 */
export function dueFor(portal: Planned, lastFor: number | null, now: number): number | null {
  // The same for a tick that comes twice.
  if (lastFor === null) return Math.floor(now / TICK_MS) * TICK_MS
  const times = timesOf(portal)
  const next = times.from(lastFor + times.pause)
  return next === null || next > now ? null : times.until(now)
}

function timesOf({ id, schedule }: Planned): Times {
  const parsed = scheduleOf(schedule)
  return parsed.kind === 'rate' ? ofRate(parsed.period, shareOf(id)) : ofCron(parsed.cron)
}

/**
 * Portals of one rate have their walks spread over its whole period. A walk at another time, the first or one by hand, counts
 * for the planned walk that is less than half a period away.
 */
function ofRate(period: number, share: number): Times {
  const offset = Math.floor(share * period)
  return {
    from: (time) => offset + Math.ceil((time - offset) / period) * period,
    until: (time) => offset + Math.floor((time - offset) / period) * period,
    pause: period / 2,
  }
}

function ofCron(cron: Cron): Times {
  return {
    from: (time) => cron.nextRuns(1, new Date(time - 1))[0]?.getTime() ?? null,
    until: (time) => cron.previousRuns(1, new Date(time + 1))[0]?.getTime() ?? null,
    pause: 1,
  }
}

/** A number from 0 to 1 that is always the same for an ID, and spread evenly over IDs. */
function shareOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE() / 2 ** 32
}
