import { readFile, stat } from 'node:fs/promises'
import { MAX_FILE_BYTES } from '../../../shared/formats/caps.ts'
import { parseDocument } from '../../../shared/report/parse-document.ts'
import { Refusal } from '../../../shared/report/refusal.ts'
import type { ParsedDocument } from '../../../shared/report/report.ts'
import { listFiles } from './files.ts'

/** Prints one parsed document a line. A file that is refused or no report has its reason on stderr, and the exit code is 1. */
export async function parse(paths: readonly string[], { pretty = false }: { pretty?: boolean }): Promise<void> {
  for (const source of await listFiles(paths)) {
    try {
      const parsed = await parseFile(source)
      await print(JSON.stringify({ source, ...parsed }, null, pretty ? 2 : 0))
      if (parsed.report.kind === 'other') refuse(source, 'not_a_report', parsed.report.reason ?? '')
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refuse(source, error.reason, error.message)
    }
  }
}

/** @throws {Refusal} */
async function parseFile(path: string): Promise<ParsedDocument> {
  const { size } = await stat(path)
  if (size > MAX_FILE_BYTES)
    throw new Refusal('too_large', `The file has ${size} bytes; at most ${MAX_FILE_BYTES} are read.`)
  return parseDocument(await readFile(path))
}

function refuse(source: string, reason: string, detail: string): void {
  console.error(`${source}: ${reason}: ${detail}`)
  process.exitCode = 1
}

/** Waits for a slow reader: a thousand documents are not to pile up in memory. */
function print(line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve()))
  })
}
