import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deps } from '../../functions/parse-report/handler.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { documentIdOf } from '../../shared/report/document-id.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { type Fuse, fuseIn } from '../engines/fuse.ts'
import { objectCreated } from './events.ts'
import { pipelineOn } from './pipeline-of-functions.ts'

const REPORT = `石桥镇2023年法治政府建设年度报告\n${[11, 12, 13, 14].map((n) => `受理案件${n}件。`).join('\n')}\n`
const KEY = 'incoming/石桥镇.txt'

/** So long that a message has room for two figures, and few figures make several chunks. */
const LONG_SUBJECT = 'x'.repeat(90_000)

/** A version of the parser that finds the given number of figures. */
const parserFinding = (count: number, parserVersion: number) => ({
  parserVersion,
  parse: async (bytes: Uint8Array) => {
    const { report, indicators, text } = await parseDocument(bytes)
    const found = indicators.slice(0, count).map((indicator) => ({ ...indicator, subject: LONG_SUBJECT }))
    return { text, report: { ...report, parserVersion: String(parserVersion) }, indicators: found }
  },
})

const OLDER = parserFinding(4, 1)
const NEWER = parserFinding(3, 2)
/** A version by which the document is no report. */
const REFUSING = {
  parserVersion: 2,
  parse: async (bytes: Uint8Array) => {
    const { report, text } = await parseDocument(bytes)
    return {
      text,
      report: { ...report, kind: 'other', reason: 'no report', parserVersion: '2' },
      indicators: [],
    } as const
  },
}

describe('a function that is ended between any two of its requests', () => {
  let engines: Engines
  let fuse: Fuse
  beforeAll(async () => {
    engines = await startEngines()
    fuse = fuseIn(engines)
  })
  afterAll(() => engines.stop())

  /** A document COMPLETE at the old run, with more figures than the new run will find. */
  async function completeAtOldRun(newer: Partial<Deps> = NEWER) {
    const pipeline = await pipelineOn(engines, OLDER)
    await pipeline.upload(KEY, REPORT)
    const message = objectCreated(pipeline.bucketName, KEY)
    await pipeline.parse([message])
    const oldChunks = await pipeline.takeMessages()
    await pipeline.write(oldChunks)
    return { ...pipeline.withDeployed(newer), documentId: documentIdOf(Buffer.from(REPORT)), message, oldChunks }
  }

  type Case = Awaited<ReturnType<typeof completeAtOldRun>>

  async function finish(pipeline: Case) {
    await pipeline.parse([pipeline.message])
    await pipeline.write([...(await pipeline.takeMessages()).reverse(), ...pipeline.oldChunks])
  }

  const withoutTimes = (rows: Record<string, unknown>[]) => rows.map(({ updatedAt: _, changedAt: __, ...row }) => row)
  const tablesOf = async ({ rowsOf }: Case) => ({
    documents: withoutTimes(await rowsOf('documents')),
    indicators: await rowsOf('indicators'),
    sightings: await rowsOf('sightings'),
    runs: withoutTimes(await rowsOf('runs')),
  })

  const OLD_FIGURES = ['11件', '12件', '13件', '14件']
  const figuresOf = async ({ reader, documentId }: Case) =>
    (await reader.result(documentId))?.indicators.map(({ raw }) => raw)

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
      expect([call, await figuresOf(pipeline)]).toEqual([call, OLD_FIGURES])
      await finish(pipeline)
      expect([call, await tablesOf(pipeline)]).toEqual([call, expected])
    }
    for (let call = 1; call <= writeCalls; call += 1) {
      const pipeline = await completeAtOldRun()
      await pipeline.parse([pipeline.message])
      const sent = await pipeline.takeMessages()
      await fuse.blowBefore(call, () => pipeline.write(sent))
      expect([OLD_FIGURES, OLD_FIGURES.slice(0, 3)]).toContainEqual(await figuresOf(pipeline))
      await pipeline.write([...sent].reverse())
      expect([call, await tablesOf(pipeline)]).toEqual([call, expected])
    }
  })

  it('removes the older rows of a document that a newer version refuses, once its message comes again', async () => {
    const undisturbed = await completeAtOldRun(REFUSING)
    const calls = await fuse.count(() => undisturbed.parse([undisturbed.message]))
    const expected = await tablesOf(undisturbed)
    expect(expected).toMatchObject({ documents: [{ status: 'REJECTED', run: 2 }], indicators: [] })
    for (let call = 1; call <= calls; call += 1) {
      const pipeline = await completeAtOldRun(REFUSING)
      await fuse.blowBefore(call, () => pipeline.parse([pipeline.message]))
      expect([OLD_FIGURES, []]).toContainEqual(await figuresOf(pipeline))
      await finish(pipeline)
      expect([call, await tablesOf(pipeline)]).toEqual([call, expected])
    }
  })
})
