import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

const LOCK = 'engine.pid'

/** Another engine uses the folder. Two engines would overwrite each other's data. */
class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError'

  constructor(folder: string, pid: number) {
    super(`${folder} is in use by the engine with process ID ${pid}: stop that engine, or name another folder.`)
  }
}

/**
 * Locks a data folder for this process. Creates it if it does not exist.
 * @returns a function that unlocks it
 * @throws {DataFolderInUseError}
 */
export async function takeDataFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const lock = join(folder, LOCK)
  const owner = Number(await readFile(lock, 'utf8').catch(() => Number.NaN))
  if (isAlive(owner)) throw new DataFolderInUseError(folder, owner)
  // An engine that was killed left its lock.
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
    // The process exists and belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
