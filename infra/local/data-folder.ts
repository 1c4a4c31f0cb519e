import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Who has the folder, for whoever finds it taken. */
const OWNER = 'engine.pid'
/** SQLite locks it by the operating system, which takes the lock away when the process ends, however it ends. */
const LOCK = 'engine.lock'
const SQLITE_BUSY = 5

/** Another engine uses the folder. Two engines would overwrite each other's data. */
class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError'

  constructor(folder: string, owner: string) {
    super(`${folder} is in use by the engine with process ID ${owner}: stop that engine, or name another folder.`)
  }
}

/** Data cannot be read or written. What was written before is kept. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'

  /** @param what path, or what it is of the folder */
  constructor(what: string, cause: unknown) {
    super(
      `The data folder cannot be used (${what}: ${(cause as Error).message}). If its disk is full, free some space and start again; ` +
        'if it may not be written, or its files are damaged, name another folder, or put a copy in its place.',
      { cause },
    )
  }
}

/** Whether queues and objects could not be read or written. */
export function isOfDisk(error: unknown): boolean {
  return (error as { readonly code?: unknown } | null)?.code === 'ERR_SQLITE_ERROR'
}

/**
 * Locks a data folder for this process. Creates it if it does not exist.
 * @returns a function that unlocks it
 * @throws {DataFolderInUseError}
 * @throws {DataFolderError} if it cannot be written
 */
export async function takeDataFolder(folder: string): Promise<() => Promise<void>> {
  const owner = join(folder, OWNER)
  try {
    await mkdir(folder, { recursive: true })
    const unlock = lock(join(folder, LOCK))
    if (unlock === null) throw new DataFolderInUseError(folder, await readFile(owner, 'utf8').catch(() => 'unknown'))
    await writeFile(owner, String(process.pid))
    return async () => {
      await rm(owner, { force: true })
      unlock()
    }
  } catch (error) {
    throw error instanceof DataFolderInUseError ? error : new DataFolderError(folder, error)
  }
}

/** Null if another process has it. */
function lock(path: string): (() => void) | null {
  const database = new DatabaseSync(path)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return () => database.close()
  } catch (error) {
    database.close()
    if ((error as { readonly errcode?: number }).errcode === SQLITE_BUSY) return null
    throw error
  }
}
