import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableClientOver } from '../../shared/aws/clients.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { ResultReader } from '../../shared/store/result-reader.ts'
import { installMinistack, type Ministack, startMinistack } from './ministack.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')
const STAGE = 'deploytest'
const WAIT_SECONDS = 90
const CREDENTIALS = { accessKeyId: 'fazhi', secretAccessKey: 'fazhi' }
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

const missing = await installMinistack()
if (missing) console.warn(`test:deploy skipped: ${missing}`)

describe.skipIf(missing)('the stack, deployed', () => {
  let ministack: Ministack
  let outputs: Record<string, string>

  const cdk = (...words: readonly string[]) =>
    run('cdk', [...words, '--context', `stage=${STAGE}`], { cwd: ROOT, env: ministack.environment, maxBuffer: 2 ** 26 })

  beforeAll(async () => {
    ministack = await startMinistack()
    const { folder } = ministack
    await cdk('bootstrap', 'aws://000000000000/us-east-1', '--output', join(folder, 'bootstrap'))
    const outputsFile = join(folder, 'outputs.json')
    const quietly = ['--require-approval', 'never', '--output', join(folder, 'cdk.out')]
    await cdk('deploy', ...quietly, '--outputs-file', outputsFile)
    outputs = JSON.parse(await readFile(outputsFile, 'utf8'))[`Fazhi-${STAGE}`]
  })
  afterAll(() => ministack?.stop())

  it('brings uploaded reports to COMPLETE with their rows, and refuses other documents', async () => {
    const client = { endpoint: ministack.endpoint, region: 'us-east-1', credentials: CREDENTIALS }
    const s3 = new S3Client({ ...client, forcePathStyle: true })
    const tables = tableClientOver(new DynamoDBClient(client))
    const rowsOf = async (table: string) => {
      const rows: Record<string, unknown>[] = []
      for await (const { Items = [] } of paginateScan({ client: tables }, { TableName: outputs[table]! }))
        rows.push(...Items)
      return rows
    }

    for (const [Key, Body] of Object.entries(FILES))
      await s3.send(new PutObjectCommand({ Bucket: outputs.BucketName!, Key, Body }))
    const ended = async () => (await rowsOf('DocumentsTable')).filter(({ status }) => ENDED.has(status))
    for (let second = 0; second < WAIT_SECONDS && (await ended()).length < Object.keys(FILES).length; second += 1)
      await setTimeout(1000)

    const documents = await ended()
    const indicators = await rowsOf('IndicatorsTable')
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
    expect((await rowsOf('SightingsTable')).map(({ objectKey }) => objectKey).sort()).toEqual(Object.keys(FILES).sort())
  })

  it('is found by the command line by its outputs', async () => {
    const text = '白塔镇2021年法治政府建设年度报告\n全年调解纠纷75件,办理法律援助案件8件。\n'
    const file = join(ministack.folder, '白塔 镇.txt')
    await writeFile(file, text)
    const fazhi = async (...words: readonly string[]) => {
      const { stdout } = await run('npx', ['fazhi', ...words, '--stack', `Fazhi-${STAGE}`], {
        cwd: ROOT,
        env: ministack.environment,
      })
      return stdout
    }
    const { report, indicators } = await parseDocument(Buffer.from(text))

    expect(await fazhi('upload', file)).toContain(report.documentId)
    const statusOf = async () =>
      JSON.parse((await fazhi('status', '--json')).split('\n').find((line) => line.includes(report.documentId)) ?? '{}')
    for (let second = 0; second < WAIT_SECONDS && !ENDED.has((await statusOf()).status); second += 1)
      await setTimeout(1000)
    expect(JSON.parse(await fazhi('status', report.documentId, '--json'))).toMatchObject({
      status: 'COMPLETE',
      year: 2021,
    })
    const rows = (await fazhi('indicators', report.documentId, '--json'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows).toEqual(indicators.map((indicator) => expect.objectContaining(indicator)))
  })

  it('reads documents anew that an older parser has read', async () => {
    const client = { endpoint: ministack.endpoint, region: 'us-east-1', credentials: CREDENTIALS }
    const tables = tableClientOver(new DynamoDBClient(client))
    const reader = new ResultReader(tables, {
      documents: outputs.DocumentsTable!,
      indicators: outputs.IndicatorsTable!,
      formerIndicators: outputs.FormerIndicatorsTable!,
    })
    const { documentId } = (await parseDocument(FILES['incoming/石桥镇.txt']!)).report
    const { document, indicators } = (await reader.result(documentId))!
    // As an older parser would have left them.
    await tables.send(new PutCommand({ TableName: outputs.DocumentsTable, Item: { ...document, parserVersion: '1' } }))
    for (const row of indicators)
      await tables.send(new PutCommand({ TableName: outputs.IndicatorsTable, Item: { ...row, value: row.value + 1 } }))

    const reprocess = async (...words: readonly string[]) => {
      const command = ['fazhi', 'reprocess', '--json', '--stack', `Fazhi-${STAGE}`, ...words]
      const { stdout } = await run('npx', command, { cwd: ROOT, env: ministack.environment })
      return JSON.parse(stdout)
    }
    const dry = await reprocess('--dry-run')
    expect(dry).toMatchObject({ documents: 1, figures: 1, failed: 0, left: 0 })
    expect(await reprocess()).toEqual(dry)
    const after = (await reader.result(documentId))!
    expect(after.document).toMatchObject({ status: 'COMPLETE', run: 2 })
    expect(after.indicators.map(({ value }) => value)).toEqual(indicators.map(({ value }) => value))
  })
})
