import { readFile } from 'node:fs/promises'
import { checkPortals } from '../../../shared/crawl/check/check-portals.ts'
import { lineOf } from '../../../shared/crawl/check/mistake.ts'
import { type PortalsFile, PortalsFileError, readPortals } from '../../../shared/crawl/portals.ts'
import { UserError } from '../errors.ts'

/** @throws {UserError} if the file cannot be read */
export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new UserError(`${path} cannot be read: ${(error as Error).message}`)
  }
}

export async function textOf(path: string): Promise<string> {
  return Buffer.from(await bytesOf(path)).toString('utf8')
}

/** @throws {UserError} with the path of every wrong value */
export async function portalsIn(path: string): Promise<PortalsFile> {
  const text = await textOf(path)
  try {
    return readPortals(text)
  } catch (error) {
    if (error instanceof PortalsFileError) throw new UserError(`${path} is not a valid portals file:\n${error.message}`)
    throw error
  }
}

/** A portals file without mistakes, and its text as it was written. */
export interface CheckedFile {
  readonly file: PortalsFile
  readonly text: string
}

/** A file without mistakes; or null after all its mistakes were printed, one a line, and the exit code set to 1. */
export async function checkedOrTold(path: string, allowLoopback: boolean): Promise<CheckedFile | null> {
  const text = await textOf(path)
  const today = new Date().toISOString().slice(0, 10)
  const checked = checkPortals(text, { today, allowLoopback })
  if ('file' in checked) return { file: checked.file, text }
  for (const mistake of checked.mistakes) console.log(lineOf(mistake))
  process.exitCode = 1
  return null
}
