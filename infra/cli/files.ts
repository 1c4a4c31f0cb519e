import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join, normalize, relative, sep } from 'node:path'
import { INCOMING_PREFIX } from '../../shared/store/object-keys.ts'
import { UserError } from './errors.ts'

/** S3 keys have at most 1,024 bytes of UTF-8. */
const MAX_KEY_BYTES = 1024

/**
 * The files that the paths name, each once, in order. A folder stands for all files in it, at any depth.
 * @throws {UserError} if a path does not exist
 */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files = await Promise.all(paths.map(filesUnder))
  return [...new Set(files.flat().map((file) => normalize(file)))]
}

async function filesUnder(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new UserError(`${path} does not exist; name an existing file or folder.`)
  if (!found.isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/**
 * An object key for each file: its path relative to the current folder, under `incoming/`. Files that would have the same key
 * (`../a/x`, `a/x`) are numbered.
 */
export function assignKeys(files: readonly string[]): Map<string, string> {
  const keys = new Map<string, string>()
  const taken = new Set<string>()
  for (const file of files) {
    const wanted = keyOf(file)
    let key = wanted
    for (let n = 2; taken.has(key); n += 1) key = numbered(wanted, n)
    taken.add(key)
    keys.set(file, key)
  }
  return keys
}

function keyOf(file: string): string {
  const segments = relative('.', file)
    .split(sep)
    .filter((segment) => segment !== '..' && segment !== '')
  // The folders nearest to the file say most about it, so the first ones are dropped.
  while (segments.length > 1 && Buffer.byteLength(INCOMING_PREFIX + segments.join('/')) > MAX_KEY_BYTES)
    segments.shift()
  return INCOMING_PREFIX + segments.join('/')
}

function numbered(key: string, n: number): string {
  const extension = extname(basename(key))
  return `${key.slice(0, key.length - extension.length)} (${n})${extension}`
}
