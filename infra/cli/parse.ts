import { readFile, stat } from 'node:fs/promises'
import { MAX_FILE_BYTES } from '../../shared/formats/limits.ts'
import { openReports } from '../../shared/formats/zip/open-reports.ts'
import { explainDocument } from '../../shared/parse/explain-document.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { RefusalError } from '../../shared/report/refusal.ts'
import { exclusionOf, explanationOf } from './explanation.ts'
import { listFiles } from './files.ts'

export interface ParseOptions {
  readonly pretty?: boolean
  readonly explain?: boolean
}

/**
 * Prints each parsed document as a line of JSON, and for an archive one line per file in it; with `explain`, how each figure got
 * its meaning instead. For a file that is refused or is not a report, the reason goes to stderr and the exit code is 1.
 */
export async function parse(
  paths: readonly string[],
  { pretty = false, explain = false }: ParseOptions,
): Promise<void> {
  const printFile = explain ? printExplained : (source: string, bytes: Uint8Array) => printParsed(source, bytes, pretty)
  for (const path of await listFiles(paths)) {
    await orRefuse(path, async () => {
      const bytes = await read(path)
      const archived = await openReports(bytes)
      if (archived === null) return printFile(path, bytes)
      for await (const file of archived) {
        const source = `${path}/${file.name}`
        await orRefuse(source, async () => {
          if (file.refusal !== null) throw file.refusal
          await printFile(source, file.bytes)
        })
      }
    })
  }
}

/** @throws {RefusalError} */
async function read(path: string): Promise<Uint8Array> {
  const { size } = await stat(path)
  if (size > MAX_FILE_BYTES)
    throw new RefusalError('too_large', `The file has ${size} bytes; the limit is ${MAX_FILE_BYTES}.`)
  return readFile(path)
}

async function printParsed(source: string, bytes: Uint8Array, pretty: boolean): Promise<void> {
  const parsed = await parseDocument(bytes)
  await print(JSON.stringify({ source, ...parsed }, null, pretty ? 2 : 0))
  if (parsed.report.kind === 'other') refuse(source, 'not_a_report', parsed.report.reason ?? '')
}

async function printExplained(source: string, bytes: Uint8Array): Promise<void> {
  const { facts, text, figures, excluded } = await explainDocument(bytes)
  await print(`${source}: ${facts.title ?? 'no title'}, ${figures.length} figures`)
  for (const figure of figures) await print(`\n${explanationOf(text, figure).join('\n')}`)
  if (excluded.length > 0)
    await print(`\nleft out, with the reason:\n${excluded.map((one) => exclusionOf(text, one)).join('\n')}`)
  if (facts.kind === 'other') refuse(source, 'not_a_report', facts.reason ?? '')
}

/** Says why a file was not read. No error of one file keeps the others from being read. */
async function orRefuse(source: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    refuse(source, error instanceof RefusalError ? error.reason : 'internal', error.message)
  }
}

function refuse(source: string, reason: string, detail: string): void {
  console.error(`${source}: ${reason}: ${detail}`)
  process.exitCode = 1
}

/** Waits for a slow reader, so that documents do not accumulate in memory. */
function print(line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve()))
  })
}
