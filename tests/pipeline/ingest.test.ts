import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { expectStatus } from '../store/records.ts'
import { longReport, townReport } from './reports.ts'
import { startPipeline } from './running-pipeline.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('a report that is dropped', () => {
  it.each([
    ['a short report', townReport(), 1],
    ['a report of several messages', longReport(600), 2],
  ])('reaches COMPLETE with the rows that the parser finds: %s', async (_, text, chunks) => {
    const pipeline = await startPipeline()
    const [result] = await pipeline.drop({ 'report.txt': text })
    const { report, indicators } = await parseDocument(bytesOf(text))
    expect(result).toMatchObject({
      documentId: report.documentId,
      status: 'COMPLETE',
      reason: null,
      kind: 'rule_of_law_annual_report',
      issuer: report.issuer,
      year: report.year,
      indicators: indicators.length,
    })

    const document = expectStatus(await pipeline.deployment.results.document(report.documentId), 'COMPLETE')
    expect(document.chunks).toBe(chunks)
    const rows = await pipeline.deployment.results.indicatorsOf(document)
    expect(rows).toEqual(indicators.map((indicator) => expect.objectContaining(indicator)))
    const kept = await pipeline.deployment.bucket.readText(document.textKey)
    for (const { start, end, raw } of rows) expect(kept.slice(start, end)).toBe(raw)
  })

  it('is one document however often and under which names it arrives, and every name is kept', async () => {
    const pipeline = await startPipeline()
    const reports = [2021, 2022, 2023].map((year) => townReport({ year }))
    const names = [
      ['甲 镇.txt', '100%完成.txt', 'a+b c.txt'],
      ['甲 镇 副本.txt', '100%25.txt', 'a%2Bb.txt'],
      ['子 目录/甲.txt', '子 目录/+.txt', '子 目录/%.txt'],
    ]
    for (const folder of names)
      await pipeline.drop(Object.fromEntries(folder.map((name, index) => [name, reports[index]!])))

    const {
      TablesDocuments: documents,
      TablesFigures: indicators,
      TablesSightings: sightings,
    } = byName(await pipeline.tables())
    const parsed = await Promise.all(reports.map((text) => parseDocument(bytesOf(text))))
    expect(documents!.map(({ documentId, status }) => [documentId, status]).toSorted()).toEqual(
      parsed.map(({ report }) => [report.documentId, 'COMPLETE']).toSorted(),
    )
    expect(indicators).toHaveLength(parsed.reduce((sum, { indicators: found }) => sum + found.length, 0))
    const seenAs = sightings!.map(({ objectKey }) => String(objectKey))
    expect(new Set(seenAs).size).toBe(9)
    for (const name of names.flat()) expect(seenAs.filter((key) => key.endsWith(`/${name}`))).toHaveLength(1)
  })
})

/** Tables by the path of their construct. */
function byName<T>(tables: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(tables).map(([name, items]) => [name.replace(/[0-9A-F]{8}$/, ''), items]))
}
