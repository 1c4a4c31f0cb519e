import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PIPELINE_ALARMS } from '../../shared/aws/alarms.ts'
import { METRICS } from '../../shared/aws/metric-names.ts'
import type { IndicatorChunk } from '../../shared/store/indicator-chunk.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { arrivalOf, chunkOf, DOCUMENT_ID, failureOf, indicatorOf, parsedFactsOf } from '../store/records.ts'
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
    const { documents } = pipeline
    /** Records the document as parse-report does before it sends chunks. */
    const parsed = async (run: number, chunks: number) => {
      const row = await documents.receive(arrivalOf({ run }))
      await documents.recordParsed(row, run, parsedFactsOf({ indicatorCount: chunks, chunks }))
    }
    return { ...pipeline, parsed }
  }

  it('writes each figure with what it takes to read it alone, and completes the document', async () => {
    const { parsed, write, rowsOf, documents, counted } = await prepare()
    await parsed(1, 2)
    const [first, second] = chunksOfRun(1, 2)
    await write([second!])
    expect(await documents.get(ID)).toMatchObject({ status: 'PARSED', writtenChunks: new Set([1]) })
    await write([first!])
    const row = await documents.get(ID)
    expect(row).toMatchObject({ status: 'COMPLETE' })
    expect(row).not.toHaveProperty('writtenChunks')
    expect((await rowsOf('indicators'))[0]).toEqual({
      ...first!.indicators[0],
      ...first!.facts,
      documentId: ID,
      run: 1,
      codeYear: 'fuyi_cases#2023',
      regionDocumentOrdinal: `440114#${ID}#000001`,
    })
    expect(counted()).toEqual([METRICS.written, METRICS.completed])
  })

  it('completes a report without figures', async () => {
    const { parsed, write, documents } = await prepare()
    await parsed(1, 1)
    await write([chunkOf({ indicators: [] })])
    expect(await documents.get(ID)).toMatchObject({ status: 'COMPLETE' })
  })

  it('keeps every digit of a figure', async () => {
    const { parsed, write, rowsOf } = await prepare()
    await parsed(1, 1)
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

  it('sends a chunk back whose document is not recorded, and after the last try says FAILED', async () => {
    const { write, documents, parsed } = await prepare()
    expect(await write([chunkOf()], 1)).toEqual(failedFirst)
    expect(await documents.get(ID)).toBeNull()
    expect(await write([chunkOf()], 5)).toEqual(failedFirst)
    expect(await documents.get(ID)).toMatchObject({ status: 'FAILED', error: 'DocumentNotRecordedError' })

    expect(await write([chunkOf()], 1)).toEqual(failedFirst)
    expect(await documents.get(ID)).toMatchObject({ status: 'FAILED' })

    await parsed(1, 1)
    expect(await write([chunkOf()], 1)).toEqual(noneFailed)
    expect(await documents.get(ID)).toMatchObject({ status: 'COMPLETE' })
  })

  it('completes a document that was given up, when its chunk is taken out of the dead letters', async () => {
    const { write, documents, parsed } = await prepare()
    await parsed(1, 2)
    const [first, second] = chunksOfRun(1, 2)
    await write([first!])
    await documents.recordFailed(failureOf())
    await write([second!])
    expect(await documents.get(ID)).toMatchObject({ status: 'COMPLETE' })
  })

  it('counts messages that are no chunk and does not keep them', async () => {
    const { write, counted } = await prepare()
    expect(await write(['{', { ...chunkOf(), documentId: 'x' }])).toEqual(noneFailed)
    expect(counted()).toEqual([PIPELINE_ALARMS.unreadableMessages.metric, PIPELINE_ALARMS.unreadableMessages.metric])
  })
})
