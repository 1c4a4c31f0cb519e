import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { PARSER_VERSION } from '../../shared/report/parser-version.ts'

const ROOT = join(import.meta.dirname, '../..')
/** By parser version, then by file. */
const RECORD = join(import.meta.dirname, 'row-digests.json')
const DIGITS = 16

/** By file: the first digits of its document's id, then those of the digest of its rows. */
export type Digests = Readonly<Record<string, string>>

/** Digests of what the parser makes of each labelled report and each sample. */
export async function digestRows(): Promise<Digests> {
  const files = globSync(['tests/reports/*.txt', 'samples/reports/*'], { cwd: ROOT }).sort()
  const digests: Record<string, string> = {}
  for (const file of files) {
    const { report, indicators } = await parseDocument(readFileSync(join(ROOT, file)))
    const rows = createHash('sha256').update(JSON.stringify({ report, indicators })).digest('hex')
    digests[file] = `${report.documentId.slice(0, DIGITS)} ${rows.slice(0, DIGITS)}`
  }
  return digests
}

/** The digests that were recorded for each version. */
export function recordedDigests(): Readonly<Record<string, Digests>> {
  return JSON.parse(readFileSync(RECORD, 'utf8'))
}

/** The files whose rows differ from the recorded ones although their bytes are the same. */
export function changedFiles(recorded: Digests, found: Digests): string[] {
  return Object.entries(found).flatMap(([file, digest]) => {
    const before = recorded[file]
    return before !== undefined && before !== digest && before.split(' ')[0] === digest.split(' ')[0] ? [file] : []
  })
}

/** Records the digests of this version. A version's rows do not change once they are recorded; new and edited reports are added. */
if (import.meta.main) {
  const recorded = recordedDigests()
  const found = await digestRows()
  const changed = changedFiles(recorded[PARSER_VERSION] ?? {}, found)
  if (changed.length > 0) {
    console.error(
      `The rows of ${changed.join(', ')} changed. Raise PARSER_VERSION in shared/report/parser-version.ts first.`,
    )
    process.exitCode = 1
  } else {
    writeFileSync(RECORD, `${JSON.stringify({ ...recorded, [PARSER_VERSION]: found }, null, 2)}\n`)
    console.log(`Recorded the rows of ${Object.keys(found).length} files for version ${PARSER_VERSION}.`)
  }
}
