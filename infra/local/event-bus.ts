import type { S3Client } from '@aws-sdk/client-s3'
import { finishedUpload, objectCreated } from './bucket-events.ts'
import { matches } from './event-pattern.ts'
import type { Exchange } from './front-door.ts'
import type { Queues } from './queues.ts'
import type { Resources } from './resources.ts'

/**
 * Sends an event for each new object of a bucket with EventBridge enabled to the targets of the matching rules.
 * @returns a function to call after each successful request
 */
export function publishUploads(
  { buckets, rules }: Resources,
  s3: S3Client,
  queues: Queues,
): (exchange: Exchange) => Promise<void> {
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
  return async (exchange) => {
    const upload = finishedUpload(exchange)
    if (!upload || !observed.has(upload.bucket)) return
    const event = await objectCreated(s3, upload)
    const targets = enabled.filter(({ pattern }) => matches(pattern, event)).flatMap((rule) => rule.targets)
    await Promise.all(targets.map((queue) => queues.send(queue, event)))
  }
}
