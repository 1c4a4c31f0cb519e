import type { RequestListener } from 'node:http'
import type { QueueStore } from './queues.ts'

/** No bucket can have this name. */
export const QUEUE_AGES_PATH = '/_fazhi/queue-ages'

/**
 * Answers with seconds since the oldest message that each queue holds was sent, as JSON. Queues without a message are left out. In AWS,
 * a metric of CloudWatch tells them.
 */
export function answerQueueAges(store: QueueStore): RequestListener {
  return (request, response) => {
    request.resume()
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(queueAges(store)))
  }
}

function queueAges(store: QueueStore): Record<string, number> {
  const now = Date.now()
  const ages: Record<string, number> = {}
  for (const queue of store.allQueues()) {
    const { ready, delayed, inflight } = queue.inspectMessages()
    const held = [...ready, ...delayed, ...inflight.map(({ message }) => message)]
    // Not by spreading them into `Math.min`: a queue may have more messages than a call can have arguments.
    const oldest = held.reduce((first, { sentTimestamp }) => Math.min(first, sentTimestamp), now)
    if (held.length > 0) ages[queue.name] = Math.round((now - oldest) / 1000)
  }
  return ages
}
