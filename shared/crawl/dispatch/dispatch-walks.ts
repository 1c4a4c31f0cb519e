import type { Portal } from '../portal.ts'
import type { PortalsFile } from '../portals.ts'
import type { Dispatches, WalkRequests } from '../ports.ts'
import type { WalkRequest } from '../walk-request.ts'
import { dueFor } from './planned-walks.ts'

/** Sending one takes some 20 ms, so that three thousand take a few seconds. */
const SENT_AT_ONCE = 20

export interface SendDeps {
  readonly walks: WalkRequests
  readonly dispatches: Pick<Dispatches, 'recordSent'>
}

export interface DispatchDeps extends SendDeps {
  readonly dispatches: Dispatches
}

export interface Dispatched {
  /** Portals that are not paused. */
  readonly portals: number
  readonly due: number
  readonly sent: number
  /** Walks that could not be sent. They stay due. */
  readonly faults: readonly { readonly portalId: string; readonly error: unknown }[]
}

/**
 * Sends the walks that are due at `now` to the queue of walks, those that are due for longest first. A walk is recorded as sent
 * after it was sent: who is interrupted in between sends it again, and `crawl-portal` drops what is done.
 * @param now milliseconds since 1970
 */
export async function dispatchWalks(
  { contact, portals }: PortalsFile,
  now: number,
  deps: DispatchDeps,
): Promise<Dispatched> {
  const active = portals.filter(({ paused }) => !paused)
  const last = await lastWalks(active, deps.dispatches)
  const due = active
    .flatMap((portal) => {
      const dueAt = dueFor(portal, last.get(portal.id) ?? null, now)
      return dueAt === null ? [] : [{ portal, dueAt }]
    })
    .sort((a, b) => a.dueAt - b.dueAt)
  const faults: { portalId: string; error: unknown }[] = []
  const send = async ({ portal, dueAt }: (typeof due)[number]) => {
    try {
      await sendWalk({ contact, portal, dueAt: new Date(dueAt).toISOString() }, deps)
    } catch (error) {
      // One that cannot be sent keeps no other from being sent.
      faults.push({ portalId: portal.id, error })
    }
  }
  for (let begun = 0; begun < due.length; begun += SENT_AT_ONCE)
    await Promise.all(due.slice(begun, begun + SENT_AT_ONCE).map(send))
  return { portals: active.length, due: due.length, sent: due.length - faults.length, faults }
}

/** Sends one walk, due or not. A walk by hand counts as the planned one that is near. */
export async function sendWalk(walk: WalkRequest, { walks, dispatches }: SendDeps): Promise<void> {
  await walks.send(walk)
  await dispatches.recordSent({ portalId: walk.portal.id, dueAt: walk.dueAt })
}

/**
 * What the last walk of each portal was for, in milliseconds since 1970. Of portals without a record, such as those that an
 * earlier version of Fazhi walked, it is when they were walked.
 */
async function lastWalks(
  portals: readonly Pick<Portal, 'id'>[],
  dispatches: Pick<Dispatches, 'lastSent' | 'lastWalked'>,
): Promise<Map<string, number>> {
  const sent = await dispatches.lastSent()
  const unrecorded = portals.map(({ id }) => id).filter((id) => !sent.has(id))
  const walked = await dispatches.lastWalked(unrecorded)
  return new Map([...walked, ...sent].map(([id, time]) => [id, Date.parse(time)]))
}
