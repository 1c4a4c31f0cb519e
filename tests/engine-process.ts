import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { FAZHI } from './cli/run-fazhi.ts'

export const SAMPLES = join(import.meta.dirname, '../samples/reports')

export interface EngineProcess {
  readonly pid: number
  /** Of the page. */
  readonly address: string
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string
  readonly outputs: Readonly<Record<string, string>>
  readonly stop: () => Promise<void>
}

/** `fazhi up` with these arguments, as a reader starts it, in a folder of its own. Resolves when its files are processed. */
export async function startUp(...args: readonly string[]): Promise<EngineProcess> {
  const cwd = await mkdtemp(join(tmpdir(), 'fazhi-up-'))
  const child = spawn(process.execPath, [FAZHI, 'up', ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  const exit = once(child, 'exit')
  const stop = async () => {
    if (child.kill('SIGTERM')) await exit
    await rm(cwd, { recursive: true, force: true })
  }
  const said: string[] = []
  let address: string | undefined
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line)
    address = /^Open (http:\S+)/.exec(line)?.[1] ?? address
    if (address === undefined || !line.startsWith('The engine listens')) continue
    child.stderr.resume()
    const { endpoint, outputs } = JSON.parse(readFileSync(join(cwd, '.data/engine.json'), 'utf8'))
    return { pid: child.pid!, address, endpoint, outputs, stop }
  }
  await stop()
  throw new Error(`fazhi up ended without an address:\n${said.join('\n')}`)
}
