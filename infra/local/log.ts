import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DataFolderError } from './data-folder.ts'

/** Takes one line that a function printed, or a message about the function. */
export type Log = (functionName: string, line: string) => void

/** A log that appends to one file for each function, `FOLDER/NAME.log`. If it cannot be written, the process ends. */
export function logTo(folder: string): Log {
  const open = (name: string) => {
    mkdirSync(folder, { recursive: true })
    const path = join(folder, `${name}.log`)
    return createWriteStream(path, { flags: 'a' }).on('error', (error) => {
      throw new DataFolderError(path, error)
    })
  }
  const files = new Map<string, ReturnType<typeof open>>()
  return (name, line) => {
    if (!files.has(name)) files.set(name, open(name))
    files.get(name)!.write(`${line}\n`)
  }
}
