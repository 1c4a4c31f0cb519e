import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHandler } from '../../functions/canary/handler.ts'
import type { Deps as ParseDeps } from '../../functions/parse-report/handler.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { TableSource } from '../../shared/readers/table-source.ts'
import { CANARY_FIGURES, CANARY_ID, CANARY_TEXT } from '../../shared/report/canary.ts'
import { CanaryRows } from '../../shared/store/canary-rows.ts'
import { ExportFiles } from '../../shared/store/export-files.ts'
import { IncomingFolder } from '../../shared/store/incoming-folder.ts'
import { CANARY_KEY } from '../../shared/store/object-keys.ts'
import { ReaderTables } from '../../shared/store/reader-tables.ts'
import { ReceivedFiles } from '../../shared/store/received-files.ts'
import { ReportBucket } from '../../shared/store/report-bucket.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { objectCreated } from './events.ts'
import { CONTEXT, pipelineOn } from './pipeline-of-functions.ts'

/** As S3 makes it of bytes that come in one piece. */
const ETAG = createHash('md5').update(CANARY_TEXT).digest('hex')

describe('the text of the canary', () => {
  it('is a report with its known figures, of no place, year or publisher', async () => {
    const { report, indicators } = await parseDocument(Buffer.from(CANARY_TEXT))
    expect(indicators.map(({ code, value, unit }) => ({ code, value, unit }))).toEqual(CANARY_FIGURES)
    expect(report).toMatchObject({
      kind: 'rule_of_law_annual_report',
      documentId: CANARY_ID,
      publisherId: null,
      year: null,
      region: { code: null },
    })
  })
})

describe('the canary', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  /** A pipeline that works while the canary waits, and how often it does. */
  async function prepare({ changes = {}, pauses = 1 }: { changes?: Partial<ParseDeps>; pauses?: number } = {}) {
    const pipeline = await pipelineOn(engines, changes)
    const { bucketName, names, runs, indicators, sightings, documents, logger, metrics, parse, write } = pipeline
    let milliseconds = 0
    const rows = new CanaryRows(engines.tables, names.documents, { runs, indicators, sightings })
    const canary = makeHandler({
      ...{ logger, metrics, documents, indicators },
      incoming: new IncomingFolder(engines.s3, bucketName),
      rows,
      pause: async () => {
        milliseconds -= 20_000
        await parse([objectCreated(bucketName, CANARY_KEY, { etag: ETAG })], 5)
        await write(await pipeline.takeMessages())
      },
    })
    const send = () => {
      milliseconds = 20_000 * (pauses + 1)
      return canary({}, { ...CONTEXT, getRemainingTimeInMillis: () => milliseconds })
    }
    return { ...pipeline, send, forget: () => rows.forget() }
  }

  it('is well when it ends COMPLETE with its figures, and is read anew the next day', async () => {
    const { send, rowsOf, documents } = await prepare()
    for (const day of [1, 2]) {
      expect([day, await send()]).toEqual([day, { fault: null }])
      expect(await documents.get(CANARY_ID)).toMatchObject({ status: 'COMPLETE', run: 1 })
      expect(await rowsOf('indicators')).toHaveLength(CANARY_FIGURES.length)
      expect(await rowsOf('sightings')).toHaveLength(1)
    }
  })

  const readWrongly: ParseDeps['parse'] = async (bytes) => {
    const parsed = await parseDocument(bytes)
    return { ...parsed, indicators: parsed.indicators.map((figure) => ({ ...figure, value: figure.value + 1 })) }
  }

  it.each<[string, Parameters<typeof prepare>[0], RegExp]>([
    ['other figures are found', { changes: { parse: readWrongly } }, /^Its figures are .*124/],
    ['it is not read', { pauses: 0 }, /^It never came/],
    [
      'its reading fails',
      { changes: { parse: () => Promise.reject(new TypeError('fell over')) } },
      /^It is FAILED: fell over/,
    ],
  ])('says what is wrong when %s', async (_, given, fault) => {
    const { send } = await prepare(given)
    expect(await send()).toEqual({ fault: expect.stringMatching(fault) })
  })

  it('touches no other document when it is forgotten', async () => {
    const { send, upload, parse, write, takeMessages, bucketName, rowsOf, forget } = await prepare()
    await upload('incoming/a.txt', '石桥镇2023年法治政府建设年度报告\n全年受理行政复议案件12件。\n')
    await parse([objectCreated(bucketName, 'incoming/a.txt')])
    await write(await takeMessages())
    const everything = () => Promise.all((['documents', 'indicators', 'sightings', 'reports'] as const).map(rowsOf))
    const before = await everything()
    await send()
    expect(await everything()).not.toEqual(before)
    await forget()
    expect(await everything()).toEqual(before)
  })

  it('is seen by no reader: not by ID, in no list, in no report, in no ledger', async () => {
    const { send, names, bucketName, reader, rowsOf, upload, parse, sightings } = await prepare()
    expect(await send()).toEqual({ fault: null })
    await upload('incoming/menu.txt', '今日菜单:面条。')
    await parse([objectCreated(bucketName, 'incoming/menu.txt')])

    const source = new TableSource({
      tables: new ReaderTables(engines.tables, names),
      results: reader,
      sightings,
      bucket: new ReportBucket(engines.s3, bucketName),
      files: new ExportFiles(engines.s3, bucketName),
    })
    expect(await source.document(CANARY_ID)).toBeNull()
    expect(await source.figuresOf(CANARY_ID)).toBeNull()
    expect(await source.text(CANARY_ID)).toBeNull()
    expect(await source.audit(CANARY_ID)).toBeNull()
    expect(await new ReceivedFiles(engines.s3, bucketName, sightings).locate(CANARY_ID)).toBeNull()
    expect(await source.documents({ status: 'COMPLETE', limit: 1 })).toEqual({ items: [], next: null })
    expect((await source.documents({ status: 'REJECTED' })).items).toHaveLength(1)
    expect(await rowsOf('reports')).toEqual([])
    expect(await rowsOf('coverage')).toEqual([])
    // No index of a year, a place or a code has a key of it.
    const [row] = (await rowsOf('documents')).filter(({ documentId }) => documentId === CANARY_ID)
    for (const key of ['year', 'publisherDocument']) expect(row).not.toHaveProperty(key)
    for (const figure of await rowsOf('indicators')) expect(figure).not.toHaveProperty('codeYear')
  })
})
