import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { portalEntries } from './portal-entries.ts'

/**
 * Prints how long walking and fetching many portals takes beside the slowest of them alone, and how much memory.
 * node tests/bench/portals.ts [PORTALS] [SECONDS THAT THE SLOW ONE TAKES FOR AN ANSWER]
 */

const [, , count = '200', slowSeconds = '5'] = process.argv
const ANSWER_MS = 200
const DELAY_SECONDS = 2
/** Clock ticks of /proc in a second. */
const TICKS = 100
const FAZHI = join(import.meta.dirname, '../../infra/cli/fazhi.cjs')

interface Seen {
  readonly first: number
  readonly last: number
  readonly requests: number
  readonly shortestPause: number
}

const folder = mkdtempSync(join(tmpdir(), 'fazhi-portals-'))
const sites = fork(join(import.meta.dirname, 'portal-sites.ts'), [
  count,
  String(ANSWER_MS),
  String(Number(slowSeconds) * 1000),
])
try {
  const [ports] = (await once(sites, 'message')) as [number[]]
  const portals = portalEntries(ports, DELAY_SECONDS)
  writeFileSync(join(folder, 'portals.json'), JSON.stringify({ contact: 'https://crawler.example/', portals }))
  const alone = await measured(['--portal', 'p0'])
  print(`the slow one alone`, alone)
  const all = await measured([])
  print(`${count} portals`, all)
  console.log(`${(all.seconds / alone.seconds).toFixed(2)} times the slowest`)
} finally {
  sites.kill()
  rmSync(folder, { recursive: true })
}

interface Measured {
  /** From the first request to the last answer. */
  readonly seconds: number
  readonly total: number
  readonly requests: number
  readonly shortestPauseMs: number
  readonly megabytes: number
  readonly processorSeconds: number
}

async function measured(args: string[]): Promise<Measured> {
  const startedAt = Date.now()
  const crawl = spawn(
    process.execPath,
    [FAZHI, 'crawl', '--portals', 'portals.json', '--once', '--json', '--allow-loopback', ...args],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const used = usedBy(crawl)
  await once(crawl, 'exit')
  const total = (Date.now() - startedAt) / 1000
  sites.send('seen')
  const [seen] = (await once(sites, 'message')) as [Seen[]]
  const asked = seen.filter(({ requests }) => requests > 0)
  return {
    seconds: (Math.max(...asked.map(({ last }) => last)) - Math.min(...asked.map(({ first }) => first))) / 1000,
    total,
    requests: asked.reduce((sum, { requests }) => sum + requests, 0),
    shortestPauseMs: Math.min(...asked.map(({ shortestPause }) => shortestPause)),
    ...(await used),
  }
}

/** The most memory that a process had, and its processor time, read while it runs. */
async function usedBy(child: ChildProcess): Promise<Pick<Measured, 'megabytes' | 'processorSeconds'>> {
  const { pid } = child
  let megabytes = 0
  let processorSeconds = 0
  for (;;) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      megabytes = Math.max(megabytes, Number(/VmHWM:\s+([0-9]+) kB/.exec(status)?.[1] ?? 0) / 1000)
      const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .split(') ')[1]!
        .split(' ')
        .slice(11, 13)
        .map(Number)
      processorSeconds = Math.max(processorSeconds, (user + system) / TICKS)
    } catch {
      // The process has ended.
      return { megabytes, processorSeconds }
    }
    if (child.exitCode !== null) return { megabytes, processorSeconds }
    await sleep(200)
  }
}

function print(
  what: string,
  { seconds, total, requests, shortestPauseMs, megabytes, processorSeconds }: Measured,
): void {
  console.log(
    `${what}: walked and fetched in ${seconds.toFixed(1)} s, ${requests} requests, shortest pause ${shortestPauseMs} ms; with its documents ${total.toFixed(0)} s, ${processorSeconds.toFixed(0)} s of a processor, ${megabytes.toFixed(0)} MB`,
  )
}
