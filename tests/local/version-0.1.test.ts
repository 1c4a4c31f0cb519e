import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, it } from 'vitest'
import { moveAll } from '../../infra/cli/migrate.ts'
import { tableClientOver } from '../../shared/aws/table-client.ts'
import type { IndicatorRow } from '../../shared/store/indicator-row.ts'
import { type Pipeline, startPipeline } from '../pipeline/running-pipeline.ts'
import { formerDataFolder } from './version-0.1/former-data.ts'

const TOWN = '899e80ee466aad19a2c409513781a983'
const PROGRESS = { isSeen: false, show: () => {}, clear: () => {} }

/** What readers get of every document that was read, and of a comparison. */
async function readAll({ deployment: { results, source } }: Pipeline) {
  const { items: documents } = await source.documents({ status: 'COMPLETE' })
  const figures = await Promise.all(
    documents.map(async ({ documentId }) => (await results.result(documentId))!.indicators),
  )
  const [code] = (await results.result(TOWN))!.indicators.flatMap((row) => row.code ?? [])
  const { items: compared } = await source.figures({ code: code!, year: 2023 })
  const essence = (rows: readonly Pick<IndicatorRow, 'documentId' | 'run' | 'ordinal' | 'raw' | 'code'>[]) =>
    rows.map(({ documentId, run, ordinal, raw, code }) => [documentId, run, ordinal, raw, code])
  return {
    figures: figures
      .map(essence)
      .filter((rows) => rows.length > 0)
      .sort(),
    compared: essence(compared),
  }
}

describe('a data folder of version 0.1', () => {
  it('is read before it is moved, and after that the same, and then compared', async () => {
    const pipeline = await startPipeline({ dataDir: await formerDataFolder() })
    const { deployment, engine } = pipeline
    const before = await readAll(pipeline)
    expect(before.figures.map((rows) => rows.length).sort()).toEqual([1, 2, 6])
    expect(before.compared).toEqual([])

    const { documents, incomplete } = await moveAll(deployment, PROGRESS)
    expect([documents, incomplete.size]).toEqual([5, 0])
    expect(await moveAll(deployment, PROGRESS)).toMatchObject({ documents: 0 })
    await pipeline.settle()
    const { figures, compared } = await readAll(pipeline)
    expect(compared.map(([documentId]) => documentId)).toContain(TOWN)
    expect(figures).toEqual(expect.arrayContaining(before.figures))

    const tables = await pipeline.tables()
    const { DocumentsTable, FormerIndicatorsTable } = engine.resources.outputs
    expect(tables[FormerIndicatorsTable!]).toEqual([])
    // What waited in the queue of version 0.1 is read anew.
    expect(tables[DocumentsTable!]!.map(({ status }) => status).sort()).toEqual([
      'COMPLETE',
      'COMPLETE',
      'COMPLETE',
      'COMPLETE',
      'REJECTED',
    ])
    const inIndex = async (IndexName: string, key: string, value: unknown) => {
      const query = { TableName: DocumentsTable, IndexName, KeyConditionExpression: '#key = :value' }
      const names = { ExpressionAttributeNames: { '#key': key }, ExpressionAttributeValues: { ':value': value } }
      const { Items = [] } = await tableClientOver(pipeline.clients.dynamodb).send(
        new QueryCommand({ ...query, ...names }),
      )
      return Items
    }
    expect(await inIndex('byYearPublisher', 'year', 2023)).toMatchObject([
      { documentId: TOWN, status: 'COMPLETE', run: 5 },
    ])
    // Version 0.1 kept whole rows in this index, and places in one of their own.
    const complete = await inIndex('byStatus', 'status', 'COMPLETE')
    expect(complete.map(({ documentId }) => documentId)).toContain(TOWN)
    for (const item of complete) expect(item).not.toHaveProperty('sections')
    await expect(inIndex('byRegionYear', 'regionCode', '440114')).rejects.toThrow(/index/)
    const { items: ofPlace } = await deployment.source.documents({ region: '440114' })
    expect(ofPlace.map(({ region }) => region?.code)).toEqual(['440114'])
  })
})
