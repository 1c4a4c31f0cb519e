import type { RequestListener } from 'node:http'

/** No bucket can have this name. */
export const QUEUE_AGES_PATH = '/_fazhi/queue-ages'

/** Seconds since the oldest message that each queue holds was sent. Queues without a message are left out. */
export type QueueAges = () => Readonly<Record<string, number>>

/** Answers with the ages of the queues, as JSON. In AWS, a metric of CloudWatch tells them. */
export function answerQueueAges(ages: QueueAges): RequestListener {
  return (request, response) => {
    request.resume()
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ages()))
  }
}
