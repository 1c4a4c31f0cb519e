import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '../free-port.ts'
import { installTool, programOf } from './python-tool.ts'

const ROOT = join(import.meta.dirname, '../..')
const MINISTACK = { package: 'ministack', version: '1.5.33' }
const START_SECONDS = 60

/** @returns null if MiniStack is installed, otherwise why it cannot be installed on this machine */
export const installMinistack = () => installTool(MINISTACK)

export interface Ministack {
  readonly endpoint: string
  /** For the CDK command and SDK clients: endpoint, region and credentials of this MiniStack. */
  readonly environment: NodeJS.ProcessEnv
  /** A folder that is deleted with it. */
  readonly folder: string
  stop(): Promise<void>
}

/** A simulated AWS on a free port of loopback. Functions run as Node.js processes, with the first `node` on PATH. */
export async function startMinistack(): Promise<Ministack> {
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  const folder = await mkdtemp(join(tmpdir(), 'fazhi-deploy-'))
  const environment = {
    ...process.env,
    PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'fazhi',
    AWS_SECRET_ACCESS_KEY: 'fazhi',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    // The CDK command caches the account of each access key here; this account exists only during the test.
    CDK_HOME: join(folder, 'cdk'),
  }
  const server = spawn(programOf(MINISTACK), {
    cwd: folder,
    stdio: 'ignore',
    env: {
      ...environment,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      EDGE_PORT: String(port),
      // A name of the API at an IP address would be no valid host name. SDK clients get AWS_ENDPOINT_URL and use path style.
      MINISTACK_HOST: 'localhost',
    },
  })
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    if (server.exitCode === null && server.kill()) await ended
    await rm(folder, { recursive: true, force: true })
  }
  for (let second = 0; second < START_SECONDS; second += 1) {
    if (await answers(endpoint)) return { endpoint, environment, folder, stop }
    if (server.exitCode !== null) break
    await setTimeout(1000)
  }
  await stop()
  throw new Error(`MiniStack did not answer on ${endpoint} within ${START_SECONDS} s.`)
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/_ministack/health`)).ok
  } catch {
    return false
  }
}
