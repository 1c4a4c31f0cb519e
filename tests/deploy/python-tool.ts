import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const CACHE = join(import.meta.dirname, '../../node_modules/.cache')

/** A program of a package of PyPI, in a virtual environment of its own. */
export interface PythonTool {
  readonly package: string
  readonly version: string
  /** Default: the name of the package. */
  readonly program?: string
}

/** Where a tool's program is. */
export function programOf(tool: PythonTool): string {
  return join(folderOf(tool), 'bin', tool.program ?? tool.package)
}

/**
 * Installs a tool, once.
 * @returns null if it is installed, otherwise why it cannot be installed on this machine
 */
export async function installTool(tool: PythonTool): Promise<string | null> {
  const folder = folderOf(tool)
  if (existsSync(join(folder, 'installed'))) return null
  const wanted = `${tool.package}==${tool.version}`
  try {
    // Anew, should an earlier installation have been interrupted.
    await run('python3', ['-m', 'venv', '--clear', folder])
    await run(join(folder, 'bin/pip'), ['install', '--quiet', '--retries', '3', wanted])
    await run('touch', [join(folder, 'installed')])
    return null
  } catch (error) {
    return `${wanted} could not be installed from PyPI: ${(error as Error).message.split('\n', 2).join(' ')}`
  }
}

function folderOf(tool: PythonTool): string {
  return join(CACHE, `${tool.package}-${tool.version}`)
}
