import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const PROJECT = join(import.meta.dirname, '../../..')

/** What the synthesized app is made of: every file that the CDK app or the bundler may read. */
const SOURCES = ['*.json', 'infra/*.ts', 'functions/**', 'shared/**']
/** Inside node_modules, so that a new installation starts afresh. */
const CACHE = join(PROJECT, 'node_modules/.cache/fazhi')

/**
 * Synthesizes the CDK app as `cdk synth` would, and keeps the result under the digest of the sources: the next start
 * with the same sources finds it, and a changed source never meets a stale one.
 * @returns the folder of the cloud assembly
 * @throws {Error} with what the app printed, where it does not synthesize
 */
export async function synthesize(): Promise<string> {
  const folder = join(CACHE, `cdk.out-${await digestOfSources()}`)
  if (existsSync(folder)) return folder
  await rm(CACHE, { recursive: true, force: true })
  // Made beside its place and moved there whole: two starts at once do not see each other's halves.
  const unfinished = `${folder}.${process.pid}`
  await mkdir(unfinished, { recursive: true })
  const { app, context } = JSON.parse(await readFile(join(PROJECT, 'cdk.json'), 'utf8'))
  const [, ...args] = String(app).split(' ')
  try {
    await promisify(execFile)(process.execPath, args, {
      cwd: PROJECT,
      env: { ...process.env, CDK_OUTDIR: unfinished, CDK_CONTEXT_JSON: JSON.stringify(context ?? {}) },
    })
  } catch (error) {
    const { stderr = '', stdout = '' } = error as { stderr?: string; stdout?: string }
    throw new Error(`The CDK app does not synthesize:\n${stdout}${stderr}`, { cause: error })
  }
  await rename(unfinished, folder)
  return folder
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
