import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveOnFreePort } from '../serve-on-free-port.ts'
import { programOf } from './python-tool.ts'
import { MINISTACK } from './tools.ts'

const ROOT = join(import.meta.dirname, '../..')

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
  const folder = await mkdtemp(join(tmpdir(), 'fazhi-deploy-'))
  const environmentAt = (endpoint: string) => ({
    ...process.env,
    PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'fazhi',
    AWS_SECRET_ACCESS_KEY: 'fazhi',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    // The CDK command caches the account of each access key here; this account exists only during the test.
    CDK_HOME: join(folder, 'cdk'),
  })
  const start = (port: number) =>
    spawn(programOf(MINISTACK), {
      cwd: folder,
      stdio: 'ignore',
      env: {
        ...environmentAt(`http://127.0.0.1:${port}`),
        BIND_HOST: '127.0.0.1',
        GATEWAY_PORT: String(port),
        EDGE_PORT: String(port),
        // A name of the API at an IP address would be no valid host name. SDK clients get AWS_ENDPOINT_URL and use path style.
        MINISTACK_HOST: 'localhost',
      },
    })
  const isServing = async ({ ok }: Response) => ok
  const { endpoint, stop } = await serveOnFreePort('MiniStack', start, isServing, '/_ministack/health')
  return {
    endpoint,
    environment: environmentAt(endpoint),
    folder,
    stop: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
