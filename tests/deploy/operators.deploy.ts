import { readFileSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { DescribeContinuousBackupsCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import { InvokeCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import { HeadObjectCommand, PutBucketNotificationConfigurationCommand } from '@aws-sdk/client-s3'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import type { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { program } from '../../infra/cli/program.ts'
import { documentIdOf } from '../../shared/report/document-id.ts'
import { objectCreatedEvent } from '../../shared/store/intake-event.ts'
import { manyPortals } from '../crawl/many-portals.ts'
import { pagesOfDocs } from '../docs/printed-commands.ts'
import { type Deployed, deployToMinistack, until } from './deployed.ts'
import { AWS_CLI, MINISTACK, whyMissing } from './tools.ts'

const ROOT = join(import.meta.dirname, '../..')
/** The commands of the docs name its stack. It has a key of its own; that of `stack.deploy.ts` has none. */
const STAGE = 'prod'
const ENDED = new Set<unknown>(['COMPLETE', 'REJECTED'])

const SAMPLES = 11
const PORTALS = 3000
const TOWN = '8ce2fb03454b13a3bb303b68101554a3'
const REFUSED = documentIdOf(readFileSync(join(ROOT, 'samples/reports/openness-2023.txt')))

/** Each command that names a deployment, with what it prints of the samples. */
const PRINTS: Readonly<Record<string, readonly [words: readonly string[], printed: RegExp]>> = {
  upload: [['samples/reports/town-2023.txt'], new RegExp(TOWN)],
  status: [[TOWN], /COMPLETE/],
  observations: [['--code', 'litigation.new', '--year', '2023'], /抚州市人民政府/],
  series: [['抚州市', '--code', 'enforcement.penalties', '--from', '2022', '--to', '2023'], /38652/],
  indicators: [['--code', 'litigation.new', '--year', '2023'], /1382件/],
  feed: [[], /<feed /],
  correct: [[TOWN], /^no\. /],
  export: [['--table', 'catalogue', '--format', 'csv', '--out'], /catalogue/],
  doctor: [[], /^Nothing is wrong\.$/m],
  redrive: [['--dry-run'], /^intake +0/m],
  'quarantine list': [[], /not_a_report/],
  'quarantine release': [[REFUSED], /is read once more\./],
  reprocess: [['--dry-run'], /^documents/],
  migrate: [['--dry-run'], /^0 documents would be moved\.$/m],
  delete: [[TOWN, '--reason', 'None.', '--dry-run'], /86 figures/],
  coverage: [[], /^of +state/],
  'portals deploy': [[], /^Deployed: 3000 new, 0 changed/],
  'portals list': [[], /^p0 +第0号门户网站 +rate\(1 day\) +paused/m],
}

/** It serves until it is stopped: `stack.deploy.ts` looks at it. */
const SERVES = 'page'

const missing = whyMissing(MINISTACK, AWS_CLI)
if (missing) console.warn(`test:deploy skipped: ${missing}`)

/** Commands with the option `--stack`, each with the words that name it. */
function namesOf(command: Command, before = ''): string[] {
  return command.commands.flatMap((child) => {
    const name = `${before}${child.name()}`
    const isForStacks = child.options.some(({ long }) => long === '--stack')
    return [...(isForStacks ? [name] : []), ...namesOf(child, `${name} `)]
  })
}

describe.skipIf(missing)('who works with a deployed stack', () => {
  let deployed: Deployed
  let folder: string

  const scriptsOf = (path: string) => pagesOfDocs().find((page) => page.path === path)!.scripts
  const statusOf = async (id: string) =>
    (await deployed.rowsOf('DocumentsTable')).find(({ documentId }) => documentId === id)?.status

  /** A file of three thousand portals. */
  const portalsFile = async (isPaused: (n: number) => boolean) => {
    const file = join(folder, 'portals.json')
    await writeFile(
      file,
      manyPortals(PORTALS, (n) => ({ paused: isPaused(n) })),
    )
    return file
  }

  beforeAll(async () => {
    deployed = await deployToMinistack({ stage: STAGE, encryption: 'kms' })
    folder = await mkdtemp(join(deployed.ministack.folder, 'reader-'))
    await deployed.fazhi('upload', 'samples/reports')
    const ended = async () => (await deployed.rowsOf('DocumentsTable')).filter(({ status }) => ENDED.has(status))
    await until(async () => (await ended()).length === SAMPLES)
    expect(await ended()).toHaveLength(SAMPLES)
  })
  afterAll(() => deployed?.stop())

  it('gets from it what the README prints of the samples', async () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
    const printed = [
      ...readme.matchAll(/^\$ npx fazhi (?<words>(?:observations|series) .+)\n(?<table>(?:.+\n)+?)(?=\n|```)/gm),
    ]
    expect(printed).toHaveLength(2)
    for (const { groups } of printed) expect(await deployed.fazhi(...groups!.words!.split(' '))).toBe(groups!.table)
  })

  it('reads its tables with the AWS command line, as docs/tables.md prints it', async () => {
    const lines = (await deployed.shell(scriptsOf('docs/tables.md').join('\n'))).trimEnd().split('\n')
    expect(lines.at(-1)).toBe(`${REFUSED}\tnot_a_report`)
    expect(lines.filter((line) => line.includes('"runOrdinal"')).length).toBeGreaterThan(119)
  })

  it('asks its API at its own address, signed as docs/api.md prints it, and else hears only whether it answers', async () => {
    const ofAws = scriptsOf('docs/api.md').find((script) => script.includes('--aws-sigv4'))!
    expect(JSON.parse(await deployed.shell(ofAws)).items.length).toBeGreaterThan(50)
    const { hostname, port } = new URL(deployed.outputs.ApiEndpoint!)
    const status = (path: string) =>
      new Promise((resolve, reject) => {
        // Not every machine knows names that end in `.localhost`.
        const options = { host: '127.0.0.1', port, path, headers: { host: hostname } }
        request(options, ({ statusCode }) => resolve(statusCode))
          .once('error', reject)
          .end()
      })
    expect([await status('/api/v1/health'), await status('/api/v1/catalogue')]).toEqual([200, 403])
  })

  it('restores a table, turns the events on and tries the pipeline, as the runbook prints it', async () => {
    const scripts = scriptsOf('docs/runbook.md').filter((script) => !script.includes('npx '))
    expect(await deployed.shell(scripts.join('\n'))).toMatch(/\{"fault": ?null\}/)
    const TableName = `${deployed.outputs.DocumentsTable}-restored`
    const { Table } = await deployed.dynamodb.send(new DescribeTableCommand({ TableName }))
    expect(Table).toMatchObject({ TableStatus: 'ACTIVE', DeletionProtectionEnabled: true })
    const backups = await deployed.dynamodb.send(new DescribeContinuousBackupsCommand({ TableName }))
    expect(backups.ContinuousBackupsDescription?.PointInTimeRecoveryDescription).toMatchObject({
      PointInTimeRecoveryStatus: 'ENABLED',
    })
  })

  it('has every command of fazhi that names a stack', () => {
    expect(namesOf(program).toSorted()).toEqual([...Object.keys(PRINTS), SERVES].toSorted())
  })

  it.each(Object.entries(PRINTS))('uses it: %s', async (name, [words, printed]) => {
    const paths: Readonly<Record<string, () => Promise<string>>> = {
      export: () => mkdtemp(join(folder, 'export-')),
      'portals deploy': () => portalsFile(() => true),
    }
    const path = await paths[name]?.()
    const printing = deployed.fazhi(...name.split(' '), ...words, ...(path === undefined ? [] : [path]))
    expect(await printing).toMatch(printed)
  })

  it('finds a file refused again that was read once more, with its copy', async () => {
    const Key = `quarantine/${REFUSED}`
    const isThere = () =>
      deployed.s3.send(new HeadObjectCommand({ Bucket: deployed.outputs.BucketName!, Key })).then(
        () => true,
        () => false,
      )
    await until(async () => (await statusOf(REFUSED)) === 'REJECTED' && (await isThere()))
    expect([await statusOf(REFUSED), await isThere()]).toEqual(['REJECTED', true])
  })

  it('goes from faults to health by the commands that doctor prints', async () => {
    const Bucket = deployed.outputs.BucketName!
    const text = (town: string) =>
      Buffer.from(`${town}2021年法治政府建设年度报告\n全年调解纠纷75件,办理法律援助案件8件。\n`)
    const [lost, next] = [text('白塔镇'), text('柳林镇')]
    await deployed.s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration: {} }))
    const objectKey = 'incoming/白塔镇.txt'
    const { ETag = '', VersionId = null } = await deployed.put(objectKey, lost)
    const object = { objectKey, versionId: VersionId, etag: ETag.replaceAll('"', ''), size: lost.length }
    const event = objectCreatedEvent(Bucket, { ...object, at: new Date().toISOString() })
    const QueueUrl = deployed.outputs.IntakeDeadLetterUrl!
    await deployed.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(event) }))

    const doctor = async () => {
      const printed = await deployed.fazhi('doctor', '--json').catch(({ stdout }) => stdout as string)
      return printed
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line))
    }
    const findings = await doctor()
    expect(findings).toMatchObject([
      { state: 'wrong', problem: 'dead letters', where: 'intake', amount: '1' },
      { state: 'wrong', problem: 'bucket sends no events', where: Bucket },
    ])
    expect(await statusOf(documentIdOf(lost))).toBeUndefined()
    for (const { action } of findings) await deployed.shell(action, ROOT)
    await deployed.put('incoming/柳林镇.txt', next)

    const ids = [lost, next].map((body) => documentIdOf(body))
    const statuses = () => Promise.all(ids.map(statusOf))
    await until(async () => (await statuses()).every((status) => status === 'COMPLETE'))
    expect(await statuses()).toEqual(['COMPLETE', 'COMPLETE'])
    expect(await doctor()).toEqual([])
  })

  it('has the portals of a file of thousands walked, by its schedule or a run of what that starts', async () => {
    const active = [7, 2999]
    const file = await portalsFile((n) => !active.includes(n))
    expect(await deployed.fazhi('portals', 'deploy', file)).toMatch(/^Deployed: 0 new, 2 changed, 2998 as before/)
    const { Functions = [] } = await deployed.functions.send(new ListFunctionsCommand({}))
    const { FunctionName } = Functions.find((one) => one.FunctionName?.includes('DispatchWalks'))!
    const { Payload } = await deployed.functions.send(new InvokeCommand({ FunctionName, Payload: '{}' }))
    expect(JSON.parse(Buffer.from(Payload!).toString())).toMatchObject({ portals: 2 })
    const walked = async () =>
      (await deployed.rowsOf('CoverageTable')).flatMap(({ kind, portalId }) => (kind === 'walk' ? [portalId] : []))
    await until(async () => (await walked()).length === active.length)
    // Their hosts do not exist, which the ledger then says of their lists.
    expect((await walked()).toSorted()).toEqual(['p2999', 'p7'])
    expect(await deployed.fazhi('coverage', '--portal', 'p7')).toContain('unreachable')
  })
})
