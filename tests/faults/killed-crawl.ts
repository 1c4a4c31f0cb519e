import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { FAZHI, fazhi } from '../cli/run-fazhi.ts'
import { Chance } from './chance.ts'

/**
 * Kills `fazhi crawl --data` by SIGKILL at random moments, starts it again, and compares its ledger with that of a crawl that nobody
 * disturbed.
 */
const KILLS = 10
/** A start lives at most as long as this part of an undisturbed crawl: so the kills fall on all that is done. */
const LONGEST_LIFE = 1 / 4
const SHOWN_DIFFERENCES = 5
const ANSWER_MS = 50
/** Counties of Guangzhou: their years are judged. */
const REGIONS = ['440103', '440104', '440105', '440106', '440114']
/** When something was seen. A page that was visited twice is `unchanged`, as on any later walk. */
const TIMES = new Set(['searchedAt', 'changedAt', 'startedAt', 'wholeAt'])

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '1' }, first: { type: 'string', default: '1' } },
})
const [seeds, first] = [values.seeds, values.first].map(Number)

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
  const startedAt = performance.now()
  await toTheEnd('calm')
  const calmMs = Math.round(performance.now() - startedAt)
  const calm = await ledgerOf('calm')
  console.log(`undisturbed: ${calm.length} rows, ${statesOf(calm)}, ${seconds(calmMs)}`)

  for (let seed = first!; seed < first! + seeds!; seed += 1) {
    const chance = new Chance(seed)
    const moments = Array.from({ length: KILLS }, () => chance.below(Math.round(calmMs * LONGEST_LIFE)))
    const data = `seed-${seed}`
    for (const moment of moments) await killedAfter(moment, data)
    await toTheEnd(data)
    const rows = await ledgerOf(data)
    const different = [
      ...calm.filter((row) => !rows.includes(row)).map((row) => `lacks ${row}`),
      ...rows.filter((row) => !calm.includes(row)).map((row) => `has ${row}`),
    ]
    const what = different.length === 0 && rows.length === calm.length ? 'same ledger' : 'DIFFERENT'
    console.log(`seed ${seed}: ${what}, killed after ${moments.map(seconds).join(', ')}`)
    for (const line of different.slice(0, SHOWN_DIFFERENCES)) console.log(`  ${line}`)
    if (what === 'DIFFERENT') process.exitCode = 1
    rmSync(join(folder, data), { recursive: true })
  }
  sites.send('seen')
  const [seen] = (await once(sites, 'message')) as [{ requests: number; shortestPause: number }[]]
  const shortest = Math.min(...seen.map(({ shortestPause }) => shortestPause))
  console.log(`shortest pause between two requests to a host: ${shortest} ms`)
} finally {
  sites.kill()
  rmSync(folder, { recursive: true })
}

async function toTheEnd(data: string): Promise<void> {
  const { code, stderr } = await fazhi(folder, ...crawl(data), '--once')
  if (code !== 0) throw new Error(`fazhi crawl ended with exit code ${code}:\n${stderr}`)
}

async function killedAfter(milliseconds: number, data: string): Promise<void> {
  const child = spawn(process.execPath, [FAZHI, ...crawl(data)], { cwd: folder, stdio: 'ignore' })
  const exit = once(child, 'exit')
  await sleep(milliseconds)
  child.kill('SIGKILL')
  const [code, signal] = await exit
  if (signal !== 'SIGKILL') throw new Error(`fazhi crawl ended by itself, with exit code ${code}.`)
}

function crawl(data: string): string[] {
  return ['crawl', '--portals', 'portals.json', '--allow-loopback', '--data', data]
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

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
