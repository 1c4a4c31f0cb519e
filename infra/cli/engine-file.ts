import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { UserError } from './errors.ts'

/** The file with the address of a running engine, in the folder where it was started. */
const PATH = '.data/engine.json'
/** Time that a busy engine may need to answer. One that has ended refuses at once. */
const ANSWER_MS = 60_000

export interface RunningEngine {
  readonly pid: number
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string
  readonly outputs: Readonly<Record<string, string>>
  /** Absent if an older version wrote it. */
  readonly startedAt?: string
}

export async function writeEngineFile(engine: Omit<RunningEngine, 'startedAt'>): Promise<string> {
  await mkdir(dirname(PATH), { recursive: true })
  // In one step, for a command that reads it at this moment.
  const unfinished = `${PATH}.${engine.pid}`
  await writeFile(unfinished, JSON.stringify({ ...engine, startedAt: new Date().toISOString() }))
  await rename(unfinished, PATH)
  return PATH
}

/** Removes the file, unless another engine has written its own since. */
export async function removeEngineFile(pid: number): Promise<void> {
  if ((await read())?.pid === pid) await rm(PATH, { force: true })
}

/** @throws {UserError} if no engine runs */
export async function readEngineFile(): Promise<RunningEngine> {
  const engine = await read()
  if (engine && (await answers(engine.endpoint))) return engine
  const found = engine ? `the one in ${resolve(PATH)} has ended` : `there is no ${resolve(PATH)}`
  throw new UserError(
    `No engine runs here (${found}): start one with \`npx fazhi up\`, or name a deployment with --stack.`,
  )
}

async function read(): Promise<RunningEngine | null> {
  const text = await readFile(PATH, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  try {
    return text === null ? null : JSON.parse(text)
  } catch (cause) {
    throw new UserError(
      `${resolve(PATH)} cannot be read: remove it, and start the engine again with \`npx fazhi up\`.`,
      {
        cause,
      },
    )
  }
}

/** Whether an engine answers there. An engine that was killed leaves its file behind. */
async function answers(endpoint: string): Promise<boolean> {
  return fetch(`${endpoint}/health`, { signal: AbortSignal.timeout(ANSWER_MS) }).then(
    ({ ok }) => ok,
    () => false,
  )
}
