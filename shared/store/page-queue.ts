import { createHash } from 'node:crypto'
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { PageRequest } from '../crawl/page-request.ts'
import type { PageRequests } from '../crawl/ports.ts'
import { messageBody } from './message-body.ts'
import { request } from './request.ts'

/**
 * The FIFO queue of pages. Each host is a message group, so the queue hands out one page of a host at a time.
 * @example
 * const pages = new PageQueue(makeQueueClient(), queueUrl)
 * await pages.send({ portalId: 'huadu', url, title, listUrl, listedOn, askedAt, contact, hosts, delaySeconds, regionCode })
 */
export class PageQueue implements PageRequests {
  readonly #client: SQSClient
  readonly #url: string

  constructor(client: SQSClient, url: string) {
    this.#client = client
    this.#url = url
  }

  /** Sends a page once a walk: a repetition within five minutes is dropped by the queue. */
  async send(page: PageRequest): Promise<void> {
    await request(
      `ask for ${page.url}`,
      this.#client.send(
        new SendMessageCommand({
          QueueUrl: this.#url,
          MessageBody: messageBody(page),
          MessageGroupId: digest(new URL(page.url).host),
          MessageDeduplicationId: digest(`${page.askedAt} ${page.portalId} ${page.url}`),
        }),
      ),
    )
  }
}

/** Queue ids take 128 characters of ASCII; hosts and addresses may have more. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
