import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { RefusalError } from '../../shared/report/refusal.ts'

/** Reports labelled by others that are no part of the project, and the programs that score parsed reports against them. */
const REFERENCE = join(import.meta.dirname, '../../../shared')
const SCORE = join(REFERENCE, 'score/score.mjs')
const CELLS = join(REFERENCE, 'score/cells.mjs')
const OPENINGS = join(REFERENCE, 'score/openings.mjs')
const REPORTS = join(REFERENCE, 'reports')
const OPENINGS_LABELLED = join(REPORTS, 'openings.jsonl')

/** Parses every text file of a folder into one file, a document a line; what is refused counts as no report. */
async function parseFolder(folder: string, parsedFile: string): Promise<void> {
  const lines: string[] = []
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
    const source = join(folder, name)
    try {
      lines.push(JSON.stringify({ source, ...(await parseDocument(readFileSync(source))) }))
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error
      lines.push(JSON.stringify({ source, report: { kind: 'other', reason: error.message } }))
    }
  }
  writeFileSync(parsedFile, `${lines.join('\n')}\n`)
}

function run(...command: string[]): void {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}

/**
 * Prints how the parser does on the reference reports, by the programs that come with them.
 * @param flags of those programs: `--misses`, `--json`
 */
export async function printReferenceScores(flags: readonly string[]): Promise<void> {
  const missing = [SCORE, CELLS, OPENINGS, REPORTS, OPENINGS_LABELLED].filter((path) => !existsSync(path))
  if (missing.length > 0) {
    console.log(`The reference reports are no part of the project and not scored: nothing at ${missing.join(', ')}.`)
    return
  }
  const work = mkdtempSync(join(tmpdir(), 'fazhi-score-'))
  try {
    const reports = join(work, 'reports.jsonl')
    await parseFolder(REPORTS, reports)
    run(SCORE, REPORTS, reports, ...flags)
    run(CELLS, REPORTS, reports, ...flags)

    const openings = join(work, 'openings')
    run(OPENINGS, OPENINGS_LABELLED, '--write', openings)
    const parsed = join(work, 'openings.jsonl')
    await parseFolder(openings, parsed)
    run(OPENINGS, OPENINGS_LABELLED, parsed, ...flags)
  } finally {
    rmSync(work, { recursive: true })
  }
}
