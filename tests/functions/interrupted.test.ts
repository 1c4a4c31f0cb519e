import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { type Fuse, fuseIn } from '../engines/fuse.ts'
import { objectCreated } from './events.ts'
import { pipelineOn } from './pipeline-of-functions.ts'

const REPORT = `石桥镇2023年法治政府建设年度报告\n${[11, 12, 13, 14].map((n) => `受理案件${n}件。`).join('\n')}\n`
const KEY = 'incoming/石桥镇.txt'

/** So long that a message has room for two figures, and few figures make several chunks. */
const LONG_SUBJECT = 'x'.repeat(90_000)

/** A parser that finds the given number of figures. */
const parserFinding = (count: number) => async (bytes: Uint8Array) => {
  const parsed = await parseDocument(bytes)
  const indicators = parsed.indicators.slice(0, count).map((indicator) => ({ ...indicator, subject: LONG_SUBJECT }))
  return { ...parsed, indicators }
}

const OLD_RUN = { run: 1, parse: parserFinding(4) }
const NEW_RUN = { run: 2, parse: parserFinding(3) }

describe('a function that is ended between any two of its requests', () => {
  let engines: Engines
  let fuse: Fuse
  beforeAll(async () => {
    engines = await startEngines()
    fuse = fuseIn(engines)
  })
  afterAll(() => engines.stop())

  /** A document COMPLETE at the old run, with more figures than the new run will find. */
  async function completeAtOldRun() {
    const pipeline = await pipelineOn(engines, OLD_RUN)
    await pipeline.upload(KEY, REPORT)
    const message = objectCreated(pipeline.bucketName, KEY)
    await pipeline.parse([message])
    const oldChunks = await pipeline.takeMessages()
    await pipeline.write(oldChunks)
    return { ...pipeline.withDeployed(NEW_RUN), message, oldChunks }
  }

  type Case = Awaited<ReturnType<typeof completeAtOldRun>>

  async function finish(pipeline: Case) {
    await pipeline.parse([pipeline.message])
    await pipeline.write([...(await pipeline.takeMessages()).reverse(), ...pipeline.oldChunks])
  }

  const withoutTimes = (rows: Record<string, unknown>[]) => rows.map(({ updatedAt: _, ...row }) => row)
  const tablesOf = async ({ rowsOf }: Case) => ({
    documents: withoutTimes(await rowsOf('documents')),
    indicators: await rowsOf('indicators'),
    sightings: await rowsOf('sightings'),
  })

  it('leaves the tables as an undisturbed run does, once its messages come again', async () => {
    const undisturbed = await completeAtOldRun()
    const parseCalls = await fuse.count(() => undisturbed.parse([undisturbed.message]))
    const chunks = await undisturbed.takeMessages()
    const writeCalls = await fuse.count(() => undisturbed.write(chunks))
    const expected = await tablesOf(undisturbed)
    expect(expected.documents).toMatchObject([{ status: 'COMPLETE', run: 2, chunks: 2, indicatorCount: 3 }])
    expect(expected.indicators.map(({ ordinal, run }) => [ordinal, run])).toEqual([
      [1, 2],
      [2, 2],
      [3, 2],
    ])
    expect(expected.sightings).toHaveLength(1)

    for (let call = 1; call <= parseCalls; call += 1) {
      const pipeline = await completeAtOldRun()
      await fuse.blowBefore(call, () => pipeline.parse([pipeline.message]))
      await finish(pipeline)
      expect([call, await tablesOf(pipeline)]).toEqual([call, expected])
    }
    for (let call = 1; call <= writeCalls; call += 1) {
      const pipeline = await completeAtOldRun()
      await pipeline.parse([pipeline.message])
      const sent = await pipeline.takeMessages()
      await fuse.blowBefore(call, () => pipeline.write(sent))
      await pipeline.write([...sent].reverse())
      expect([call, await tablesOf(pipeline)]).toEqual([call, expected])
    }
  }, 120_000)
})
