import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentIdOf } from '../../shared/report/document-id.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { objectCreated, s3Notification } from './events.ts'
import { pipelineOn } from './pipeline-of-functions.ts'

const REPORT = '石桥镇2023年法治政府建设年度报告\n全年受理行政复议案件12件,办结1.5万余件。\n'
const idOf = (text: string) => documentIdOf(new TextEncoder().encode(text))

describe('parse-report and write-indicators', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  it('bring a report to COMPLETE with its rows', async () => {
    const pipeline = await pipelineOn(engines)
    await pipeline.upload('incoming/石桥镇 100%+.txt', REPORT)
    const handled = await pipeline.parse([objectCreated(pipeline.bucketName, 'incoming/石桥镇 100%+.txt')])
    expect(handled).toEqual({ batchItemFailures: [] })
    expect(await pipeline.write(await pipeline.takeChunks())).toEqual({ batchItemFailures: [] })
    expect(await pipeline.documents.get(idOf(REPORT))).toMatchObject({
      status: 'COMPLETE',
      indicatorCount: 2,
      year: 2023,
    })
  })

  it('read the URL-encoded keys of an S3 notification', async () => {
    const pipeline = await pipelineOn(engines)
    await pipeline.upload('incoming/a b+c%20d/石.txt', REPORT)
    await pipeline.parse([s3Notification(pipeline.bucketName, 'incoming/a b+c%20d/石.txt')])
    expect(await pipeline.documents.get(idOf(REPORT))).toMatchObject({ status: 'PARSED' })
  })

  it('reject a file that is no report, with a copy in quarantine', async () => {
    const pipeline = await pipelineOn(engines)
    await pipeline.upload('incoming/menu.txt', '今日菜单')
    const handled = await pipeline.parse([objectCreated(pipeline.bucketName, 'incoming/menu.txt')])
    expect(handled).toEqual({ batchItemFailures: [] })
    expect(await pipeline.documents.get(idOf('今日菜单'))).toMatchObject({ status: 'REJECTED', reason: 'not_a_report' })
  })
})
