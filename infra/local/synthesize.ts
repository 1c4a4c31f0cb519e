import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { glob, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const PROJECT = join(import.meta.dirname, '../..')

/** Every file that the CDK app or the bundler may read. */
const SOURCES = ['*.json', 'infra/*', 'infra/!(local|cli)/**', 'functions/**', 'shared/**']
/** In node_modules, so that a new installation starts with an empty cache. */
const CACHE = join(PROJECT, 'node_modules/.cache/fazhi')
/** A running engine loads functions from the folder it started with, even after a newer synthesis. Counted from its last start. */
const KEEP_MS = 24 * 60 * 60 * 1000

/** The CDK app ended with an error. The message has its output. */
class SynthesisError extends Error {
  override readonly name = 'SynthesisError'
}

/**
 * Synthesizes the CDK app as `cdk synth` does, and keeps the result under the digest of the sources. The next start with the
 * same sources uses it. A changed source gives another digest.
 * @returns the folder of the cloud assembly
 * @throws {SynthesisError}
 */
export async function synthesize(): Promise<string> {
  const folder = join(CACHE, `cdk.out-${await digestOfSources()}`)
  if (await isKept(folder)) return folder
  // Written to a temporary folder and then moved, so that parallel starts never see an incomplete folder.
  await mkdir(CACHE, { recursive: true })
  const unfinished = await mkdtemp(join(CACHE, 'unfinished-'))
  await runApp(unfinished)
  await rename(unfinished, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(unfinished, { recursive: true })
  })
  await isKept(folder)
  await removeOutdated()
  return folder
}

/** Whether the folder is there. If so it is kept for a day from now on, by the clock of this process and not by that of the disk. */
async function isKept(folder: string): Promise<boolean> {
  const now = new Date()
  return utimes(folder, now, now).then(() => true, unlessGone(false))
}

async function removeOutdated(): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const path = join(CACHE, name)
    // A parallel start may have moved it away since.
    const made = await stat(path).catch(unlessGone(null))
    if (made !== null && made.mtimeMs < Date.now() - KEEP_MS) await rm(path, { recursive: true, force: true })
  }
}

const unlessGone =
  <T>(otherwise: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code !== 'ENOENT') throw error
    return otherwise
  }

/** Runs the app as the CDK command does, with `cdk.json`'s program and context. */
async function runApp(outdir: string): Promise<void> {
  const { app, context } = JSON.parse(await readFile(join(PROJECT, 'cdk.json'), 'utf8'))
  const [, ...args] = String(app).split(' ')
  const env = { ...process.env, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(context ?? {}) }
  try {
    await promisify(execFile)(process.execPath, args, { cwd: PROJECT, env })
  } catch (error) {
    await rm(outdir, { recursive: true })
    const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string }
    throw new SynthesisError(`The CDK app does not synthesize:\n${stdout}${stderr}`, { cause: error })
  }
}

async function digestOfSources(): Promise<string> {
  const digest = createHash('sha256').update(process.version)
  const paths: string[] = []
  for await (const file of glob(SOURCES, { cwd: PROJECT, withFileTypes: true }))
    if (file.isFile()) paths.push(join(file.parentPath, file.name))
  for (const path of paths.sort())
    digest
      .update(path)
      .update('\0')
      .update(await readFile(path))
      .update('\0')
  return digest.digest('hex').slice(0, 16)
}
