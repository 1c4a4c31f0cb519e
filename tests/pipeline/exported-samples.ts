import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll } from 'vitest'
import { listFiles } from '../../infra/cli/files.ts'
import { serveApi } from '../../infra/cli/serve-api.ts'
import { uploadFiles } from '../../infra/cli/upload.ts'
import { REGION } from '../../infra/local/template.ts'
import { Fazhi, type SeriesPoint } from '../../shared/client/index.ts'
import { inParallel } from '../../shared/store/in-parallel.ts'
import { startPipeline } from './running-pipeline.ts'

const ROOT = join(import.meta.dirname, '../..')
const FAZHI = join(ROOT, 'infra/cli/fazhi.cjs')
const run = promisify(execFile)

export const YEARS = { from: 2021, to: 2023 }
const TABLES = ['indicators', 'observations', 'documents']

/** The samples on an engine until the tests of a file end, exported as the command line does, and whatever else answers readers. */
export async function exportSamples() {
  const folder = await mkdtemp(join(tmpdir(), 'fazhi-exports-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const { engine, deployment, settle } = await startPipeline({}, (stop) => afterAll(stop))
  await uploadFiles(await listFiles([join(ROOT, 'samples/reports')]), deployment)
  await settle()
  const { endpoint, resources } = engine
  await mkdir(join(folder, '.data'))
  await writeFile(
    join(folder, '.data/engine.json'),
    JSON.stringify({ pid: process.pid, endpoint, outputs: resources.outputs }),
  )
  const cli = async (...args: string[]) =>
    (await run(process.execPath, [FAZHI, ...args], { cwd: folder, maxBuffer: 1e8 })).stdout
  await cli('export', '--table', ...TABLES, '--format', 'parquet', '--out', 'data')
  await cli('export', '--table', ...TABLES, '--format', 'csv', '--out', 'csv')
  const fazhi = Fazhi.overTables({
    outputs: resources.outputs,
    endpoint,
    region: REGION,
    credentials: { accessKeyId: 'reader', secretAccessKey: 'local' },
  })
  const { api } = serveApi(engine, join(folder, 'logs'))
  return { folder, engine, cli, fazhi, api, observed: await observationsOf(fazhi) }
}

/** The codes that the questions of docs/analysis.md name or that their answers are of: each takes some requests a year. */
const CODES = [
  'reconsideration.corrected',
  'reconsideration.concluded',
  'litigation.head_appearance_rate',
  'litigation.head_appearances',
  'enforcement.penalties',
  'enforcement.not_punished',
  'mediation.accepted',
  'mediation.succeeded',
  'rules.issued',
  'publicity.events',
  'market.certificates',
]

/** What the client answers for those codes. */
async function observationsOf(fazhi: Fazhi): Promise<SeriesPoint[]> {
  const observed: SeriesPoint[] = []
  await inParallel(4, CODES, async (code) => {
    for await (const one of fazhi.observations({ code, ...YEARS })) observed.push(one)
  })
  return observed
}
