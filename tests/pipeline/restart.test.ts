import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'
import { townReport } from './reports.ts'
import { startPipeline } from './running-pipeline.ts'

describe('a data folder', () => {
  it('has at the next start all that the last one left, including a message that was not yet handled', async () => {
    const dataDir = await temporaryFolder()
    const first = await startPipeline({ dataDir })
    const [complete] = await first.drop({ 'first.txt': townReport({ year: 2022 }) })
    const before = await first.tables()
    await first.stop()

    // The second engine loses every answer of the table, so that its report is not yet complete when it stops.
    const second = await startPipeline({
      dataDir,
      retryDelaySeconds: 30,
      intercept: {
        before: ({ caller, service }) => (caller === 'parse-report' && service === 'dynamodb' ? 'drop' : 'pass'),
        after: async () => {},
      },
    })
    expect(await second.tables()).toEqual(before)
    await second.upload({ 'second.txt': townReport({ year: 2023 }) })
    await second.stop()

    const third = await startPipeline({ dataDir })
    await third.settle()
    const { items: documents } = await third.deployment.source.documents({ status: 'COMPLETE' })
    expect(documents.map(({ year, status }) => [year, status]).toSorted()).toEqual([
      [2022, 'COMPLETE'],
      [2023, 'COMPLETE'],
    ])
    expect(await third.deployment.source.text(complete!.documentId)).toBe(townReport({ year: 2022 }))
  })
})
