import { ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHandler } from '../../functions/reconcile/handler.ts'
import { documentIdOf } from '../../shared/report/document-id.ts'
import { PARSER_VERSION } from '../../shared/report/parser-version.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { IncomingFolder } from '../../shared/store/incoming-folder.ts'
import type { IndicatorRow } from '../../shared/store/indicator-row.ts'
import { MessageQueue } from '../../shared/store/message-queue.ts'
import type { OnUnreadable } from '../../shared/store/read-rows.ts'
import { RunStore } from '../../shared/store/run-store.ts'
import { StalledDocuments } from '../../shared/store/stalled-documents.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { documentRowOf, runRowOf } from '../store/records.ts'
import { objectCreated } from './events.ts'
import { CONTEXT, pipelineOn } from './pipeline-of-functions.ts'

const REPORT = '石桥镇2023年法治政府建设年度报告\n全年受理行政复议案件12件。\n'
const ID = documentIdOf(Buffer.from(REPORT))
const HOUR = 60 * 60 * 1000

describe('reconcile', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  /** A pipeline and its reconciler, whose clock is some hours ahead of the objects in the bucket. */
  async function prepare(onUnreadable?: OnUnreadable) {
    const pipeline = await pipelineOn(engines)
    const { bucketName, names, queueUrl, sightings, logger, metrics, upload } = pipeline
    let hours = 2
    const now = () => new Date(Date.now() + hours * HOUR)
    const incoming = new IncomingFolder(engines.s3, bucketName)
    const reconcile = makeHandler({
      config: { bucketName },
      incoming,
      sightings,
      documents: new DocumentStore(engines.tables, names.documents, now),
      stalled: new StalledDocuments(engines.tables, names.documents, onUnreadable, now),
      intake: new MessageQueue(engines.sqs, queueUrl),
      reprocessQueue: new MessageQueue(engines.sqs, queueUrl),
      indicatorQueue: new MessageQueue(engines.sqs, queueUrl),
      reprocessedQueue: new MessageQueue(engines.sqs, queueUrl),
      runs: new RunStore(engines.tables, names.runs, onUnreadable, now),
      listing: pipeline.listing,
      reports: pipeline.reports,
      indicators: pipeline.indicators,
      now,
      logger,
      metrics,
    })
    await upload('incoming/石桥 +%.txt', REPORT)
    return {
      ...pipeline,
      incoming,
      reconcile: () => reconcile({}, CONTEXT),
      later: (more: number) => {
        hours += more
      },
      send: (message: object) => new MessageQueue(engines.sqs, queueUrl).send(message),
      /** Has a function receive a message and not answer yet. */
      receive: () => engines.sqs.send(new ReceiveMessageCommand({ QueueUrl: queueUrl, VisibilityTimeout: 600 })),
      /** What was sent; both kinds of messages use the same queue, one after the other. */
      takeIntake: pipeline.takeMessages,
    }
  }

  it('sends no markers of folders', async () => {
    const { reconcile, upload, takeIntake } = await prepare()
    await upload('incoming/2023/', '')
    await reconcile()
    expect(await takeIntake()).toHaveLength(1)
  })

  it('sends an object that was never seen through the intake, and its row gives way to the document', async () => {
    const { reconcile, takeIntake, parse, rowsOf } = await prepare()
    expect(await reconcile()).toEqual({ unseen: 1, requeued: 0, failed: 0, faults: 0 })
    expect(await rowsOf('documents')).toMatchObject([{ status: 'RECEIVED' }])
    await parse(await takeIntake())
    expect(await rowsOf('documents')).toMatchObject([{ documentId: ID, status: 'PARSED' }])
    expect(await rowsOf('sightings')).toMatchObject([{ documentId: ID, objectKey: 'incoming/石桥 +%.txt' }])
  })

  it('leaves alone what came in lately and what was seen', async () => {
    const { reconcile, later, parse, takeIntake, write, takeMessages } = await prepare()
    later(-2)
    expect(await reconcile()).toMatchObject({ unseen: 0 })
    later(2)
    await reconcile()
    await parse(await takeIntake())
    await write(await takeMessages())
    later(2)
    expect(await reconcile()).toEqual({ unseen: 0, requeued: 0, failed: 0, faults: 0 })
  })

  it('sends an object again whose bytes are others than those seen', async () => {
    const { reconcile, upload, parse, takeIntake } = await prepare()
    await reconcile()
    await parse(await takeIntake())
    await takeIntake()
    await upload('incoming/石桥 +%.txt', `${REPORT}开展执法检查34次。\n`)
    expect(await reconcile()).toMatchObject({ unseen: 1 })
  })

  it('sends a document that stands still three times, hours apart, and then says FAILED', async () => {
    const { reconcile, later, takeIntake, parse, rowsOf } = await prepare()
    await reconcile()
    await parse(await takeIntake())
    await takeIntake()
    for (let time = 1; time <= 3; time += 1) {
      later(2)
      expect(await reconcile()).toEqual({ unseen: 0, requeued: 1, failed: 0, faults: 0 })
      expect(await reconcile()).toEqual({ unseen: 0, requeued: 0, failed: 0, faults: 0 })
      expect(await takeIntake()).toMatchObject([{ detail: { object: { key: 'incoming/石桥 +%.txt' } } }])
    }
    later(2)
    expect(await reconcile()).toEqual({ unseen: 0, requeued: 0, failed: 1, faults: 0 })
    expect(await rowsOf('documents')).toMatchObject([{ status: 'FAILED', reason: 'internal', error: 'StalledError' }])
    expect(await takeIntake()).toEqual([])
  })

  it('takes what waits in a full queue for no loss, however long it waits, and then reads all of it', async () => {
    const { reconcile, later, upload, takeIntake, parse, write, takeMessages, rowsOf } = await prepare()
    for (let town = 1; town < 12; town += 1) await upload(`incoming/${town}.txt`, `第${town}镇\n${REPORT}`)
    expect(await reconcile()).toMatchObject({ unseen: 12 })
    for (let hour = 1; hour <= 6; hour += 1) {
      later(1)
      expect(await reconcile()).toEqual({ unseen: 0, requeued: 0, failed: 0, faults: 0 })
    }
    const messages = await takeIntake()
    expect(messages).toHaveLength(12)
    await parse(messages)
    await write(await takeMessages())
    const statuses = (await rowsOf('documents')).map(({ status }) => status)
    expect(statuses).toEqual(Array.from({ length: 12 }, () => 'COMPLETE'))
  })

  it('does not give up a document at whose message a function may be', async () => {
    const { reconcile, later, takeIntake, receive } = await prepare()
    await reconcile()
    for (let time = 1; time <= 3; time += 1) {
      await takeIntake()
      later(2)
      expect(await reconcile()).toMatchObject({ requeued: 1 })
    }
    await receive()
    later(2)
    expect(await reconcile()).toEqual({ unseen: 0, requeued: 0, failed: 0, faults: 0 })
  })

  it('sends what is older than any message can get, even if others wait', async () => {
    const { reconcile, later, send, takeIntake } = await prepare()
    await send({ reprocess: ID })
    expect(await reconcile()).toMatchObject({ unseen: 0 })
    later(4 * 24 + 1)
    expect(await reconcile()).toMatchObject({ unseen: 1 })
    expect(await takeIntake()).toHaveLength(2)
  })

  it('leaves alone a document whose figures are being written, message after message', async () => {
    const { reconcile, later, takeIntake, parse, names, rowsOf } = await prepare()
    await reconcile()
    await parse(await takeIntake())
    await takeIntake()
    later(2)
    const [run] = await rowsOf('runs')
    const written = { ...run, updatedAt: new Date(Date.now() + 4 * HOUR).toISOString() }
    await engines.tables.send(new PutCommand({ TableName: names.runs, Item: written }))
    expect(await reconcile()).toMatchObject({ requeued: 0 })
  })

  it('looks after all others if one row cannot be read', async () => {
    const { reconcile, names, rowsOf, takeIntake } = await prepare()
    const run = runRowOf('ended')
    await engines.tables.send(new PutCommand({ TableName: names.runs, Item: run }))
    await engines.tables.send(new PutCommand({ TableName: names.runs, Item: { ...run, documentId: ID } }))
    const broken = { ...documentRowOf('COMPLETE'), documentId: run.documentId, chunks: 'many' }
    await engines.tables.send(new PutCommand({ TableName: names.documents, Item: broken }))
    expect(await reconcile()).toEqual({ unseen: 1, requeued: 0, failed: 0, faults: 1 })
    expect(await rowsOf('runs')).toEqual([run])
    expect(await takeIntake()).toHaveLength(1)
  })

  /** A document that is COMPLETE, and which a newer version has begun to read. */
  async function prepareRerun() {
    const pipeline = await prepare()
    await pipeline.reconcile()
    await pipeline.parse(await pipeline.takeIntake())
    await pipeline.write(await pipeline.takeMessages())
    const newer = pipeline.withDeployed({ parserVersion: PARSER_VERSION + 1 })
    await newer.parse([objectCreated(pipeline.bucketName, 'incoming/石桥 +%.txt')])
    return pipeline
  }

  it('forgets a run that ended, with rows that came late', async () => {
    const { reconcile, later, write, takeMessages, rowsOf, indicators } = await prepareRerun()
    const [before] = await rowsOf('indicators')
    await write(await takeMessages())
    await indicators.put([before as IndicatorRow])
    expect((await rowsOf('runs')).map(({ run, state }) => [run, state])).toEqual([
      [1, 'ended'],
      [2, 'ended'],
    ])
    await reconcile()
    expect(await rowsOf('runs')).toHaveLength(0)
    expect((await rowsOf('indicators')).map(({ run }) => run)).toEqual([2])
    later(1)
    expect(await reconcile()).toEqual({ unseen: 0, requeued: 0, failed: 0, faults: 0 })
  })

  it('leaves alone runs that changed lately', async () => {
    const { reconcile, later, write, takeMessages, rowsOf } = await prepareRerun()
    await write(await takeMessages())
    later(-2)
    await reconcile()
    expect(await rowsOf('runs')).toHaveLength(2)
  })

  it('has a document read anew again whose run stands still, three times, and then says that the run failed', async () => {
    const { reconcile, later, takeIntake, rowsOf } = await prepareRerun()
    const [before] = await rowsOf('documents')
    await takeIntake()
    for (let time = 1; time <= 3; time += 1) {
      later(2)
      expect(await reconcile()).toEqual({ unseen: 0, requeued: 1, failed: 0, faults: 0 })
      expect(await takeIntake()).toEqual([{ reprocess: ID }])
    }
    later(2)
    expect(await reconcile()).toEqual({ unseen: 0, requeued: 0, failed: 1, faults: 0 })
    later(2)
    expect(await reconcile()).toEqual({ unseen: 0, requeued: 0, failed: 0, faults: 0 })
    expect(await takeIntake()).toEqual([])
    expect(await rowsOf('documents')).toEqual([before])
    expect(await rowsOf('runs')).toMatchObject([{ run: 2, state: 'sent', error: 'StalledError' }])
  })

  it('passes over a document whose row cannot be read, and says so', async () => {
    const unreadable: string[] = []
    const { reconcile, later, takeIntake, parse, names } = await prepare(({ key }) =>
      unreadable.push(String(key.documentId)),
    )
    await reconcile()
    await parse(await takeIntake())
    await takeIntake()
    const row = { ...documentRowOf('PARSED'), receivedAt: '2020-01-01T00:00:00.000Z', run: 'many' }
    await engines.tables.send(new PutCommand({ TableName: names.documents, Item: row }))
    later(2)
    expect(await reconcile()).toMatchObject({ requeued: 1 })
    expect(unreadable).toEqual([row.documentId])
  })

  it('goes on in the folder if the last run left, and then begins anew', async () => {
    const { reconcile, incoming } = await prepare()
    await incoming.keepCursor('incoming/石桥 +%.txt')
    expect(await reconcile()).toMatchObject({ unseen: 0 })
    expect(await incoming.readCursor()).toBeNull()
    expect(await reconcile()).toMatchObject({ unseen: 1 })
  })
})
