import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fazhi } from '../cli/run-fazhi.ts'
import { killAgain, SEEDS } from './kill-again.ts'

/**
 * Kills `fazhi crawl --data` by SIGKILL at random moments, starts it again, and compares its ledger with that of a crawl that nobody
 * disturbed.
 */
const ANSWER_MS = 50
/** Counties of Guangzhou: their years are judged. */
const REGIONS = ['440103', '440104', '440105', '440106', '440114']
/** When something was seen. A page that was visited twice is `unchanged`, as on any later walk. */
const TIMES = new Set(['searchedAt', 'changedAt', 'startedAt', 'wholeAt'])

const { values } = parseArgs({ options: SEEDS })

const folder = mkdtempSync(join(tmpdir(), 'fazhi-killed-'))
const sites = fork(join(import.meta.dirname, '../bench/portal-sites.ts'), [
  String(REGIONS.length),
  String(ANSWER_MS),
  String(ANSWER_MS),
])
try {
  const [ports] = (await once(sites, 'message')) as [number[]]
  const portals = REGIONS.map((regionCode, n) => ({
    id: `p${n}`,
    name: `甲${n}县`,
    regionCode,
    fromYear: 2019,
    hosts: [`127.0.0.1:${ports[n]}`],
    delaySeconds: 0.5,
    lists: [{ url: `http://127.0.0.1:${ports[n]}/fzzf/` }],
  }))
  writeFileSync(join(folder, 'portals.json'), JSON.stringify({ contact: 'https://crawler.example/', portals }))
  await killAgain<string[]>(values, {
    folder,
    command: (data) => ['crawl', '--portals', 'portals.json', '--allow-loopback', '--data', data],
    read: ledgerOf,
    describe: (rows) => `${rows.length} rows, ${statesOf(rows)}`,
    differences: (calm, rows) => [
      ...calm.filter((row) => !rows.includes(row)).map((row) => `lacks ${row}`),
      ...rows.filter((row) => !calm.includes(row)).map((row) => `has ${row}`),
      ...(rows.length === calm.length ? [] : [`${rows.length} rows, not ${calm.length}`]),
    ],
  })
  sites.send('seen')
  const [seen] = (await once(sites, 'message')) as [{ requests: number; shortestPause: number }[]]
  const shortest = Math.min(...seen.map(({ shortestPause }) => shortestPause))
  console.log(`shortest pause between two requests to a host: ${shortest} ms`)
} finally {
  sites.kill()
  rmSync(folder, { recursive: true })
}

/** The ledger without its times, each row a text. */
async function ledgerOf(data: string): Promise<string[]> {
  const { code, stdout, stderr } = await fazhi(folder, 'coverage', '--json', '--data', data)
  if (code !== 0) throw new Error(`fazhi coverage ended with exit code ${code}:\n${stderr}`)
  const lines = stdout.split('\n').filter((line) => line !== '')
  return lines
    .map((line) => JSON.stringify(JSON.parse(line, (name, value) => (TIMES.has(name) ? undefined : stateOf(value)))))
    .sort()
}

function stateOf(value: unknown): unknown {
  return value === 'unchanged' ? 'found' : value
}

function statesOf(rows: readonly string[]): string {
  const states = Map.groupBy(rows, (row) => JSON.parse(row).state ?? 'walk')
  return [...states].map(([state, { length }]) => `${length} ${state}`).join(', ')
}
