import { describe, expect, it } from 'vitest'
import { serveApi } from '../../infra/cli/serve-api.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { townReport } from './reports.ts'
import { startPipeline } from './running-pipeline.ts'

describe('the read API of a running engine', () => {
  it('leads from a place to its document and the sentences of its figures', async () => {
    const { engine, drop } = await startPipeline()
    const { api } = serveApi(engine, await temporaryFolder())
    const [dropped] = await drop({ 'town.txt': townReport({ year: 2023 }) })
    // biome-ignore lint/suspicious/noExplicitAny: each endpoint has its own
    const get = async (path: string): Promise<any> => (await fetch(`${api}${path}`)).json()

    const { items: documents } = await get('/documents?year=2023&current=true')
    expect(documents).toMatchObject([{ documentId: dropped!.documentId, status: 'COMPLETE' }])
    const { item: publisher } = await get(`/publishers/${encodeURIComponent(documents[0].publisherId)}`)
    expect(publisher.reports).toMatchObject([{ year: 2023, documentId: dropped!.documentId }])

    const { items: figures } = await get(`/documents/${dropped!.documentId}/indicators`)
    const text = await (await fetch(`${api}/documents/${dropped!.documentId}/text`)).text()
    expect(figures.length).toBeGreaterThan(0)
    for (const { sentence, sentenceText, start, end, raw } of figures) {
      expect(text.slice(sentence.start, sentence.end)).toBe(sentenceText)
      expect(text.slice(start, end)).toBe(raw)
    }
    const file = await fetch(`${api}/documents/${dropped!.documentId}/file`)
    expect([await file.text(), file.headers.get('content-disposition')]).toEqual([
      townReport({ year: 2023 }),
      `attachment; filename="${dropped!.documentId}.txt"`,
    ])
    const { item: audit } = await get(`/documents/${dropped!.documentId}/audit`)
    expect(audit).toMatchObject({ year: 2023, before: null, completeness: { achievements: true } })

    const { code } = figures.find((figure: { code: string | null }) => figure.code !== null)
    const { items: observed } = await get(`/observations?code=${code}&year=2023`)
    expect(observed).toMatchObject([{ documentId: dropped!.documentId }])
  })
})
