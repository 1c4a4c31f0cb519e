import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { serveApi } from '../../infra/cli/serve-api.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { townReport } from '../pipeline/reports.ts'
import { startPipeline } from '../pipeline/running-pipeline.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const ROOT = join(import.meta.dirname, '../..')
const run = promisify(execFile)

/** Three years of a city, a corrected report, and a document that is no report. */
const SAMPLES = [
  'city-2021.txt',
  'city-2022.txt',
  'city-2023.txt',
  'county-2022.html',
  'county-2022-corrected.html',
  'openness-2023.txt',
]

/**
 * What a reader writes, over the tables and over the API. Prints how many answers are the same, one observation, its sentence, and what
 * an unknown code is answered with.
 */
const PROGRAM = `
import { deepStrictEqual } from 'node:assert'
import { Fazhi } from 'fazhi'
const [endpoint, outputs, api] = process.argv.slice(2)
const overTables = Fazhi.overTables({
  outputs: JSON.parse(outputs), endpoint, region: 'us-east-1', credentials: { accessKeyId: 'reader', secretAccessKey: 'local' },
})
const fazhi = new Fazhi({ api })
const all = async (items) => { const list = []; for await (const one of items) list.push(one); return list }
const answersOf = async (fazhi) => {
  const years = { from: 2021, to: 2023 }
  const documents = [
    ...(await all(fazhi.documents({ year: 2022 }))),
    ...(await all(fazhi.documents({ region: '抚州市' }))),
    ...(await all(fazhi.documents({ status: 'REJECTED' }))),
  ]
  const codes = ['reconsideration.accepted', 'litigation.new', 'mediation.accepted']
  const each = []
  for (const code of codes)
    each.push(
      await all(fazhi.observations({ code, ...years })),
      await all(fazhi.observations({ code, year: 2022, publishers: ['抚州市', '霍山县'] })),
      await all(fazhi.figures({ code, year: 2022, current: false })),
      await fazhi.series('抚州市', { code, ...years }),
    )
  for (const { documentId } of documents)
    each.push(await fazhi.document(documentId), await fazhi.figuresOf(documentId), await fazhi.audit(documentId), await fazhi.text(documentId))
  const nothing = await fazhi.document('0'.repeat(32))
  return [documents, ...each, nothing, await fazhi.publisher('抚州市'), await all(fazhi.coverage({ year: 2022 })), [...(await fazhi.codeCounts())]]
}
const answers = []
for (const client of [overTables, fazhi]) answers.push(JSON.parse(JSON.stringify(await answersOf(client))))
deepStrictEqual(answers[1], answers[0])
console.log(JSON.stringify({ same: answers[0].length, documents: answers[0][0].length }))
for await (const { publisherId, status, value, flags, candidates } of fazhi.observations({ code: 'mediation.accepted', year: 2023, publishers: ['issuer:青石镇人民政府'] }))
  console.log(JSON.stringify({ publisherId, status, value, flags, sentence: await fazhi.sentence(candidates[0]) }))
const unknown = () => fazhi.observations({ code: 'mediation.acepted', year: 2023 })
try { unknown() } catch (error) { console.log(JSON.stringify([error.name, error.nearest[0]])) }
`

const TYPES = `
import { Fazhi, type Observation, type ObservationStatus } from 'fazhi'
export async function first(fazhi: Fazhi): Promise<number | null> {
  for await (const observation of fazhi.observations({ code: 'litigation.new', year: 2023 })) {
    const { value, status }: Pick<Observation, 'value' | 'status'> = observation
    const known: ObservationStatus = status
    return known === 'single' ? value : null
  }
  // @ts-expect-error a year or two are needed
  fazhi.observations({ code: 'litigation.new' })
  return null
}
`

/** A Node of the oldest version that the client runs on, if the machine has one. */
async function oldestNode(): Promise<string | null> {
  const found = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'))
  for (const node of found.filter((file) => existsSync(file))) {
    const { stdout } = await run(node, ['--version'])
    if (stdout.startsWith('v20.')) return node
  }
  return null
}

const node20 = await oldestNode()
if (node20 === null) console.warn('pack.test.ts: Node 20 is skipped, because no `node` on PATH is of that version.')

/** An empty folder with the packed client in it, and the programs above. */
async function installedClient(): Promise<string> {
  await run(process.execPath, [join(ROOT, 'shared/client/build.ts')], { cwd: ROOT })
  const folder = await temporaryFolder({
    'package.json': '{"type":"module"}',
    'program.js': PROGRAM,
    'types.ts': TYPES,
  })
  const { stdout } = await run('npm', ['pack', join(ROOT, 'dist/client'), '--pack-destination', folder, '--silent'])
  const installed = join(folder, 'node_modules/fazhi')
  await mkdir(installed, { recursive: true })
  await run('tar', ['-xzf', join(folder, stdout.trim()), '-C', installed, '--strip-components=1'])
  // What npm would install with it; the test needs no registry.
  for (const name of ['@aws-sdk', '@smithy', '@aws', '@types', 'valibot'])
    await symlink(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name))
  return folder
}

describe('the packed client', () => {
  it('reads a running engine, on Node 20 as on 24, and has types that say what is asked and answered', async () => {
    const folder = await installedClient()
    const pipeline = await startPipeline()
    const [first, second] = [townReport({ cases: 12 }), `${townReport({ cases: 12 })}\n`]
    const samples = SAMPLES.map((name) => [name, readFileSync(join(ROOT, 'samples/reports', name))])
    await pipeline.drop({ 'a.txt': first, 'b.txt': second, ...Object.fromEntries(samples) })
    const { api } = serveApi(pipeline.engine, await temporaryFolder())
    const { publisherId } = (await parseDocument(new TextEncoder().encode(first))).report
    const { endpoint, resources } = pipeline.engine
    for (const node of [process.execPath, ...(node20 === null ? [] : [node20])]) {
      const args = [join(folder, 'program.js'), endpoint, JSON.stringify(resources.outputs), api]
      const { stdout } = await run(node, args, { cwd: folder })
      const [answered, ...lines] = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(answered).toEqual({ same: 45, documents: 7 })
      expect(lines).toEqual([
        {
          publisherId,
          status: 'single',
          value: 12,
          flags: ['region_unknown'],
          sentence: '全年受理人民调解案件12件,调解成功11件。',
        },
        ['UnknownCodeError', 'mediation.accepted'],
      ])
    }

    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', 'node']
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    await expect(run(process.execPath, [tsc, ...options, 'types.ts'], { cwd: folder })).resolves.toBeDefined()
  })
})
