import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { PIPELINE_ALARMS } from '../../shared/aws/alarms.ts'
import { METRICS } from '../../shared/aws/metric-names.ts'
import { tooComplex } from '../../shared/formats/limits.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { documentIdOf, provisionalIdOf } from '../../shared/report/document-id.ts'
import { PARSER_VERSION } from '../../shared/report/parser-version.ts'
import { StoreError } from '../../shared/store/errors.ts'
import { metadataOf } from '../../shared/store/provenance.ts'
import { ReportBucket } from '../../shared/store/report-bucket.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { makeZip } from '../formats/make-zip.ts'
import { expectStatus, provenanceOf } from '../store/records.ts'
import { objectCreated, s3Notification } from './events.ts'
import { pipelineOn } from './pipeline-of-functions.ts'

const REPORT = '石桥镇2023年法治政府建设年度报告\n全年受理行政复议案件12件,办结1.5万余件。\n'
const MENU = '今日菜单:面条。'

const idOf = (file: string | Uint8Array) => documentIdOf(Buffer.from(file))
const etagOf = (file: string | Uint8Array) => createHash('md5').update(file).digest('hex')
const failedFirst = { batchItemFailures: [{ itemIdentifier: 'message-0' }] }
const noneFailed = { batchItemFailures: [] }

/** The parser, as if it had another version. */
const withVersion = (parserVersion: number) => async (bytes: Uint8Array) => {
  const parsed = await parseDocument(bytes)
  return { ...parsed, report: { ...parsed.report, parserVersion: String(parserVersion) } }
}

describe('parse-report', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  async function pipelineWith(files: Record<string, string | Uint8Array>, ...args: [object?]) {
    const pipeline = await pipelineOn(engines, ...args)
    for (const [key, body] of Object.entries(files)) await pipeline.upload(key, body)
    const event = (key: string, object: object = { etag: etagOf(files[key] ?? '') }) =>
      objectCreated(pipeline.bucketName, key, object)
    return { ...pipeline, event }
  }

  it('records the report, keeps its text and sends its figures', async () => {
    const { parse, event, documents, read, takeMessages } = await pipelineWith({ 'incoming/a.txt': REPORT })
    expect(await parse([event('incoming/a.txt')])).toEqual(noneFailed)

    const row = expectStatus(await documents.get(idOf(REPORT)), 'PARSED')
    const expected = await parseDocument(Buffer.from(REPORT))
    const { documentId: _, reason: __, ...facts } = expected.report
    expect(row).toMatchObject({
      status: 'PARSED',
      run: 1,
      indicatorCount: 2,
      chunks: 1,
      size: Buffer.byteLength(REPORT),
      ...facts,
    })
    expect((await read(row.textKey)).toString()).toBe(expected.text)
    expect(await takeMessages()).toMatchObject([{ chunk: 0, chunks: 1, indicators: expected.indicators }])
  })

  it('sends the figures of what a crawl found to the queue that nobody waits for', async () => {
    const send = vi.fn()
    const key = 'incoming/crawl/甲县/a.html'
    const { parse, event, takeMessages } = await pipelineWith({ [key]: REPORT }, { reprocessedQueue: { send } })
    expect(await parse([event(key)])).toEqual(noneFailed)
    expect(await takeMessages()).toEqual([])
    expect(send).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ documentId: idOf(REPORT), chunks: 1 }))
  })

  it('takes the reports out of an archive, and opens none that came out of one', async () => {
    const inner = makeZip([{ name: 'again.txt', data: REPORT }])
    const zip = makeZip([
      { name: '2023/', data: '' },
      { name: '2023/石桥镇.txt', data: REPORT },
      { name: 'inner.zip', data: inner },
    ])
    const { parse, event, documents, read } = await pipelineWith({ 'incoming/all.zip': zip })

    await parse([event('incoming/all.zip')])

    const folder = `incoming/unpacked/${idOf(zip)}`
    expect(await documents.get(idOf(zip))).toMatchObject({ status: 'REJECTED', reason: 'not_a_report' })
    expect((await read(`${folder}/1-石桥镇.txt`)).toString()).toBe(REPORT)
    await parse([event(`${folder}/2-inner.zip`, { etag: etagOf(inner) })])
    expect(await documents.get(idOf(inner))).toMatchObject({ status: 'REJECTED', reason: 'unsupported_format' })
  })

  it('gives each file of an archive a row, also one that cannot be taken out, and says so on the archive', async () => {
    const zip = makeZip([
      { name: 'a.txt', data: REPORT },
      { name: '𬇙.txt', data: REPORT, packed: Buffer.from('no deflate') },
      { name: 'a.txt', data: MENU },
    ])
    const { parse, event, documents, rowsOf, bucketName } = await pipelineWith({ 'incoming/all.zip': zip })

    await parse([event('incoming/all.zip')])

    expect(await documents.get(idOf(zip))).toMatchObject({
      reason: 'not_a_report',
      detail: expect.stringMatching(/Of its 3 files, 2 .*1 could not be taken out: 𬇙\.txt \(corrupt\)/),
    })
    const folder = `incoming/unpacked/${idOf(zip)}`
    await parse(['1-a.txt', '2-𬇙.txt', '3-a.txt'].map((name) => objectCreated(bucketName, `${folder}/${name}`)))
    const ends = (await rowsOf('documents')).map(({ status, reason }) => `${status} ${reason ?? ''}`)
    expect(ends.toSorted()).toEqual(['PARSED ', 'REJECTED corrupt', 'REJECTED not_a_report', 'REJECTED not_a_report'])
  })

  it('takes markers of folders for no documents', async () => {
    const { parse, event, rowsOf } = await pipelineWith({ 'incoming/2023/': '' })
    expect(await parse([event('incoming/2023/', { size: 0 })])).toEqual(noneFailed)
    expect(await rowsOf('documents')).toEqual([])
  })

  it.each(['incoming/石桥镇 100%+.txt', 'incoming/a b+c%20d/石.txt', "incoming/?#&;=@:,$!'()*.txt"])(
    'finds the object %j by either kind of event',
    async (key) => {
      const { parse, event, bucketName, documents, rowsOf } = await pipelineWith({ [key]: REPORT })
      await parse([s3Notification(bucketName, key)])
      await parse([event(key)])
      expect(await documents.get(idOf(REPORT))).toMatchObject({ status: 'PARSED' })
      expect(await rowsOf('sightings')).toMatchObject([{ objectKey: key }])
    },
  )

  it('knows a report by its bytes, under whatever names', async () => {
    const keys = ['incoming/a.txt', 'incoming/b.txt', 'incoming/石 +%.txt']
    const { parse, event, rowsOf } = await pipelineWith(Object.fromEntries(keys.map((key) => [key, REPORT])))
    await parse(keys.map((key) => event(key)))
    expect(await rowsOf('documents')).toHaveLength(1)
    expect((await rowsOf('sightings')).map(({ objectKey }) => objectKey)).toEqual(keys)
  })

  it('sends no figures again of a document that is COMPLETE, and does again of one that is PARSED', async () => {
    const { parse, write, event, takeMessages, documents } = await pipelineWith({ 'incoming/a': REPORT })
    await parse([event('incoming/a')])
    const first = await takeMessages()
    await parse([event('incoming/a')])
    expect(await takeMessages()).toEqual(first)
    await write(first)
    await parse([event('incoming/a')])
    expect(await takeMessages()).toEqual([])
    expect(await documents.get(idOf(REPORT))).toMatchObject({ status: 'COMPLETE' })
  })

  it('keeps the newest time of a key, whatever the order of events', async () => {
    const { parse, bucketName, rowsOf } = await pipelineWith({ 'incoming/a': REPORT })
    for (const time of ['2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z', '2026-01-01T00:00:00Z'])
      await parse([objectCreated(bucketName, 'incoming/a', {}, time)])
    expect(await rowsOf('sightings')).toMatchObject([{ seenAt: '2026-01-03T00:00:00.000Z' }])
  })

  it('keeps if the crawl found a file', async () => {
    const { parse, event, upload, rowsOf } = await pipelineWith({})
    const provenance = provenanceOf({ url: 'https://石桥.example/a b', textHash: null, supersedes: 'a'.repeat(32) })
    await upload('incoming/a', REPORT, metadataOf(provenance))
    await parse([event('incoming/a')])
    expect(await rowsOf('sightings')).toMatchObject([{ provenance }])
  })

  describe('refuses for good', () => {
    it.each([
      ['an empty file', '', 'empty', 'no bytes'],
      [
        'a PNG named .txt',
        Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0),
        'unsupported_format',
        'does not read image',
      ],
      ['a file that is no report', MENU, 'not_a_report', 'Neither its title'],
    ])('%s, with its reason and a copy in quarantine', async (_, file, reason, detail) => {
      const { parse, event, documents, read, counted } = await pipelineWith({ 'incoming/石 +%.txt': file })
      expect(await parse([event('incoming/石 +%.txt')])).toEqual(noneFailed)
      expect(await documents.get(idOf(file))).toMatchObject({
        status: 'REJECTED',
        reason,
        detail: expect.stringContaining(detail),
      })
      expect(await read(`quarantine/${idOf(file)}`)).toEqual(Buffer.from(file))
      expect(counted()).toEqual([METRICS.rejected])
    })

    it('a report whose facts do not fit a row', async () => {
      const sections = Array.from({ length: 5000 }, () => ({
        level: 2,
        role: 'other',
        heading: '石'.repeat(30),
        start: 0,
        end: 1,
        topic: null,
      }))
      const parseWithSections = async (bytes: Uint8Array) => {
        const parsed = await parseDocument(bytes)
        return { ...parsed, report: { ...parsed.report, sections } }
      }
      const { parse, event, documents } = await pipelineWith({ 'incoming/a': REPORT }, { parse: parseWithSections })
      await parse([event('incoming/a')])
      expect(await documents.get(idOf(REPORT))).toMatchObject({ status: 'REJECTED', reason: 'too_complex' })
    })

    it('and keeps the facts of what is no report', async () => {
      const { parse, event, documents } = await pipelineWith({ 'incoming/a': MENU })
      await parse([event('incoming/a')])
      expect(await documents.get(idOf(MENU))).toMatchObject({ kind: 'other', format: 'text', script: 'hans' })
    })
  })

  describe('tries again', () => {
    const broken = () => Promise.reject(new TypeError('parser fell over'))

    it('what fails, and only that', async () => {
      const parseBut = (bytes: Uint8Array) => (Buffer.from(bytes).includes('石桥') ? broken() : parseDocument(bytes))
      const { parse, event, documents } = await pipelineWith(
        { 'incoming/a': REPORT, 'incoming/b': MENU },
        { parse: parseBut },
      )
      expect(await parse([event('incoming/a'), event('incoming/b')])).toEqual(failedFirst)
      expect(await documents.get(idOf(REPORT))).toMatchObject({ status: 'RECEIVED' })
      expect(await documents.get(idOf(MENU))).toMatchObject({ status: 'REJECTED' })
    })

    it('after 5 s, 30 s and then 2 min; at last at once, so that the message is a dead letter', async () => {
      const { parse, event, pauses } = await pipelineWith({ 'incoming/a': REPORT }, { parse: broken })
      for (let receives = 1; receives <= 5; receives += 1) await parse([event('incoming/a')], receives)
      expect(pauses).toEqual([5, 30, 120, 120, 0])
    })

    it('if the queue does not say that the message comes sooner', async () => {
      const retries = { putOff: () => Promise.reject(new Error('no queue')) }
      const { parse, event } = await pipelineWith({ 'incoming/a': REPORT }, { parse: broken, retries })
      expect(await parse([event('incoming/a')])).toEqual(failedFirst)
    })

    it('what took too long, and refuses it at the last time only', async () => {
      const slow = () => Promise.reject(tooComplex('takes more than 6 s to read', { mayPass: true }))
      const { parse, event, documents, objectKeys, counted } = await pipelineWith(
        { 'incoming/a': REPORT },
        { parse: slow },
      )
      for (let receives = 1; receives <= 4; receives += 1)
        expect(await parse([event('incoming/a')], receives)).toEqual(failedFirst)
      expect(await documents.get(idOf(REPORT))).toMatchObject({ status: 'RECEIVED' })
      expect(await objectKeys()).toEqual(['incoming/a'])
      expect(await parse([event('incoming/a')], 5)).toEqual(noneFailed)
      expect(await documents.get(idOf(REPORT))).toMatchObject({ status: 'REJECTED', reason: 'too_complex' })
      expect(await objectKeys()).toEqual(['incoming/a', `quarantine/${idOf(REPORT)}`])
      expect(counted()).toEqual([...Array.from({ length: 4 }, () => METRICS.retries), METRICS.rejected])
    })

    it('what took too long, and has its figures if the second time is faster', async () => {
      let attempts = 0
      const slowOnce = (bytes: Uint8Array) => {
        attempts += 1
        if (attempts > 1) return parseDocument(bytes)
        return Promise.reject(tooComplex('takes more than 6 s to read', { mayPass: true }))
      }
      const { parse, event, documents } = await pipelineWith({ 'incoming/a': REPORT }, { parse: slowOnce })
      await parse([event('incoming/a')])
      expect(await parse([event('incoming/a')], 2)).toEqual(noneFailed)
      expect(await documents.get(idOf(REPORT))).toMatchObject({ status: 'PARSED' })
    })

    it('until the last time, when the document says FAILED; and after that, should the message come again', async () => {
      const pipeline = await pipelineWith({ 'incoming/a': REPORT }, { parse: broken })
      const { parse, event, documents, counted, withDeployed } = pipeline
      expect(await parse([event('incoming/a')], 4)).toEqual(failedFirst)
      expect(await documents.get(idOf(REPORT))).toMatchObject({ status: 'RECEIVED' })
      expect(await parse([event('incoming/a')], 5)).toEqual(failedFirst)
      expect(await documents.get(idOf(REPORT))).toMatchObject({
        status: 'FAILED',
        reason: 'internal',
        error: 'TypeError',
        detail: 'parser fell over',
        requestId: 'request-1',
      })
      expect(counted()).toEqual([METRICS.retries, METRICS.retries, PIPELINE_ALARMS.failedDocuments.metric])

      const mended = withDeployed({})
      expect(await mended.parse([event('incoming/a')])).toEqual(noneFailed)
      await mended.write(await mended.takeMessages())
      const row = await documents.get(idOf(REPORT))
      expect(row).toMatchObject({ status: 'COMPLETE' })
      expect(row).not.toHaveProperty('error')
    })

    it('what cannot be read, under an id of its etag and size until it can', async () => {
      const unreadable = new ReportBucket(engines.s3, 'denied')
      unreadable.read = () => Promise.reject(new StoreError('open', new Error('access denied')))
      const { parse, event, documents, rowsOf, withDeployed } = await pipelineWith(
        { 'incoming/a': REPORT },
        { bucket: unreadable },
      )
      const object = { etag: 'abc', size: 9 }
      await parse([event('incoming/a', object)], 5)
      expect(await rowsOf('documents')).toMatchObject([
        { documentId: provisionalIdOf(object), status: 'FAILED', error: 'StoreError' },
      ])
      expect(await rowsOf('sightings')).toMatchObject([
        { objectKey: 'incoming/a', documentId: provisionalIdOf(object) },
      ])

      await withDeployed({}).parse([event('incoming/a', object)])
      expect(await documents.get(idOf(REPORT))).toMatchObject({ status: 'PARSED' })
      expect(await rowsOf('documents')).toHaveLength(1)
      expect(await rowsOf('sightings')).toMatchObject([{ documentId: idOf(REPORT) }])
    })
  })

  it('says of an object that was deleted before it was read that it is gone', async () => {
    const { parse, event, rowsOf, counted } = await pipelineWith({})
    expect(await parse([event('incoming/gone.txt')])).toEqual(noneFailed)
    expect(await rowsOf('documents')).toMatchObject([{ status: 'FAILED', error: 'ObjectVanishedError' }])
    expect(await rowsOf('sightings')).toMatchObject([{ objectKey: 'incoming/gone.txt' }])
    expect(counted()).toEqual([METRICS.vanishedObjects])
  })

  describe('reads a document anew', () => {
    const NEWER = { parserVersion: PARSER_VERSION + 1, parse: withVersion(PARSER_VERSION + 1) }

    async function completeWith(files: Record<string, string | Uint8Array>) {
      const pipeline = await pipelineWith(files)
      await pipeline.parse(Object.keys(files).map((key) => pipeline.event(key)))
      await pipeline.write(await pipeline.takeMessages())
      return pipeline
    }

    it('in a new run, and only by a newer version', async () => {
      const { parse, takeMessages, documents, withDeployed } = await completeWith({ 'incoming/a': REPORT })
      await parse([{ reprocess: idOf(REPORT) }])
      expect(await takeMessages()).toEqual([])
      const newer = withDeployed(NEWER)
      await newer.parse([{ reprocess: idOf(REPORT) }, { reprocess: idOf(REPORT) }])
      expect(await documents.get(idOf(REPORT))).toMatchObject({ status: 'COMPLETE', run: 1 })
      const chunks = await takeMessages()
      expect(chunks).toMatchObject([{ run: 2 }, { run: 2 }])
      await newer.write(chunks)
      expect(await documents.get(idOf(REPORT))).toMatchObject({
        run: 2,
        parserVersion: String(PARSER_VERSION + 1),
        changes: {
          run: 1,
          parserVersion: String(PARSER_VERSION),
          status: 'COMPLETE',
          figures: 0,
          codes: [],
          cells: [],
        },
      })
    })

    it('from another of its names, if the object of one holds other bytes', async () => {
      const keys = { 'incoming/a': REPORT, 'incoming/b': REPORT }
      const { upload, withDeployed, takeMessages, remove } = await completeWith(keys)
      const newer = withDeployed(NEWER)
      await upload('incoming/a', MENU)
      await newer.parse([{ reprocess: idOf(REPORT) }])
      expect(await takeMessages()).toMatchObject([{ documentId: idOf(REPORT), run: 2 }])
      await remove('incoming/b')
      expect(await newer.parse([{ reprocess: idOf(REPORT) }])).toEqual(noneFailed)
      expect(await newer.runs.get(idOf(REPORT), 2)).toMatchObject({ state: 'sent', error: 'BytesGoneError' })
    })

    it('and puts nothing of an archive again', async () => {
      const zip = makeZip([{ name: 'a.txt', data: REPORT }])
      const { parse, event, remove, objectKeys, withDeployed, documents } = await completeWith({ 'incoming/all': zip })
      const unpacked = `incoming/unpacked/${idOf(zip)}/1-a.txt`
      await parse([event(unpacked)])
      await remove(unpacked)
      await withDeployed(NEWER).parse([{ reprocess: idOf(zip) }])
      expect(await documents.get(idOf(zip))).toMatchObject({ status: 'REJECTED', run: 2 })
      expect(await objectKeys()).not.toContain(unpacked)
    })

    it('and says of its run that it failed, while the document stays', async () => {
      const { documents, withDeployed, counted } = await completeWith({ 'incoming/a': REPORT })
      const before = await documents.get(idOf(REPORT))
      const broken = withDeployed({ ...NEWER, parse: () => Promise.reject(new TypeError('parser fell over')) })
      expect(await broken.parse([{ reprocess: idOf(REPORT) }], 5)).toEqual(failedFirst)
      expect(await documents.get(idOf(REPORT))).toEqual(before)
      expect(await broken.runs.get(idOf(REPORT), 2)).toMatchObject({ state: 'open', error: 'TypeError' })
      expect(broken.counted()).toContain(PIPELINE_ALARMS.failedDocuments.metric)
      expect(counted()).not.toContain(PIPELINE_ALARMS.failedDocuments.metric)
    })

    it('and opens no run for a message that fails after another has had the document read', async () => {
      const { documents, indicators, runs, withDeployed } = await completeWith({ 'incoming/a': REPORT })
      const before = await documents.get(idOf(REPORT))
      vi.spyOn(indicators, 'removeBefore').mockRejectedValue(new StoreError('remove rows', new Error('not now')))
      expect(await withDeployed({ indicators }).parse([{ reprocess: idOf(REPORT) }], 5)).toEqual(failedFirst)
      expect(await documents.get(idOf(REPORT))).toEqual(before)
      expect(await runs.ofDocument(idOf(REPORT))).toMatchObject([{ run: 1, state: 'ended' }])
    })
  })

  it('counts messages that it cannot read and does not keep them', async () => {
    const { parse, rowsOf, counted } = await pipelineWith({})
    expect(await parse(['{', '{"hello":1}'])).toEqual(noneFailed)
    expect(counted()).toEqual([PIPELINE_ALARMS.unreadableMessages.metric, PIPELINE_ALARMS.unreadableMessages.metric])
    expect(await rowsOf('documents')).toEqual([])
  })
})
