import { readFile } from 'node:fs/promises'
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
