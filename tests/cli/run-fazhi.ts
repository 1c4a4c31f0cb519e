import { execFile } from 'node:child_process'
import { join } from 'node:path'

/** The command line, as `npx fazhi` starts it. */
export const FAZHI = join(import.meta.dirname, '../../infra/cli/fazhi.cjs')

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command to its end in a folder; one that was killed has the code -1. */
export function fazhi(cwd: string, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [FAZHI, ...args], { cwd }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })
}
