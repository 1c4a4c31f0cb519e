import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { PIPELINE_ALARMS } from '../../shared/aws/alarms.ts'
import { METRICS } from '../../shared/aws/metric-names.ts'
import { failRun } from '../../shared/store/fail-run.ts'
import type { IndicatorChunk } from '../../shared/store/indicator-chunk.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { arrivalOf, chunkOf, DOCUMENT_ID, failureOf, indicatorOf, resultOf } from '../store/records.ts'
import { pipelineOn } from './pipeline-of-functions.ts'

const ID = DOCUMENT_ID
const noneFailed = { batchItemFailures: [] }
const failedFirst = { batchItemFailures: [{ itemIdentifier: 'message-0' }] }

/** A run's chunks, of one figure each. */
function chunksOfRun(run: number, chunks: number): IndicatorChunk[] {
  return Array.from({ length: chunks }, (_, chunk) =>
    chunkOf({
      run,
      chunk,
      chunks,
      indicatorCount: chunks,
      indicators: [indicatorOf({ ordinal: chunk + 1, value: run * 100 + chunk, code: 'fuyi_cases' })],
    }),
  )
}

describe('write-indicators', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  async function prepare() {
    const pipeline = await pipelineOn(engines)
    const { documents, runs } = pipeline
    /** Records a run as parse-report does before it sends chunks: the first of version 1, the second of version 2. */
    const parsed = async (run: number, chunks: number, indicatorCount = chunks) => {
      await runs.open(await documents.receive(arrivalOf()), run)
      const result = resultOf({ indicatorCount, chunks })
      await runs.recordSent(ID, run, result)
      await documents.recordParsed(ID, run, result)
    }
    return { ...pipeline, parsed }
  }

  it('writes each figure with what it takes to read it alone, and completes the document', async () => {
    const { parsed, write, rowsOf, documents, runs, counted } = await prepare()
    await parsed(1, 2)
    const [first, second] = chunksOfRun(1, 2)
    await write([second!])
    expect(await documents.get(ID)).toMatchObject({ status: 'PARSED' })
    expect(await runs.get(ID, 1)).toMatchObject({ state: 'sent', writtenChunks: new Set([1]) })
    await write([first!])
    expect(await documents.get(ID)).toMatchObject({ status: 'COMPLETE', run: 1 })
    expect(await runs.get(ID, 1)).toMatchObject({ state: 'ended' })
    expect((await rowsOf('indicators'))[0]).toEqual({
      ...first!.indicators[0],
      ...first!.facts,
      documentId: ID,
      runOrdinal: '00000001#000001',
      run: 1,
      codeYear: 'fuyi_cases#2023',
      publisherDocumentOrdinal: `440114/石桥镇人民政府#${ID}#000001`,
    })
    const completed = [METRICS.completed, METRICS.figures]
    expect(counted()).toEqual([METRICS.written, ...completed, METRICS.uploadToComplete])
    // Who reads a document anew has not waited since its upload.
    await parsed(2, 1)
    await write(chunksOfRun(2, 1))
    expect(counted().slice(4)).toEqual(completed)
  })

  it('completes a report without figures', async () => {
    const { parsed, write, documents } = await prepare()
    await parsed(1, 1, 0)
    await write([chunkOf({ indicators: [] })])
    expect(await documents.get(ID)).toMatchObject({ status: 'COMPLETE' })
  })

  it('keeps every digit of a figure', async () => {
    const { parsed, write, rowsOf } = await prepare()
    await parsed(1, 1, 9)
    const values = [0.1 + 0.2, 99.99, 1 / 3, 0, 2 ** 53 + 2, 123456789012345680000, 1e21, 1.5e-9, -12.5]
    await write([chunkOf({ indicators: values.map((value, index) => indicatorOf({ ordinal: index + 1, value })) })])
    expect((await rowsOf('indicators')).map(({ value }) => value)).toEqual(values)
  })

  it('ends with the newest run alone, whatever the order and repetition of chunks', async () => {
    const older = chunksOfRun(1, 4)
    const newer = chunksOfRun(2, 2)
    const anyOrder = fc.shuffledSubarray([...older, ...newer, ...newer], { minLength: 8 })
    await fc.assert(
      fc.asyncProperty(anyOrder, fc.nat(8), async (messages, newerRunAt) => {
        const { parsed, write, rowsOf, documents } = await prepare()
        await parsed(1, 4)
        for (const message of messages.slice(0, newerRunAt)) await write([message])
        await parsed(2, 2)
        // Chunks of the newer run are only sent once it is recorded; an attempt before that is repeated.
        for (const message of [...messages, ...messages.toReversed()]) await write([message])
        expect((await rowsOf('indicators')).map(({ run, value }) => [run, value])).toEqual([
          [2, 200],
          [2, 201],
        ])
        expect(await documents.get(ID)).toMatchObject({ status: 'COMPLETE', run: 2 })
      }),
      { numRuns: 15 },
    )
  })

  it('shows the older run while the newer is written, and its rows until then', async () => {
    const { parsed, write, reader } = await prepare()
    const values = async () => (await reader.result(ID))!.indicators.map(({ value }) => value)
    await parsed(1, 2)
    await write(chunksOfRun(1, 2))
    await parsed(2, 3)
    const [last, ...others] = chunksOfRun(2, 3)
    await write(others)
    expect(await values()).toEqual([100, 101])
    await write([last!])
    expect(await values()).toEqual([200, 201, 202])
  })

  it('leaves no row of an older run that was written while the newer came to be shown', async () => {
    const { parsed, write, indicators, rowsOf } = await prepare()
    const [older] = chunksOfRun(1, 1)
    await parsed(1, 1)
    const put = indicators.put.bind(indicators)
    vi.spyOn(indicators, 'put').mockImplementationOnce(async (rows) => {
      await parsed(2, 1)
      await write(chunksOfRun(2, 1))
      await put(rows)
    })
    await write([older!])
    expect((await rowsOf('indicators')).map(({ run }) => run)).toEqual([2])
  })

  it('writes nothing of a run that is not known, or is known no more', async () => {
    const { parsed, write, documents, rowsOf, counted } = await prepare()
    expect(await write([chunkOf()])).toEqual(noneFailed)
    expect(await documents.get(ID)).toBeNull()
    await parsed(1, 1)
    await write([chunkOf({ run: 2 })])
    expect(await rowsOf('indicators')).toEqual([])
    expect(counted()).toEqual([METRICS.repeated, METRICS.repeated])
  })

  it.each([
    ['count of chunks', { chunks: 3 }],
    ['count of figures', { indicatorCount: 3 }],
    ['number', { chunk: 2 }],
  ])('refuses a chunk whose %s is not that of its run, for good', async (_, wrong) => {
    const { parsed, write, rowsOf, documents, counted } = await prepare()
    await parsed(1, 2)
    const [first, second] = chunksOfRun(1, 2)
    expect(await write([{ ...first!, ...wrong }])).toEqual(noneFailed)
    expect(await rowsOf('indicators')).toEqual([])
    expect(counted()).toEqual([PIPELINE_ALARMS.refusedChunks.metric])
    await write([first!, second!])
    expect(await documents.get(ID)).toMatchObject({ status: 'COMPLETE' })
  })

  it('says of a newer run that failed why, and leaves the document as it is', async () => {
    const { parsed, write, documents, runs, counted, indicators } = await prepare()
    await parsed(1, 1)
    await write(chunksOfRun(1, 1))
    const before = await documents.get(ID)
    await parsed(2, 1)
    vi.spyOn(indicators, 'put').mockRejectedValueOnce(new TypeError('no room'))
    expect(await write(chunksOfRun(2, 1), 5)).toEqual(failedFirst)
    expect(await documents.get(ID)).toEqual(before)
    expect(await runs.get(ID, 2)).toMatchObject({ state: 'sent', error: 'TypeError', detail: 'no room' })
    expect(counted()).toContain(PIPELINE_ALARMS.failedDocuments.metric)
    await write(chunksOfRun(2, 1))
    expect(await documents.get(ID)).toMatchObject({ status: 'COMPLETE', run: 2 })
  })

  it('completes a document that was given up, when its chunk is taken out of the dead letters', async () => {
    const pipeline = await prepare()
    const { write, documents, parsed } = pipeline
    await parsed(1, 2)
    const [first, second] = chunksOfRun(1, 2)
    await write([first!])
    await failRun(failureOf(), pipeline)
    expect(await documents.get(ID)).toMatchObject({ status: 'FAILED' })
    await write([second!])
    expect(await documents.get(ID)).toMatchObject({ status: 'COMPLETE' })
  })

  it('counts messages that are no chunk and does not keep them', async () => {
    const { write, counted } = await prepare()
    expect(await write(['{', { ...chunkOf(), documentId: 'x' }])).toEqual(noneFailed)
    expect(counted()).toEqual([PIPELINE_ALARMS.unreadableMessages.metric, PIPELINE_ALARMS.unreadableMessages.metric])
  })
})
