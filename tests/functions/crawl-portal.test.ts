import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics } from '@aws-lambda-powertools/metrics'
import { CreateQueueCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHandler } from '../../functions/crawl-portal/handler.ts'
import { MemoryHosts } from '../../shared/crawl/memory-hosts.ts'
import type { WalkRequest } from '../../shared/crawl/walk-request.ts'
import { CoverageStore } from '../../shared/store/coverage-store.ts'
import { WalkQueue } from '../../shared/store/walk-queue.ts'
import { portalOf } from '../crawl/crawl.ts'
import { listPage, rows } from '../crawl/simulator/pages.ts'
import { type Site, startSite } from '../crawl/simulator/site.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { CONTEXT, eventOf } from './pipeline-of-functions.ts'

const LIST = listPage(
  `<ul>${rows([{ path: '/1.html', title: '2022年法治政府建设年度报告', date: '2023-03-10' }])}</ul>`,
)

let engines: Engines
beforeAll(async () => {
  engines = await startEngines()
})
afterAll(() => engines.stop())

describe('crawl-portal', () => {
  let site: Site
  beforeAll(async () => {
    site = await startSite()
    site.page('/', LIST)
  })
  afterAll(() => site.close())

  async function prepare() {
    const ledger = new CoverageStore(engines.tables, (await engines.createTables()).coverage)
    const asked: string[] = []
    const putOff: number[] = []
    const handler = makeHandler({
      logger: new Logger({ logLevel: 'SILENT' }),
      metrics: new Metrics({ namespace: 'test' }),
      config: { allowLoopback: true, workSeconds: 600, maxReceiveCount: 5 },
      hosts: new MemoryHosts(),
      ledger,
      pages: { send: async ({ url }) => void asked.push(url) },
      retries: { putOff: async (_, seconds) => void putOff.push(seconds) },
      countiesOf: async () => [],
    })
    const portal = portalOf({ hosts: [site.host], lists: [`${site.origin}/`] })
    const walk = (dueAt: string): WalkRequest => ({ contact: 'https://crawler.example/', portal, dueAt })
    return { handler, ledger, asked, putOff, walk }
  }

  it('walks a portal that was not walked since its walk was due, and no other', async () => {
    const { handler, ledger, asked, walk } = await prepare()
    const due = new Date().toISOString()
    expect(await handler(eventOf([walk(due)], 1), CONTEXT)).toEqual({ batchItemFailures: [] })
    expect(asked).toEqual([`${site.origin}/1.html`])
    const { startedAt } = (await ledger.walkOf('test'))!

    // A message that comes again, one that was due earlier, and one that was due while the first waited.
    for (const late of [due, '2026-01-01T00:00:00.000Z', startedAt]) await handler(eventOf([walk(late)], 1), CONTEXT)
    expect(asked).toHaveLength(1)

    await handler(eventOf([walk(new Date(Date.parse(startedAt) + 1).toISOString())], 1), CONTEXT)
    expect(asked).toHaveLength(2)
  })

  it('gives a walk that fails back to the queue', async () => {
    const { handler, ledger, putOff, walk } = await prepare()
    ledger.rowsOf = () => Promise.reject(new TypeError('throttled'))
    const { batchItemFailures } = await handler(eventOf([walk(new Date().toISOString())], 1), CONTEXT)
    expect(batchItemFailures).toHaveLength(1)
    expect(putOff).toEqual([5])
    expect(await ledger.walkOf('test')).toBeNull()
  })

  it('drops a message that is no walk', async () => {
    const { handler, asked } = await prepare()
    expect(await handler(eventOf([{ portal: {} }], 1), CONTEXT)).toEqual({ batchItemFailures: [] })
    expect(asked).toEqual([])
  })
})

describe('the queue of walks', () => {
  it('takes the same walk once, and hands out one walk of a portal at a time', async () => {
    const { QueueUrl } = await engines.sqs.send(
      new CreateQueueCommand({ QueueName: 'walks.fifo', Attributes: { FifoQueue: 'true' } }),
    )
    const queue = new WalkQueue(engines.sqs, QueueUrl!)
    const send = (id: string, dueAt: string) =>
      queue.send({ contact: 'c', portal: portalOf({ id, hosts: [], lists: ['https://a.gov.cn/'] }), dueAt })
    const [eight, nine] = ['2026-11-26T08:00:00.000Z', '2026-11-26T09:00:00.000Z']
    await send('a', eight)
    await send('a', eight)
    await send('a', nine)
    await send('b', eight)
    const receive = async () => {
      const { Messages = [] } = await engines.sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 1 }))
      return Messages.map(({ Body = '' }) => JSON.parse(Body)).map(({ portal, dueAt }) => `${portal.id} ${dueAt}`)
    }
    expect([await receive(), await receive(), await receive()]).toEqual([[`a ${eight}`], [`b ${eight}`], []])
  })
})
