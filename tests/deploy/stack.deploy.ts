import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { DescribeAlarmsCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { RestoreTableToPointInTimeCommand } from '@aws-sdk/client-dynamodb'
import { InvokeCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import { PutBucketNotificationConfigurationCommand } from '@aws-sdk/client-s3'
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import type { Page } from '../../shared/readers/page.ts'
import { CANARY_ID } from '../../shared/report/canary.ts'
import { documentIdOf } from '../../shared/report/document-id.ts'
import type { DocumentSummary } from '../../shared/store/document-summary.ts'
import { ObjectVersions } from '../../shared/store/object-versions.ts'
import { ResultReader } from '../../shared/store/result-reader.ts'
import { type Sample, samplesIn } from '../infra/alarm-model.ts'
import { cdk } from './deploy-stack.ts'
import { type Deployed, deployToMinistack, until } from './deployed.ts'
import { MINISTACK, whyMissing } from './tools.ts'

const ROOT = join(import.meta.dirname, '../..')
const STAGE = 'deploytest'
const ENDED = new Set<unknown>(['COMPLETE', 'REJECTED', 'FAILED'])

const fixture = (name: string) => readFileSync(join(ROOT, 'tests/formats/fixtures', name))

/** One file for each way in which a function reads: in its own thread, in its worker thread, with files of its folder. */
const FILES: Readonly<Record<string, Buffer>> = {
  'incoming/石桥镇.txt': Buffer.from('石桥镇2023年法治政府建设年度报告\n全年受理行政复议案件12件,办结1.5万余件。\n'),
  'incoming/北岭 县+100%.txt': Buffer.from(
    '北岭县2022年法治政府建设年度报告\n全年开展执法检查340次,作出行政处罚决定56件。\n',
  ),
  'incoming/菜单.txt': Buffer.from('今日菜单:面条。'),
  'incoming/reportlab.pdf': fixture('reportlab.pdf'),
  'incoming/libreoffice.docx': fixture('libreoffice.docx'),
  'incoming/libreoffice.doc': fixture('libreoffice.doc'),
}

const missing = whyMissing(MINISTACK)
if (missing) console.warn(`test:deploy skipped: ${missing}`)

describe.skipIf(missing)('the stack, deployed', () => {
  let deployed: Deployed
  beforeAll(async () => {
    deployed = await deployToMinistack({ stage: STAGE, access: 'open' })
  })
  afterAll(() => deployed?.stop())

  it('brings uploaded reports to COMPLETE with their rows, and refuses other documents', async () => {
    for (const [key, body] of Object.entries(FILES)) await deployed.put(key, body)
    const ended = async () => (await deployed.rowsOf('DocumentsTable')).filter(({ status }) => ENDED.has(status))
    await until(async () => (await ended()).length >= Object.keys(FILES).length)

    const documents = await ended()
    const indicators = await deployed.rowsOf('IndicatorsTable')
    const parsed = await Promise.all(Object.values(FILES).map((body) => parseDocument(body)))
    const expected = parsed.map(({ report, indicators }) => ({
      documentId: report.documentId,
      status: report.kind === 'other' ? 'REJECTED' : 'COMPLETE',
      rows: indicators.length,
    }))
    const seen = documents.map(({ documentId, status }) => ({
      documentId,
      status,
      rows: indicators.filter((row) => row.documentId === documentId).length,
    }))
    expect(seen).toEqual(expect.arrayContaining(expected))
    expect(seen).toHaveLength(expected.length)
    expect(expected.filter(({ rows }) => rows > 0)).toHaveLength(Object.keys(FILES).length - 1)
    expect((await deployed.rowsOf('SightingsTable')).map(({ objectKey }) => objectKey).sort()).toEqual(
      Object.keys(FILES).sort(),
    )
  })

  it('is found by the command line by its outputs', async () => {
    const text = '白塔镇2021年法治政府建设年度报告\n全年调解纠纷75件,办理法律援助案件8件。\n'
    const file = join(deployed.ministack.folder, '白塔 镇.txt')
    await writeFile(file, text)
    const { report, indicators } = await parseDocument(Buffer.from(text))

    expect(await deployed.fazhi('upload', file)).toContain(report.documentId)
    const statusOf = async () =>
      JSON.parse(
        (await deployed.fazhi('status', '--json')).split('\n').find((line) => line.includes(report.documentId)) ?? '{}',
      )
    await until(async () => ENDED.has((await statusOf()).status))
    expect(JSON.parse(await deployed.fazhi('status', report.documentId, '--json'))).toMatchObject({
      status: 'COMPLETE',
      year: 2021,
    })
    const rows = (await deployed.fazhi('indicators', report.documentId, '--json'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows).toEqual(indicators.map((indicator) => expect.objectContaining(indicator)))
  })

  it('is looked at in a browser, whose page is served on loopback with the credentials of the command', async () => {
    const command = [join(ROOT, 'infra/cli/fazhi.cjs'), 'page', '--stack', `Fazhi-${STAGE}`]
    const serving = spawn(process.execPath, command, {
      env: deployed.ministack.environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void serving.kill())
    const [said] = await once(serving.stdout, 'data')
    const address = /http:\S+/.exec(String(said))![0]
    expect(await (await fetch(address)).text()).toContain('<div id="page">')
    const answer = await fetch(new URL('/api/v1/documents?status=COMPLETE', address))
    const { items } = (await answer.json()) as Page<DocumentSummary>
    const complete = (await deployed.rowsOf('DocumentsTable')).filter(({ status }) => status === 'COMPLETE')
    expect(items.map(({ documentId }) => documentId).sort()).toEqual(
      complete.map(({ documentId }) => documentId).sort(),
    )
  })

  it('serves the page to everybody at the address of its API, if everybody may read', async () => {
    const { hostname, port } = new URL(deployed.outputs.ApiEndpoint!)
    const bodyAt = async (path: string) => {
      // Not every machine knows names that end in `.localhost`.
      const asked = request({ host: '127.0.0.1', port, path, headers: { host: hostname } }).end()
      const [answer] = await once(asked, 'response')
      return `${answer.statusCode} ${Buffer.concat(await answer.toArray()).toString()}`
    }
    expect(await bodyAt('/explore')).toMatch(/^200 .*<div id="page">/s)
    expect(await bodyAt('/explore/page.js')).toMatch(/^200 .{10000}/s)
    expect(await bodyAt('/api/v1/documents?status=COMPLETE')).toMatch(/^200 .*石桥镇/s)
  })

  it('reads documents anew that an older parser has read', async () => {
    const reader = new ResultReader(deployed.tables, {
      documents: deployed.outputs.DocumentsTable!,
      indicators: deployed.outputs.IndicatorsTable!,
      formerIndicators: deployed.outputs.FormerIndicatorsTable!,
    })
    const { documentId } = (await parseDocument(FILES['incoming/石桥镇.txt']!)).report
    const { document, indicators } = (await reader.result(documentId))!
    // As an older parser would have left them.
    await deployed.tables.send(
      new PutCommand({ TableName: deployed.outputs.DocumentsTable, Item: { ...document, parserVersion: '1' } }),
    )
    for (const row of indicators)
      await deployed.tables.send(
        new PutCommand({ TableName: deployed.outputs.IndicatorsTable, Item: { ...row, value: row.value + 1 } }),
      )

    const reprocess = async (...words: readonly string[]) =>
      JSON.parse(await deployed.fazhi('reprocess', '--json', ...words))
    const dry = await reprocess('--dry-run')
    expect(dry).toMatchObject({ documents: 1, figures: 1, failed: 0, left: 0 })
    expect(await reprocess()).toEqual(dry)
    const after = (await reader.result(documentId))!
    expect(after.document).toMatchObject({ status: 'COMPLETE', run: 2 })
    expect(after.indicators.map(({ value }) => value)).toEqual(indicators.map(({ value }) => value))
  })

  it('withdraws a document with every version of its file, and refuses its bytes until it is restored', async () => {
    const reason = 'It names private persons.'
    const body = Buffer.from('柳河镇2020年法治政府建设年度报告\n全年受理信访事项731件,调解纠纷729件。\n')
    const menu = FILES['incoming/菜单.txt']!
    const [id, menuId] = [documentIdOf(body), documentIdOf(menu)]
    const key = 'incoming/柳河 镇.txt'
    const objects = new ObjectVersions(deployed.s3, deployed.outputs.BucketName!)
    const documentOf = async (asked: string) =>
      (await deployed.rowsOf('DocumentsTable')).find(({ documentId }) => documentId === asked)
    const isComplete = async () => (await documentOf(id))?.status === 'COMPLETE'
    const isSeenAs = async (name: string) =>
      (await deployed.rowsOf('SightingsTable')).some(({ objectKey }) => objectKey === name)
    const isIntakeEmpty = async () => {
      const { Attributes = {} } = await deployed.sqs.send(
        new GetQueueAttributesCommand({ QueueUrl: deployed.outputs.IntakeQueueUrl!, AttributeNames: ['All'] }),
      )
      return Attributes.ApproximateNumberOfMessages === '0' && Attributes.ApproximateNumberOfMessagesNotVisible === '0'
    }
    const figures = async () => (await deployed.rowsOf('IndicatorsTable')).filter(({ documentId }) => documentId === id)
    const madeOf = async (documentId: string) => [
      ...(await objects.under(`text/${documentId}/`)),
      ...(await objects.under(`quarantine/${documentId}`)),
    ]
    await deployed.put(key, body)
    await deployed.put(key, body)
    await until(async () => (await isComplete()) && (await isIntakeEmpty()))
    // Another document under the same key, which stays. Not before: MiniStack's events name no version, so the newest is read.
    const other = Buffer.from('关于放假的通知。')
    await deployed.put(key, other)
    await until(async () => ENDED.has((await documentOf(documentIdOf(other)))?.status))
    expect(await figures()).toHaveLength(2)
    const [newest, ...older] = await objects.under(key)
    expect(older).toHaveLength(2)
    // A text or copy has several versions if several attempts have written it.
    const [text, copy] = [await madeOf(id), await madeOf(menuId)]
    expect([...text, ...copy].map(({ objectKey }) => objectKey)).toEqual(
      expect.arrayContaining([`text/${id}/1.txt`, `quarantine/${menuId}`]),
    )

    const withdrawn = await deployed.fazhi('delete', id, '--reason', reason)
    expect(withdrawn).toContain(`2 figures, ${text.length + 2} objects in the bucket, 1 names`)
    const refused = await deployed.fazhi('delete', menuId, '--reason', reason)
    expect(refused).toContain(`0 figures, ${copy.length + 1} objects in the bucket, 1 names`)

    expect(await figures()).toEqual([])
    expect([...(await madeOf(id)), ...(await madeOf(menuId)), ...(await objects.under('incoming/菜单.txt'))]).toEqual(
      [],
    )
    expect(await objects.under(key)).toEqual([newest])
    const everyTable = ['Documents', 'Runs', 'Reports', 'Indicators', 'FormerIndicators', 'Sightings']
    const everyRow = await Promise.all(everyTable.map((table) => deployed.rowsOf(`${table}Table`)))
    expect(JSON.stringify(everyRow)).not.toMatch(/731件|729件/)
    const tombstone = { status: 'WITHDRAWN', reason: 'withdrawn', detail: reason }
    expect(JSON.parse(await deployed.fazhi('status', id, '--json'))).toMatchObject({ ...tombstone, sightings: [] })
    expect(await documentOf(menuId)).toMatchObject(tombstone)

    await deployed.put('incoming/again.txt', body)
    await until(async () => (await isSeenAs('incoming/again.txt')) && (await isIntakeEmpty()))
    expect(await isSeenAs('incoming/again.txt')).toBe(true)
    expect(await documentOf(id)).toMatchObject(tombstone)
    expect([...(await figures()), ...(await madeOf(id))]).toEqual([])

    await deployed.fazhi('delete', id, '--restore')
    await deployed.put('incoming/again.txt', body)
    await until(isComplete)
    expect(await documentOf(id)).toMatchObject({ status: 'COMPLETE', indicatorCount: 2 })
    expect((await figures()).map(({ value }) => value)).toEqual([731, 729])
  })

  /** Starts a function and waits for it. Returns its answer and the metrics that it printed. */
  const invoke = async (name: string, event: object) => {
    const asked = { FunctionName: name, Payload: JSON.stringify(event), LogType: 'Tail' } as const
    const { Payload, LogResult = '' } = await deployed.functions.send(new InvokeCommand(asked))
    const lines = Buffer.from(LogResult, 'base64').toString().split('\n')
    return { answer: JSON.parse(Buffer.from(Payload!).toString()), samples: samplesIn(lines) }
  }
  /** What CloudWatch does with the lines of a log that are metrics. */
  const count = async (samples: readonly Sample[]) => {
    for (const { namespace, metric, dimensions, value, at } of samples) {
      const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value: String(Value) }))
      const datum = { MetricName: metric, Dimensions, Value: value, Timestamp: new Date(at) }
      await deployed.cloudwatch.send(new PutMetricDataCommand({ Namespace: namespace, MetricData: [datum] }))
    }
  }
  const ringing = async () => {
    const { MetricAlarms = [] } = await deployed.cloudwatch.send(new DescribeAlarmsCommand({ StateValue: 'ALARM' }))
    return MetricAlarms.filter(
      ({ Namespace, TreatMissingData }) => Namespace === 'Fazhi' && TreatMissingData !== 'breaching',
    )
  }

  it('finds its canary well, and no reader sees it', async () => {
    const { answer, samples } = await invoke(deployed.outputs.CanaryFunction!, {})
    expect(answer).toEqual({ fault: null })
    await count(samples)
    expect(await ringing()).toEqual([])
    const { Items = [] } = await deployed.tables.send(
      new QueryCommand({
        TableName: deployed.outputs.DocumentsTable!,
        IndexName: 'byStatus',
        KeyConditionExpression: '#status = :status',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': 'COMPLETE' },
      }),
    )
    expect(Items.map(({ documentId }) => documentId)).toContain(CANARY_ID)
    expect(await deployed.fazhi('status', '--json')).not.toContain(CANARY_ID)
  })

  it('rings an alarm with what a function prints', async () => {
    const { Functions = [] } = await deployed.functions.send(new ListFunctionsCommand({}))
    const parseReport = Functions.find(({ FunctionName }) => FunctionName?.includes('ParseReport'))!.FunctionName!
    const record = { messageId: 'm', body: 'not even JSON', attributes: { ApproximateReceiveCount: '1' } }
    const { samples } = await invoke(parseReport, { Records: [{ ...record, eventSource: 'aws:sqs' }] })
    expect(samples.map(({ metric }) => metric)).toContain('UnreadableMessages')
    await count(samples)
    await until(async () => (await ringing()).length > 0)
    expect(await ringing()).toMatchObject([
      {
        MetricName: 'UnreadableMessages',
        AlarmDescription: expect.stringMatching(/^\[soon\] .*runbook\.md#unreadable-messages$/),
        AlarmActions: [deployed.outputs.AlarmTopicArn],
      },
    ])
  })

  it('comes back with its bucket and tables, one of them restored, after the stack was deleted', async () => {
    const before = await deployed.rowsOf('DocumentsTable')
    const { DocumentsTable, BucketName } = deployed.outputs
    await cdk(deployed.ministack, { stage: STAGE }, 'destroy', '--force')
    const restored = 'documents-restored'
    await deployed.dynamodb.send(
      new RestoreTableToPointInTimeCommand({
        SourceTableName: DocumentsTable!,
        TargetTableName: restored,
        UseLatestRestorableTime: true,
      }),
    )
    const kept = Object.fromEntries(
      Object.entries(deployed.outputs).filter(([name]) => /Table$|^BucketName$/.test(name)),
    )
    await deployed.redeploy({ ...kept, DocumentsTable: restored, stage: STAGE })
    expect(deployed.outputs).toMatchObject({ ...kept, DocumentsTable: restored })
    expect(await deployed.rowsOf('DocumentsTable')).toEqual(expect.arrayContaining(before))

    // As the runbook has it. What was uploaded before is found by the reconciler.
    await deployed.s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket: BucketName!,
        NotificationConfiguration: { EventBridgeConfiguration: {} },
      }),
    )
    const body = Buffer.from('柳林镇2019年法治政府建设年度报告\n全年调解纠纷31件。\n')
    await deployed.put('incoming/柳林镇.txt', body)
    const statusOf = async () =>
      (await deployed.rowsOf('DocumentsTable')).find(({ documentId }) => documentId === documentIdOf(body))?.status
    await until(async () => (await statusOf()) === 'COMPLETE')
    expect(await statusOf()).toBe('COMPLETE')
    const known = documentIdOf(FILES['incoming/石桥镇.txt']!)
    expect(JSON.parse(await deployed.fazhi('status', known, '--json'))).toMatchObject({
      status: 'COMPLETE',
      year: 2023,
    })
    expect(await invoke(deployed.outputs.CanaryFunction!, {})).toMatchObject({ answer: { fault: null } })
  })
})
