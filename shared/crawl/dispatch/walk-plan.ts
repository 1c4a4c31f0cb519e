import type { Portal } from '../portal.ts'
import type { Dispatches } from '../ports.ts'
import { nextFor } from './planned-walks.ts'

/** What is known of the walks of one portal, and what follows. All times are milliseconds since 1970. */
export interface WalkPlan {
  readonly portal: Portal
  /** What the last walk that was sent was for; null if none was. */
  readonly sentFor: number | null
  /** When the last walk that ended began; null if none did. */
  readonly walkedAt: number | null
  /** When the next one is due; null if the portal is paused, or its schedule has no further walk. */
  readonly nextAt: number | null
}

/** @param since when the portals were deployed: one that was never walked is due since then */
export async function walkPlans(
  portals: readonly Portal[],
  dispatches: Pick<Dispatches, 'lastSent' | 'lastWalked'>,
  since: number,
): Promise<WalkPlan[]> {
  const sent = await dispatches.lastSent()
  const walked = await dispatches.lastWalked(portals.map(({ id }) => id))
  return portals.map((portal) => {
    const [sentFor, walkedAt] = [sent, walked].map((times) => timeOf(times.get(portal.id)))
    const last = sentFor ?? walkedAt ?? null
    const nextAt = last === null ? since : nextFor(portal, last)
    return { portal, sentFor: sentFor ?? null, walkedAt: walkedAt ?? null, nextAt: portal.paused ? null : nextAt }
  })
}

/** Whether the last walk that was sent has not ended: it waits, is under way, or failed. */
export function isWaiting({ sentFor, walkedAt }: Pick<WalkPlan, 'sentFor' | 'walkedAt'>): boolean {
  return sentFor !== null && (walkedAt ?? 0) < sentFor
}

function timeOf(time: string | undefined): number | null {
  return time === undefined ? null : Date.parse(time)
}
