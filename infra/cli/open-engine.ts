import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { CRAWLED_PREFIX } from '../../shared/store/object-keys.ts'
import { readAssembly } from '../local/assembly.ts'
import { type Engine, type EngineOptions, startEngine } from '../local/engine.ts'
import { logTo } from '../local/log.ts'
import { synthesize } from '../local/synthesize.ts'
import { engineDeployment } from './deployment.ts'
import { moveAll } from './migrate.ts'
import type { Progress } from './progress.ts'

/** What is read anew, and what a crawl finds, hundreds of reports at a time: whatever somebody uploads meanwhile waits for none of it. */
const ASIDE = { prefix: CRAWLED_PREFIX, queues: ['ReprocessQueueUrl', 'ReprocessedQueueUrl'] } as const

export interface OpenedEngine {
  readonly engine: Engine
  /** Folder of the functions' logs. */
  readonly logs: string
}

/**
 * Starts the engine for a command. What an earlier version left in the data folder is moved first.
 * @param data folder for all data; without one a temporary folder, which is removed at the end
 * @param cleanup gets the steps that undo the start
 */
export async function openEngine(
  data: string | undefined,
  options: Pick<EngineOptions, 'port' | 'environment' | 'sideBySide'>,
  progress: Progress,
  cleanup: AsyncDisposableStack,
): Promise<OpenedEngine> {
  progress.show('Reading the app …')
  const assembly = await readAssembly(await synthesize())
  const folder = data === undefined ? await mkdtemp(join(tmpdir(), 'fazhi-')) : resolve(data)
  if (data === undefined) cleanup.defer(() => rm(folder, { recursive: true, force: true }))
  const logs = join(folder, 'logs')
  const engine = await startEngine({
    assembly,
    log: logTo(logs),
    // Also if nothing is to be kept: in memory, all that is stored would stay in it.
    dataDir: folder,
    aside: ASIDE,
    ...options,
  })
  cleanup.defer(engine.stop)
  if (data !== undefined) await moveAll(engineDeployment(engine.endpoint, engine.resources.outputs), progress)
  return { engine, logs }
}
