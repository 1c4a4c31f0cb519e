import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Takes one line that a function printed, or a message about the function. */
export type Log = (functionName: string, line: string) => void

/** A log that appends to one file for each function, `FOLDER/NAME.log`. */
export function logTo(folder: string): Log {
  mkdirSync(folder, { recursive: true })
  const open = (name: string) => createWriteStream(join(folder, `${name}.log`), { flags: 'a' })
  const files = new Map<string, ReturnType<typeof open>>()
  return (name, line) => {
    if (!files.has(name)) files.set(name, open(name))
    files.get(name)!.write(`${line}\n`)
  }
}
