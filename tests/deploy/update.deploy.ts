import { DescribeTableCommand, type GlobalSecondaryIndexDescription } from '@aws-sdk/client-dynamodb'
import { PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentIdOf } from '../../shared/report/document-id.ts'
import { pagesOfDocs } from '../docs/printed-commands.ts'
import { RELEASED, STEPS } from '../infra/released/version-0.1.ts'
import { templateFor } from '../infra/synth.ts'
import { formerData } from '../local/version-0.1/former-data.ts'
import { formerLedger, publisherRowOf } from '../store/ledger-records.ts'
import { type Deployed, deployToMinistack, until } from './deployed.ts'
import { changeResources } from './stack-templates.ts'
import { AWS_CLI, MINISTACK, whyMissing } from './tools.ts'

/** The commands of the runbook name its stack. */
const STAGE = 'prod'

type Row = Readonly<Record<string, unknown>>
/** Rows by the names of their tables. */
type Stored = readonly (readonly [table: string, rows: readonly Row[]])[]
type FormerData = Awaited<ReturnType<typeof formerData>>

const missing = whyMissing(MINISTACK, AWS_CLI)
if (missing) console.warn(`test:deploy skipped: ${missing}`)

const { scripts } = pagesOfDocs().find(({ path }) => path === 'docs/runbook.md')!
/** Waits between deployments, as the runbook has it. */
const INDEXES_MADE = [...scripts.filter((script) => /^\w+\(\) \{/.test(script)), 'indexes_made'].join('\n')

const byName = (indexes: readonly Pick<GlobalSecondaryIndexDescription, 'IndexName' | 'Projection'>[] = []) =>
  Object.fromEntries(indexes.map(({ IndexName, Projection }) => [IndexName, Projection]))
const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort()

describe.skipIf(missing)('a deployed stack of version 0.1', () => {
  let deployed: Deployed
  let data: FormerData
  beforeAll(async () => {
    deployed = await deployToMinistack({ stage: STAGE }, RELEASED)
  })
  afterAll(() => deployed?.stop())

  const linesOf = async (...words: readonly string[]): Promise<Row[]> =>
    (await deployed.fazhi(...words, '--json'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))

  /** Whether tables have the rows that they had, and the indexes that a deployment gives them. */
  const check = async (stored: Stored, context: Readonly<Record<string, string>>) => {
    const definitions = templateFor(STAGE, context).ofType('AWS::DynamoDB::Table')
    for (const [TableName, rows] of stored) {
      const found: Row[] = []
      for await (const { Items = [] } of paginateScan({ client: deployed.tables }, { TableName })) found.push(...Items)
      expect([TableName, context, sorted(found)]).toEqual([TableName, context, sorted(rows)])
      const { Table } = await deployed.dynamodb.send(new DescribeTableCommand({ TableName }))
      const [, wanted] = definitions.find(([id]) => TableName.includes(id))!
      expect(byName(Table!.GlobalSecondaryIndexes)).toEqual(byName(wanted.Properties.GlobalSecondaryIndexes))
    }
  }

  // After the first deployment only indexes change (`tests/infra/updates.test.ts`), so the others need no synthesis.
  it('keeps everything in its tables and its bucket in each deployment of the runbook', async () => {
    data = await formerData()
    const { DocumentsTable, IndicatorsTable, SightingsTable, CoverageTable, BucketName } = deployed.outputs
    const stored: Stored = [
      [DocumentsTable!, data.documents],
      [IndicatorsTable!, data.figures],
      [SightingsTable!, data.sightings],
      [CoverageTable!, formerLedger()],
    ]
    for (const [TableName, rows] of stored)
      for (const Item of rows) await deployed.tables.send(new PutCommand({ TableName, Item }))
    for (const { key, body } of data.objects) await deployed.put(key, body)

    const kept = { DocumentsTable, SightingsTable, CoverageTable, BucketName, FormerIndicatorsTable: IndicatorsTable }
    const [first, ...others] = STEPS
    await deployed.redeploy({ stage: STAGE, indexStep: first! })
    await deployed.shell(INDEXES_MADE)
    await check(stored, { indexStep: first! })
    expect(deployed.outputs).toMatchObject(kept)
    for (const context of [...others.map((indexStep) => ({ indexStep })), {}]) {
      const definitions = templateFor(STAGE, context).ofType('AWS::DynamoDB::Table')
      await changeResources(deployed, Object.fromEntries(definitions))
      await check(stored, context)
    }
    await deployed.shell(INDEXES_MADE)
  })

  it('has all its schedules in the group that is watched', async () => {
    const listed = 'aws scheduler list-schedules --query "Schedules[].[GroupName, Name]" --output text'
    const schedules = (await deployed.shell(listed)).trimEnd().split('\n')
    expect(schedules.length).toBeGreaterThan(1)
    expect(schedules.filter((line) => !line.startsWith(`${deployed.stack}-Schedules`))).toEqual([])
  })

  it('shows every document and figure of before once, after fazhi migrate', async () => {
    const { documents, figures } = data
    expect(await deployed.fazhi('migrate')).toBe(`${documents.length} documents moved.\n`)
    expect(await deployed.fazhi('migrate')).toBe('0 documents moved.\n')
    expect(await deployed.rowsOf('FormerIndicatorsTable')).toEqual([])

    const isUnderWay = ({ status }: Row) => status === 'RECEIVED' || status === 'PARSED'
    await until(async () => !(await deployed.rowsOf('DocumentsTable')).some(isUnderWay))
    const shown = await linesOf('status')
    expect(shown.filter(isUnderWay)).toEqual([])
    const idsOf = (rows: readonly Row[]) => rows.map(({ documentId }) => documentId).sort()
    expect(idsOf(shown)).toEqual(idsOf(documents))

    for (const { documentId, run } of documents.filter(({ status }) => status === 'COMPLETE')) {
      const essence = (rows: readonly Row[]) =>
        rows
          .filter((row) => row.run === run)
          .sort((a, b) => Number(a.ordinal) - Number(b.ordinal))
          .map(({ ordinal, raw, value, unit, code }) => ({ ordinal, raw, value, unit, code }))
      const before = essence(figures.filter((row) => row.documentId === documentId))
      expect(essence(await linesOf('indicators', String(documentId)))).toEqual(before)
    }
  })

  it('compares its figures, and shows its ledger', async () => {
    const { documentId, code, year } = data.figures.find((row) => row.code != null && row.year === 2023)!
    const compared = await linesOf('indicators', '--code', String(code), '--year', String(year))
    expect(compared.filter((row) => row.documentId === documentId)).toHaveLength(1)
    const { publisherId, state } = publisherRowOf()
    expect(await linesOf('coverage')).toContainEqual(expect.objectContaining({ publisherId, state }))
    expect((await linesOf('coverage', '--portal', 'test')).map(({ kind }) => kind)).toContain('page')
  })

  it('processes a new upload', async () => {
    const body = Buffer.from('柳河镇2022年法治政府建设年度报告\n全年调解纠纷75件。\n')
    await deployed.put('incoming/柳河镇.txt', body)
    const document = async () =>
      (await deployed.rowsOf('DocumentsTable')).find((row) => row.documentId === documentIdOf(body))
    await until(async () => (await document())?.status === 'COMPLETE')
    expect(await document()).toMatchObject({ status: 'COMPLETE', indicatorCount: 1, year: 2022 })
  })
})
