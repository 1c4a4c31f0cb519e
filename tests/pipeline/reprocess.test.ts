import { setTimeout as sleep } from 'node:timers/promises'
import { DeleteObjectCommand } from '@aws-sdk/client-s3'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import { carryOut, tryOut } from '../../infra/cli/reprocess/reprocess.ts'
import { select } from '../../infra/cli/reprocess/select.ts'
import { summarize } from '../../infra/cli/reprocess/summary.ts'
import { tableClientOver } from '../../shared/aws/table-client.ts'
import { PARSER_VERSION } from '../../shared/report/parser-version.ts'
import { townReport } from './reports.ts'
import { type Pipeline, startPipeline } from './running-pipeline.ts'

/** More with `DOCUMENTS=1000 npm run test:long -- tests/pipeline/reprocess.test.ts`. */
const DOCUMENTS = Number(process.env.DOCUMENTS ?? 6)
const YEAR = 2023
/** What the older parser added to each value. */
const WRONG_BY = 1_000_000

const WATCH = { signal: new AbortController().signal, onProgress: () => {} }
const EVERY_DOCUMENT = { ids: [], beforeVersion: PARSER_VERSION, region: '', year: null, status: null }

/** A name of its own for each town: documents of one town and year would be one report. No numerals: 二零 begins a year. */
const townOf = (n: number) => `青石${[...String(n)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')}镇`

/** Documents as another version of the parser would have left them: with other values. */
async function readByOlderVersion(pipeline: Pipeline, documents: number) {
  const files = Array.from({ length: documents }, (_, n) => [
    `${n}.txt`,
    townReport({ town: townOf(n), cases: n + 2, year: YEAR }),
  ])
  await pipeline.drop(Object.fromEntries(files))
  const client = tableClientOver(pipeline.clients.dynamodb)
  const { DocumentsTable, IndicatorsTable } = pipeline.engine.resources.outputs
  const tables = await pipeline.tables()
  for (const row of tables[DocumentsTable!]!)
    await client.send(new PutCommand({ TableName: DocumentsTable, Item: { ...row, parserVersion: '1' } }))
  for (const row of tables[IndicatorsTable!]!) {
    const value = Number(row.value) + WRONG_BY
    await client.send(new PutCommand({ TableName: IndicatorsTable, Item: { ...row, value } }))
  }
  return tables[DocumentsTable!]!.map(({ documentId }) => String(documentId))
}

const selected = ({ deployment }: Pipeline) => select(deployment.versions.all(), EVERY_DOCUMENT, PARSER_VERSION)

describe('reprocessing', () => {
  it('shows readers the older figures of a document or the newer, never none and never both', async () => {
    const pipeline = await startPipeline()
    const ids = await readByOlderVersion(pipeline, DOCUMENTS)
    const { results, source } = pipeline.deployment
    const [code] = (await results.result(ids[0]!))!.indicators.flatMap((row) => row.code ?? [])
    const compared = async () => {
      const rows = []
      let page = await source.figures({ code: code!, year: YEAR, limit: 1000 })
      rows.push(...page.items)
      while (page.next !== null) {
        page = await source.figures({ code: code!, year: YEAR, limit: 1000, cursor: page.next })
        rows.push(...page.items)
      }
      return Map.groupBy(rows, (row) => row.documentId)
    }
    const counts = new Map([...(await compared())].map(([id, rows]) => [id, rows.length]))
    expect(counts.size).toBe(ids.length)

    // A document shows a run a moment before its report does: each way of reading goes from the older to the newer once.
    const newer = { documents: new Set<string>(), comparison: new Set<string>() }
    const look = (way: keyof typeof newer, id: string, values: readonly number[], expected: number) => {
      const fresh = values.filter((value) => value < WRONG_BY)
      expect([id, values.length]).toEqual([id, expected])
      expect([0, values.length]).toContain(fresh.length)
      if (fresh.length === 0) expect(newer[way]).not.toContain(id)
      else newer[way].add(id)
    }
    const pollDocuments = async () => {
      for (const id of ids) {
        const { document, indicators } = (await results.result(id))!
        if (document.status !== 'COMPLETE') expect.fail(`${id} is ${document.status}`)
        look(
          'documents',
          id,
          indicators.map(({ value }) => value),
          document.indicatorCount,
        )
      }
    }
    const pollComparison = async () => {
      const rows = await compared()
      for (const [id, count] of counts)
        look(
          'comparison',
          id,
          (rows.get(id) ?? []).map(({ value }) => value),
          count,
        )
    }
    let isOver = false
    const poll = async (once: () => Promise<void>) => {
      do {
        await once()
        // The tables are served by this very thread.
        await sleep(100)
      } while (!isOver)
    }
    const polling = Promise.all([poll(pollDocuments), poll(pollComparison)])
    const { failed, left } = await carryOut(await selected(pipeline), pipeline.deployment, WATCH)
    isOver = true
    await polling
    await pipeline.settle()
    await pollDocuments()
    await pollComparison()
    expect({ failed: failed.size, left, newer: newer.documents.size }).toEqual({
      failed: 0,
      left: 0,
      newer: ids.length,
    })
    expect(newer.comparison.size).toBe(ids.length)
  })

  it('is done once, however often it is stopped and started, and tells what a dry run told', async () => {
    const pipeline = await startPipeline()
    const ids = await readByOlderVersion(pipeline, DOCUMENTS)
    const before = await pipeline.tables()
    const dry = await tryOut(await selected(pipeline), pipeline.deployment, WATCH)
    expect(await pipeline.tables()).toEqual(before)
    expect(pipeline.messages()).toEqual(Object.fromEntries(Object.keys(pipeline.messages()).map((queue) => [queue, 0])))

    for (const milliseconds of [0, 50, 700, 200, 1200]) {
      const signal = AbortSignal.timeout(milliseconds)
      await carryOut(await selected(pipeline), pipeline.deployment, { ...WATCH, signal })
    }
    const real = await carryOut(await selected(pipeline), pipeline.deployment, WATCH)
    await pipeline.settle()
    expect(summarize(real.outcomes)).toEqual(summarize(dry.outcomes))
    expect(summarize(real.outcomes)).toMatchObject({ documents: ids.length, figures: ids.length, cells: ids.length })

    const { DocumentsTable, IndicatorsTable } = pipeline.engine.resources.outputs
    const after = await pipeline.tables()
    expect(new Set(after[DocumentsTable!]!.map(({ run }) => run))).toEqual(new Set([2]))
    expect(new Set(after[IndicatorsTable!]!.map(({ run }) => run))).toEqual(new Set([2]))
    expect(after[IndicatorsTable!]).toHaveLength(before[IndicatorsTable!]!.length)
    expect(await selected(pipeline)).toMatchObject({ todo: [] })
    expect(pipeline.messages()).toMatchObject({ [DEAD_LETTERS(pipeline)]: 0 })
  })

  it('says why a document could not be read anew, and leaves it as it is', async () => {
    const pipeline = await startPipeline()
    const [id] = await readByOlderVersion(pipeline, 1)
    const before = await pipeline.deployment.results.result(id!)
    const [seen] = await pipeline.deployment.sightings.ofDocument(id!)
    const { BucketName } = pipeline.engine.resources.outputs
    await pipeline.clients.s3.send(new DeleteObjectCommand({ Bucket: BucketName, Key: seen!.objectKey }))
    for (const work of [tryOut, carryOut]) {
      const { failed, outcomes } = await work(await selected(pipeline), pipeline.deployment, WATCH)
      expect([...failed]).toEqual([[id, expect.stringMatching(/^BytesGoneError: .*upload it again/)]])
      expect(outcomes).toEqual([])
    }
    expect(await pipeline.deployment.results.result(id!)).toEqual(before)
  })
})

const DEAD_LETTERS = ({ engine }: Pipeline) =>
  String(engine.resources.outputs.ReprocessDeadLetterUrl).split('/').at(-1)!
