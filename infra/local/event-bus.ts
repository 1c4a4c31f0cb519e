import { objectCreated, type StoredObject } from './bucket-events.ts'
import { matches } from './event-pattern.ts'
import type { LocalQueue, Queues } from './queues.ts'
import type { Resources } from './resources.ts'

/**
 * Sends an event for each new object of a bucket with EventBridge enabled to the targets of the matching rules.
 * @param aside the queue that gets the events of objects under a prefix in place of those targets; null without
 */
export function createEventBus(
  { buckets, rules }: Resources,
  queues: Queues,
  aside: { readonly prefix: string; readonly queue: LocalQueue } | null,
): (object: StoredObject) => void {
  const observed = new Set(
    buckets
      .filter(
        ({ NotificationConfiguration }) => NotificationConfiguration?.EventBridgeConfiguration?.EventBridgeEnabled,
      )
      .map(({ name }) => name),
  )
  const enabled = rules.map(({ EventPattern, State, Targets }) => ({
    pattern: EventPattern,
    targets: State === 'ENABLED' ? Targets.map(({ Arn }) => queues.byArn(Arn)) : [],
  }))
  return (object) => {
    if (!observed.has(object.bucket)) return
    const event = objectCreated(object)
    const instead = aside !== null && object.key.startsWith(aside.prefix) ? aside.queue : null
    for (const { targets } of enabled.filter(({ pattern }) => matches(pattern, event)))
      for (const queue of targets) (instead ?? queue).send(event)
  }
}
