import { execFile } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { Ministack } from './ministack.ts'
import { programOf } from './python-tool.ts'
import { AWS_CLI } from './tools.ts'

const run = promisify(execFile)

/** Runs commands with the AWS command line and returns what they print. */
export async function shell({ environment }: Ministack, script: string, cwd: string): Promise<string> {
  const PATH = [join(programOf(AWS_CLI), '..'), environment.PATH].join(delimiter)
  const env = { ...environment, PATH, AWS_SESSION_TOKEN: '' }
  return (await run('sh', ['-ec', script], { cwd, env, maxBuffer: 2 ** 26 })).stdout
}
