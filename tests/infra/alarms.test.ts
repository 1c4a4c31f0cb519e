import { tmpdir } from 'node:os'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeHandler as makeCanaryHandler } from '../../functions/canary/handler.ts'
import type { CanaryDeps } from '../../functions/canary/send-canary.ts'
import { makeHandler as makeCrawlHandler } from '../../functions/crawl-portal/handler.ts'
import { makeHandler as makeDispatchHandler } from '../../functions/dispatch-walks/handler.ts'
import { makeHandler as makeExportHandler } from '../../functions/export-tables/handler.ts'
import { makeHandler as makeVisitHandler } from '../../functions/fetch-page/handler.ts'
import { makeHandler as makeReconcileHandler } from '../../functions/reconcile/handler.ts'
import { COUNT_ALARMS } from '../../infra/alarms.ts'
import { makeObserved } from '../../shared/aws/observed.ts'
import type { Observed } from '../../shared/aws/queue-handler.ts'
import { tableClientOver } from '../../shared/aws/table-client.ts'
import { MemoryHosts } from '../../shared/crawl/memory-hosts.ts'
import { SHARE_ALARMS } from '../../shared/crawl/metrics.ts'
import type { WalkRequests } from '../../shared/crawl/ports.ts'
import { countiesUnder } from '../../shared/regions/gazetteer.ts'
import { CANARY_FIGURES } from '../../shared/report/canary.ts'
import { CoverageStore } from '../../shared/store/coverage-store.ts'
import { ExportBucket } from '../../shared/store/export-bucket.ts'
import { ExportFiles } from '../../shared/store/export-files.ts'
import { IncomingFolder } from '../../shared/store/incoming-folder.ts'
import { MessageQueue } from '../../shared/store/message-queue.ts'
import { ReaderTables } from '../../shared/store/reader-tables.ts'
import { ReportBucket } from '../../shared/store/report-bucket.ts'
import { StalledDocuments } from '../../shared/store/stalled-documents.ts'
import { portalOf } from '../crawl/crawl.ts'
import { listPage, rows } from '../crawl/simulator/pages.ts'
import { type Site, startSite } from '../crawl/simulator/site.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { objectCreated } from '../functions/events.ts'
import { CONTEXT, eventOf, pipelineOn } from '../functions/pipeline-of-functions.ts'
import { arrivalOf, chunkOf, DOCUMENT_ID, documentRowOf, indicatorRowOf, resultOf } from '../store/records.ts'
import { rings, type Sample, samplesIn } from './alarm-model.ts'
import { templateFor } from './synth.ts'

const STAGE = 'test'
const NOW = Date.now()
const [MINUTE, HOUR] = [60_000, 3_600_000]
const [DAY, MINUTES] = [24 * HOUR, (count: number) => count * MINUTE]

const { ofType } = templateFor(STAGE)

/** The alarms of the stack, by the names in `infra/`. */
const ALARMS: Readonly<Record<string, unknown>> = named(ofType('AWS::CloudWatch::Alarm'))

function named(alarms: readonly (readonly [string, { readonly Properties: unknown }])[]) {
  return Object.fromEntries(
    alarms.map(([id, { Properties }]) => [id.replace(/^Monitoring|[0-9A-F]{8}$/g, ''), Properties]),
  )
}

/** The alarms that ring. Heartbeats ring whenever nothing is counted, so they are asked by themselves. */
function ringing(samples: readonly Sample[], now = Date.now() + MINUTE): string[] {
  return Object.keys(ALARMS).filter((id) => !id.endsWith('Heartbeat') && rings(ALARMS[id], samples, now))
}

/** What a function of the stage prints while it works. */
async function printed(work: (observed: Observed) => Promise<unknown>): Promise<Sample[]> {
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false')
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT')
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    await work(makeObserved('test', STAGE))
    return samplesIn(write.mock.calls.map(([line]) => String(line)))
  } finally {
    write.mockRestore()
    vi.unstubAllEnvs()
  }
}

/** The same samples at another time. */
const at = (time: number, samples: readonly Sample[]): Sample[] => samples.map((sample) => ({ ...sample, at: time }))

/** A run of the reconciler over an empty bucket. */
async function reconcileOnce(engines: Engines, observed: Observed, tables = engines.tables) {
  const { bucketName, names, queueUrl, ...pipeline } = await pipelineOn(engines, observed)
  const queue = () => new MessageQueue<never>(engines.sqs, queueUrl)
  const reconcile = makeReconcileHandler({
    ...pipeline,
    ...observed,
    config: { bucketName },
    incoming: new IncomingFolder(engines.s3, bucketName),
    stalled: new StalledDocuments(tables, names.documents),
    intake: queue(),
    reprocessQueue: queue(),
    indicatorQueue: queue(),
    reprocessedQueue: queue(),
    now: () => new Date(),
  })
  await reconcile({}, CONTEXT)
}

/** A run of the canary that finds what a pipeline would have made of it. */
async function sendCanary(observed: Observed, found: Partial<CanaryDeps> = {}) {
  let milliseconds = 60_000
  const send = makeCanaryHandler({
    ...observed,
    incoming: { put: async () => {} },
    rows: { forget: async () => {} },
    documents: { get: async () => documentRowOf('COMPLETE') },
    indicators: { ofRun: async () => CANARY_FIGURES.map((figure) => indicatorRowOf(figure)) },
    pause: async () => {
      milliseconds -= 2_000
    },
    ...found,
  })
  await send({}, { ...CONTEXT, getRemainingTimeInMillis: () => milliseconds })
}

/** A run of the exports over tables without rows. */
async function exportOnce(engines: Engines, observed: Observed) {
  const { bucketName, names, reader: results } = await pipelineOn(engines, observed)
  const exportTables = makeExportHandler({
    ...observed,
    sources: {
      tables: new ReaderTables(engines.tables, names),
      results,
      bucket: new ReportBucket(engines.s3, bucketName),
    },
    files: new ExportFiles(engines.s3, bucketName),
    exports: new ExportBucket(engines.s3, bucketName),
    folder: tmpdir(),
    now: () => new Date(),
  })
  await exportTables({}, CONTEXT)
}

/** A run of the dispatcher over the files of a deployment. */
async function dispatch(
  observed: Observed,
  { deployed = null, send = async () => {} }: { deployed?: string | null; send?: WalkRequests['send'] },
) {
  const handle = makeDispatchHandler({
    ...observed,
    files: {
      deployed: async () => (deployed === null ? null : { text: deployed, etag: 'a', storedAt: NOW }),
      lastGood: async () => null,
      keepGood: async () => {},
    },
    dispatches: {
      lastSent: async () => new Map(),
      lastWalked: async () => new Map(),
      recordSent: async () => {},
    },
    walks: { send },
    now: () => NOW,
  })
  return handle({}, CONTEXT)
}

describe('an alarm on what functions count', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  const KEY = 'incoming/a.txt'
  const REPORT = '石桥镇2023年法治政府建设年度报告\n全年受理行政复议案件12件。\n'

  it('is silent about a canary that is well', async () => {
    const samples = await printed((observed) => sendCanary(observed))
    expect(samples.map(({ metric }) => metric)).toContain('CanaryFailed')
    expect(ringing(samples)).toEqual([])
  })

  it('is silent about a report that becomes COMPLETE, and about a file that is refused', async () => {
    const samples = await printed(async (observed) => {
      const { bucketName, upload, parse, write, takeMessages } = await pipelineOn(engines, observed)
      await upload(KEY, REPORT)
      await upload('incoming/b.txt', '今日菜单:面条。')
      await parse([objectCreated(bucketName, KEY), objectCreated(bucketName, 'incoming/b.txt')])
      await write(await takeMessages())
    })
    const counted = Object.fromEntries(samples.map(({ metric, value }) => [metric, value]))
    expect(counted).toMatchObject({
      DocumentsParsed: 1,
      DocumentsCompleted: 1,
      FiguresCompleted: 1,
      Cells: 1,
      CellsSeveral: 0,
      UploadToComplete: expect.any(Number),
      DocumentsRejected: 1,
      DocumentsRejectedFor: 1,
    })
    expect(ringing(samples)).toEqual([])
  })

  const PORTALS = JSON.stringify({ portals: [portalOf({ hosts: ['a.gov.cn'], lists: ['https://a.gov.cn/'] })] })

  const OCCASIONS: Readonly<Record<string, (observed: Observed) => Promise<unknown>>> = {
    FailedDocuments: async (observed) => {
      const parse = () => Promise.reject(new TypeError('parser fell over'))
      const pipeline = await pipelineOn(engines, { ...observed, parse })
      await pipeline.upload(KEY, REPORT)
      await pipeline.parse([objectCreated(pipeline.bucketName, KEY)], 5)
    },
    UnreadableMessages: async (observed) => (await pipelineOn(engines, observed)).parse(['not even JSON']),
    RefusedChunks: async (observed) => {
      const { documents, runs, write } = await pipelineOn(engines, observed)
      await runs.open(await documents.receive(arrivalOf()), 1)
      await runs.recordSent(DOCUMENT_ID, 1, resultOf({ chunks: 2 }))
      await write([chunkOf({ chunks: 3 })])
    },
    ReconcileFaults: async (observed) => {
      const broken = new DynamoDBClient()
      broken.middlewareStack.add(() => () => Promise.reject(new TypeError('no table')), { step: 'initialize' })
      await reconcileOnce(engines, observed, tableClientOver(broken))
    },
    CanaryFailed: (observed) => sendCanary(observed, { documents: { get: async () => null } }),
    CrawlPortalsFileRefused: (observed) => dispatch(observed, { deployed: '{}' }),
    CrawlWalksNotSent: (observed) =>
      dispatch(observed, { deployed: PORTALS, send: () => Promise.reject(new TypeError('throttled')) }),
    CrawlPageGivenUp: async (observed) => {
      const ledger = new CoverageStore(engines.tables, (await engines.createTables()).coverage)
      const hosts = Object.assign(new MemoryHosts(), {
        takeTurn: () => Promise.reject(new TypeError('a fault of ours')),
      })
      const unused = { send: async () => {}, putCrawled: async () => {}, putOff: async () => {} }
      const config = { allowLoopback: false, workSeconds: 1, maxReceiveCount: 5 }
      const visit = makeVisitHandler({
        ...observed,
        retries: unused,
        config,
        hosts,
        ledger,
        pages: unused,
        bucket: unused,
      })
      const url = 'https://www.example.gov.cn/a.html'
      const asked = { portalId: 'p', url, title: 't', listUrl: url, askedAt: new Date().toISOString() }
      const page = {
        contact: 'https://crawler.example/',
        hosts: [],
        delaySeconds: 0,
        regionCode: null,
        certificate: null,
      }
      await ledger.ask(asked)
      await visit(eventOf([{ ...asked, ...page, listedOn: null }], 5), CONTEXT)
    },
  }

  it('is silent about walks that are sent, and about a deployment without portals', async () => {
    const samples = await printed(async (observed) => {
      await dispatch(observed, { deployed: PORTALS })
      await dispatch(observed, {})
    })
    expect(samples.filter(({ metric }) => metric === 'WalksSent').map(({ value }) => value)).toEqual([1, 0])
    expect(ringing(samples)).toEqual([])
  })

  it('has an occasion below', () => {
    expect(Object.keys(OCCASIONS).toSorted()).toEqual(COUNT_ALARMS.map(({ id }) => id).toSorted())
  })

  it.each(Object.entries(OCCASIONS))('rings, and no other does: %s', async (id, occasion) => {
    const samples = await printed(occasion)
    expect(ringing(samples)).toEqual([id])
    expect(ringing(samples, Date.now() + MINUTES(10))).toEqual([])
  })
})

describe('an alarm on the share of portals', () => {
  let engines: Engines
  let site: Site
  /** What the walk of a portal prints that cannot be reached, and of one that is well. */
  let [away, well]: Sample[][] = []

  beforeAll(async () => {
    engines = await startEngines()
    site = await startSite()
    site.page(
      '/',
      listPage(`<ul>${rows([{ path: '/1.html', title: '2022年法治政府建设年度报告', date: '2023-03-10' }])}</ul>`),
    )
    const walk = async (host: string) =>
      printed(async (observed) => {
        const walkPortals = makeCrawlHandler({
          ...observed,
          config: { allowLoopback: true, workSeconds: 600, maxReceiveCount: 5 },
          retries: { putOff: async () => {} },
          hosts: new MemoryHosts(),
          ledger: new CoverageStore(engines.tables, (await engines.createTables()).coverage),
          pages: { send: async () => {} },
          countiesOf: async (code: string) => countiesUnder(code),
        })
        const portal = portalOf({ hosts: [host], lists: [`http://${host}/`] })
        const walk = { contact: 'https://crawler.example/', portal, dueAt: new Date().toISOString() }
        expect(await walkPortals(eventOf([walk], 1), CONTEXT)).toEqual({ batchItemFailures: [] })
      })
    well = await walk(site.host)
    await site.close()
    away = await walk(site.host)
  })
  afterAll(() => engines.stop())

  const walks = (ofAway: number, ofWell: number) => [
    ...Array.from({ length: ofAway }, () => at(NOW, away!)).flat(),
    ...Array.from({ length: ofWell }, () => at(NOW, well!)).flat(),
  ]

  it('is fed by each walk with a sample for each fault', () => {
    for (const samples of [away!, well!])
      expect(samples.map(({ metric }) => metric)).toEqual(
        expect.arrayContaining(SHARE_ALARMS.map(({ metric }) => metric)),
      )
  })

  it.each([
    ['three of thirty', 3, 27, ['CrawlShareUnreachable']],
    ['three of three', 3, 0, ['CrawlShareUnreachable']],
    ['three of thirty-one', 3, 28, []],
    ['two of two', 2, 0, []],
    ['none of ten', 0, 10, []],
  ])('looks at both number and share: %s', (_, ofAway, ofWell, expected) => {
    expect(ringing(walks(ofAway, ofWell))).toEqual(expected)
  })

  it.each(SHARE_ALARMS)('rings when its own fault is common: $id', ({ id, metric }) => {
    const faulty = walks(0, 10).map((sample) => (sample.metric === metric ? { ...sample, value: 1 } : sample))
    expect(ringing(faulty)).toEqual([id])
  })
})

describe('the heartbeat of a schedule', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  it('is one for each schedule', () => {
    expect(Object.keys(ALARMS).filter((id) => id.endsWith('Heartbeat'))).toHaveLength(
      ofType('AWS::Scheduler::Schedule').length,
    )
  })

  it.each<[string, number, (observed: Observed) => Promise<unknown>]>([
    ['ReconcileHeartbeat', 3 * HOUR, (observed) => reconcileOnce(engines, observed)],
    ['CanaryHeartbeat', 2 * DAY, (observed) => sendCanary(observed)],
    ['DispatchHeartbeat', HOUR, (observed) => dispatch(observed, {})],
    ['ExportHeartbeat', 3 * HOUR, (observed) => exportOnce(engines, observed)],
  ])('%s is silent while runs end, and rings when none has ended for so long', async (id, longest, run) => {
    const samples = at(NOW, await printed(run))
    for (const after of [MINUTE, longest / 2, longest]) expect(rings(ALARMS[id], samples, NOW + after)).toBe(false)
    expect(rings(ALARMS[id], samples, NOW + longest + MINUTE)).toBe(true)
    expect(rings(ALARMS[id], [], NOW)).toBe(true)
  })
})

// What AWS counts, by the names and dimensions that its documentation gives.

/** A metric of a resource, once every five minutes of so many minutes up to now. */
function over(minutes: number, namespace: string, metric: string, dimensions: Sample['dimensions'], value: number) {
  return Array.from({ length: minutes / 5 }, (_, n): Sample => {
    return { namespace, metric, dimensions, at: NOW - n * MINUTES(5) - MINUTE, value }
  })
}

const bare = (id: string) => id.replace(/[0-9A-F]{8}$/, '')

describe('an alarm of a queue', () => {
  const sources = ofType('AWS::SQS::Queue').filter(([, { Properties }]) => Properties.RedrivePolicy)
  const sample = (id: string) => (metric: string, minutes: number, value: number) =>
    over(minutes, 'AWS/SQS', metric, { QueueName: { 'Fn::GetAtt': [id, 'QueueName'] } }, value)

  it.each(sources.map(([id, { Properties }]) => [bare(id), id, Properties.RedrivePolicy] as const))(
    'tells a stall from a backlog: %s',
    (_, id, { deadLetterTargetArn }) => {
      const queue = sample(id)
      const kindsOf = (samples: readonly Sample[]) =>
        ringing(samples, NOW).map((alarm) => alarm.replace(/^.*(?=Stalled|Backlog|DeadLetters)/, ''))
      const old = queue('ApproximateAgeOfOldestMessage', 30, 2 * 3600)
      const ancient = queue('ApproximateAgeOfOldestMessage', 30, 25 * 3600)
      const finished = queue('NumberOfMessagesDeleted', 30, 4)
      expect(kindsOf(old)).toEqual(['Stalled'])
      expect(kindsOf([...old, ...finished])).toEqual([])
      expect(kindsOf([...old, ...finished.slice(0, 1)])).toEqual([])
      expect(kindsOf(old.slice(0, -1))).toEqual([])
      expect(kindsOf([...ancient, ...finished])).toEqual(['Backlog'])
      expect(kindsOf(ancient)).toEqual(['Stalled', 'Backlog'])
      const [deadLetters] = deadLetterTargetArn['Fn::GetAtt']
      expect(kindsOf(sample(deadLetters)('ApproximateNumberOfMessagesVisible', 5, 1))).toEqual(['DeadLetters'])
      expect(kindsOf(sample(deadLetters)('ApproximateNumberOfMessagesVisible', 5, 0))).toEqual([])
    },
  )
})

describe('an alarm of a function', () => {
  it.each(ofType('AWS::Lambda::Function').map(([id]) => [bare(id), id] as const))(
    'rings at an error, and when calls are put off for long: %s',
    (_, id) => {
      const sample = (metric: string, minutes: number, value: number) =>
        over(minutes, 'AWS/Lambda', metric, { FunctionName: { Ref: id } }, value)
      expect(ringing(sample('Errors', 5, 1), NOW)).toEqual([expect.stringMatching(/Errors$/)])
      expect(ringing(sample('Errors', 5, 0), NOW)).toEqual([])
      expect(ringing(sample('Throttles', 15, 3), NOW)).toEqual([expect.stringMatching(/Throttled$/)])
      expect(ringing(sample('Throttles', 10, 3), NOW)).toEqual([])
    },
  )
})

describe('an alarm of a table', () => {
  it.each(
    ofType('AWS::DynamoDB::Table').flatMap(([id, { Properties }]) => [
      [bare(id), id, null] as const,
      ...(Properties.GlobalSecondaryIndexes ?? []).map(
        ({ IndexName }: { IndexName: string }) => [`${bare(id)}, ${IndexName}`, id, IndexName] as const,
      ),
    ]),
  )('rings when requests are put off for long: %s', (_, id, index) => {
    const dimensions = { TableName: { Ref: id }, ...(index !== null && { GlobalSecondaryIndexName: index }) }
    for (const metric of ['ReadThrottleEvents', 'WriteThrottleEvents']) {
      expect(ringing(over(15, 'AWS/DynamoDB', metric, dimensions, 7), NOW)).toEqual([
        expect.stringMatching(/TableThrottled$/),
      ])
      expect(ringing(over(10, 'AWS/DynamoDB', metric, dimensions, 7), NOW)).toEqual([])
    }
  })
})

describe('an alarm of', () => {
  const only = (type: string) => ofType(type).map(([id]) => ({ Ref: id }))
  it.each([
    ['a rule', 'AWS/Events', 'FailedInvocations', { RuleName: only('AWS::Events::Rule')[0] }, 'IntakeRuleFailed'],
    [
      'the schedules',
      'AWS/Scheduler',
      'InvocationDroppedCount',
      { ScheduleGroup: only('AWS::Scheduler::ScheduleGroup')[0] },
      'SchedulesDropped',
    ],
    ['the API', 'AWS/ApiGateway', '5xx', { ApiId: only('AWS::ApiGatewayV2::Api')[0] }, 'ReadApiFailed'],
  ])('%s rings at its first failure', (_, namespace, metric, dimensions, id) => {
    expect(ringing(over(5, namespace, metric, dimensions, 1), NOW)).toEqual([id])
    expect(ringing(over(5, namespace, metric, dimensions, 0), NOW)).toEqual([])
  })
})
