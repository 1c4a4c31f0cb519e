import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { expectStatus } from '../store/records.ts'
import { townReport } from './reports.ts'
import { startPipeline } from './running-pipeline.ts'

/** Words of every kind that a queue may refuse or change, where figures are: rare characters, and what is no character. */
const WORDS = '𠮷坝镇、\u{2A6D6}家坝、\u{1F469}\u200D\u2696\uFE0F'
const report = townReport({ town: '𠮷坝镇' }).replace('调解成功', `\uFFFE\uFFFF\u{1FFFE}${WORDS}调解成功`)

describe('a report of any characters', () => {
  it('reaches COMPLETE under a name of such characters, and what is no character is said to be taken out', async () => {
    const pipeline = await startPipeline()
    const [result] = await pipeline.drop({ '𠮷坝镇\uFFFE.txt': report })
    const { indicators } = await parseDocument(new TextEncoder().encode(report))
    expect(result).toMatchObject({ status: 'COMPLETE', issuer: '𠮷坝镇人民政府', indicators: indicators.length })

    const document = expectStatus(await pipeline.deployment.results.document(result!.documentId), 'COMPLETE')
    expect(document.warnings).toMatchObject([
      { code: 'no_character', message: expect.stringContaining('U+FFFE U+FFFF U+1FFFE') },
    ])
    const rows = await pipeline.deployment.results.indicatorsOf(document)
    expect(rows).toEqual(indicators.map((indicator) => expect.objectContaining(indicator)))
    expect(rows.map(({ subject }) => subject).join(' ')).toContain('𠮷')
    expect((await pipeline.deployment.bucket.readText(document.textKey)).slice(document.warnings[0]!.start)).toMatch(
      /^𠮷坝镇/,
    )
  })
})
