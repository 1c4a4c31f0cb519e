import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { documentStatus } from '../../infra/cli/status.ts'
import { documentIdOf } from '../../shared/report/document-id.ts'
import { listedOf } from '../../shared/store/list-document.ts'
import { metadataOf } from '../../shared/store/provenance.ts'
import { withdrawDocument } from '../../shared/store/withdraw-document.ts'
import { expectStatus, provenanceOf } from '../store/records.ts'
import { townReport } from './reports.ts'
import { type Pipeline, startPipeline } from './running-pipeline.ts'

const TEXT = townReport({ cases: 12 })
/** The same text in other bytes. */
const COPY = TEXT.replaceAll('\n', '\r\n')
const CORRECTED = townReport({ cases: 21 })
const idOf = (text: string) => documentIdOf(new TextEncoder().encode(text))

async function reportOf({ deployment }: Pipeline, text = TEXT) {
  const row = await deployment.results.document(idOf(text))
  return deployment.reports.get(listedOf(row!)!.report)
}

/** What the crawl does when the text of a page has changed. */
async function replaceOnPage({ clients, deployment, settle }: Pipeline, text: string, older: string) {
  await clients.s3.send(
    new PutObjectCommand({
      Bucket: deployment.bucketName,
      Key: `incoming/crawl/portal/${idOf(text)}.txt`,
      Body: text,
      Metadata: metadataOf(provenanceOf({ supersedes: idOf(older) })),
    }),
  )
  await settle()
}

describe('the report of a publisher on a year', () => {
  it('has one current document: of copies the last, after a correction the corrected one', async () => {
    const pipeline = await startPipeline()
    await pipeline.drop({ 'a.txt': TEXT })
    expect(await reportOf(pipeline)).toMatchObject({ state: 'current', documentId: idOf(TEXT), run: 1, others: [] })

    await pipeline.drop({ 'b.txt': COPY })
    expect(await reportOf(pipeline)).toMatchObject({
      documentId: idOf(COPY),
      others: [{ documentId: idOf(TEXT), duplicateOf: idOf(COPY), supersededBy: null }],
    })
    expect(await documentStatus(idOf(TEXT).slice(0, 12), pipeline.deployment)).toMatchObject({
      documentId: idOf(TEXT),
      report: { year: 2023, current: false, duplicateOf: idOf(COPY), supersededBy: null },
    })
    expect(await documentStatus(idOf(COPY), pipeline.deployment)).toMatchObject({
      report: { current: true, duplicateOf: null, supersededBy: null },
    })

    await replaceOnPage(pipeline, CORRECTED, TEXT)
    const superseded = { duplicateOf: null, supersededBy: idOf(CORRECTED) }
    expect(await reportOf(pipeline)).toMatchObject({ documentId: idOf(CORRECTED), others: [superseded, superseded] })

    // The page changes back: a text that is known already becomes current again.
    await replaceOnPage(pipeline, TEXT, CORRECTED)
    expect(await reportOf(pipeline)).toMatchObject({ documentId: idOf(COPY) })
  })
})

describe('a document that is withdrawn', () => {
  it('is gone with all that was made of it, stays refused, and comes again once it is restored', async () => {
    const pipeline = await startPipeline()
    const { deployment, clients } = pipeline
    const { results, withdrawals } = deployment
    const dropped = await pipeline.drop({ 'a.txt': TEXT, 'older.txt': CORRECTED })
    const { indicators } = dropped.find(({ documentId }) => documentId === idOf(TEXT))!
    const document = (await results.document(idOf(TEXT)))!
    const reason = 'It names private persons.'

    const held = await withdrawDocument(document, reason, deployment)

    expect(held.objects.map(({ objectKey }) => objectKey)).toHaveLength(2)
    expect(await results.result(idOf(TEXT))).toMatchObject({
      document: { status: 'WITHDRAWN', reason: 'withdrawn', detail: reason },
      indicators: [],
    })
    expect(JSON.stringify(await pipeline.tables())).not.toContain('a.txt')
    const figures = (await pipeline.tables())[pipeline.engine.resources.outputs.IndicatorsTable!]!
    expect(figures.filter(({ documentId }) => documentId === idOf(TEXT))).toEqual([])
    const keys = async () => {
      const { Contents = [] } = await clients.s3.send(new ListObjectsV2Command({ Bucket: deployment.bucketName }))
      return Contents.map(({ Key }) => Key!)
    }
    expect((await keys()).filter((key) => key.includes(idOf(TEXT)) || key.endsWith('a.txt'))).toEqual([])
    expect(await reportOf(pipeline, CORRECTED)).toMatchObject({ state: 'current', documentId: idOf(CORRECTED) })

    await withdrawDocument((await results.document(idOf(CORRECTED)))!, reason, deployment)
    expect(await reportOf(pipeline)).toMatchObject({ state: 'withdrawn', documentId: null, detail: reason, others: [] })

    expect(await pipeline.drop({ 'again.txt': TEXT })).toMatchObject([
      { status: 'WITHDRAWN', reason: 'withdrawn', indicators: 0 },
    ])
    expect((await keys()).filter((key) => key.startsWith('text/'))).toEqual([])

    await withdrawals.restore(idOf(TEXT))
    expect(await reportOf(pipeline)).toMatchObject({ state: 'withdrawn' })
    expect(await pipeline.drop({ 'again.txt': TEXT })).toMatchObject([{ status: 'COMPLETE', indicators }])
    expectStatus(await results.document(idOf(TEXT)), 'COMPLETE')
    expect(await reportOf(pipeline)).toMatchObject({ state: 'current', documentId: idOf(TEXT), others: [] })
  })
})
