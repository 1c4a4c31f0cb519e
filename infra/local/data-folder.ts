import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

const LOCK = 'engine.pid'

/** Another engine is at work on the folder; two would undo one another's work. */
class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError'

  constructor(folder: string, pid: number) {
    super(`${folder} is in use by the engine with process ID ${pid}: stop that one, or name another folder.`)
  }
}

/**
 * Takes a data folder for this process, making it where it is not there.
 * @returns gives it back
 * @throws {DataFolderInUseError}
 */
export async function takeDataFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const lock = join(folder, LOCK)
  const owner = Number(await readFile(lock, 'utf8').catch(() => Number.NaN))
  if (isAlive(owner)) throw new DataFolderInUseError(folder, owner)
  // What an engine that was killed left.
  await rm(lock, { force: true })
  const file = await open(lock, 'wx')
  await file.writeFile(String(process.pid))
  await file.close()
  return () => rm(lock, { force: true })
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid)) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Alive, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
