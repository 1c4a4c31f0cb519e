import { objectCreated, type StoredObject } from './bucket-events.ts'
import { matches } from './event-pattern.ts'
import type { Queues } from './queues.ts'
import type { Resources } from './resources.ts'

/** Sends an event for each new object of a bucket with EventBridge enabled to the targets of the matching rules. */
export interface EventBus {
  publish(object: StoredObject): void
  /** Waits for every event so far. Throws if one of them could not be sent. */
  flush(): Promise<void>
}

export function createEventBus({ buckets, rules }: Resources, queues: Queues): EventBus {
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
  const send = async (object: StoredObject) => {
    const event = objectCreated(object)
    const targets = enabled.filter(({ pattern }) => matches(pattern, event)).flatMap((rule) => rule.targets)
    await Promise.all(targets.map((queue) => queues.send(queue, event)))
  }
  const underWay = new Set<Promise<void>>()
  return {
    publish: (object) => {
      if (!observed.has(object.bucket)) return
      const sent = send(object)
      const done = () => underWay.delete(sent)
      underWay.add(sent)
      // Who stored the object waits for it, and hears of its error.
      sent.then(done, done)
    },
    flush: async () => {
      await Promise.all(underWay)
    },
  }
}
