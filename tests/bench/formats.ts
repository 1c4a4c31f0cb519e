import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { readDocument } from '../../shared/formats/read-document.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { cpuTime } from '../cpu-time.ts'
import { TEXT } from '../formats/sample.ts'
import { portalPage } from './portal-page.ts'

/** Prints what reading costs: a portal page, compared with a bare pass over it, and the first and the next reading of each format. */

const PAGE_BYTES = 100_000
const ROUND_MS = 500
/** The first warms the compiler and is not counted. */
const TURNS = 7

/**
 * Milliseconds of processor time of each piece of work after warm-up. The least of several rounds counts, because whatever
 * else the machine does can only lengthen them.
 */
async function costs(works: readonly (() => unknown)[]): Promise<readonly number[]> {
  const least = works.map(() => Number.POSITIVE_INFINITY)
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [index, work] of works.entries()) {
      const cost = await round(work)
      if (turn > 0) least[index] = Math.min(least[index]!, cost)
    }
  }
  return least
}

async function round(work: () => unknown): Promise<number> {
  const start = cpuTime()
  let count = 0
  do {
    await work()
    count += 1
  } while (cpuTime() - start < ROUND_MS)
  return (cpuTime() - start) / count
}

/** What reading is compared with: the page is decoded and the parser runs over it once without callbacks, so it builds nothing. */
function barePass(page: Buffer): void {
  const parser = new Parser({})
  parser.write(page.toString())
  parser.end()
}

const page = portalPage(PAGE_BYTES)
const [pass = 0, read = 0, whole = 0] = await costs([
  () => barePass(page),
  () => readDocument(page),
  () => parseDocument(page),
])
const milliseconds = (value: number) => `${value.toFixed(1)} ms`
console.log(`one htmlparser2 pass over ${(page.length / 1000).toFixed(0)} kB   ${milliseconds(pass)}`)
console.log(`decode and find the body         ${milliseconds(read)}   ${(read / pass).toFixed(2)} passes`)
console.log(`the whole path                   ${milliseconds(whole)}   ${(whole / pass).toFixed(2)} passes`)

const FIXTURES = join(import.meta.dirname, '../formats/fixtures')
const folder = mkdtempSync(join(tmpdir(), 'fazhi-bench-'))
try {
  writeFileSync(join(folder, 'text'), TEXT)
  writeFileSync(join(folder, 'html'), page)
  const files: [string, string][] = [
    ['text', join(folder, 'text')],
    ['html', join(folder, 'html')],
    ...(['docx', 'doc', 'pdf'] as const).map((kind): [string, string] => [kind, join(FIXTURES, `libreoffice.${kind}`)]),
    ['pdf, Chromium', join(FIXTURES, 'chromium.pdf')],
    ['pdf, font named', join(FIXTURES, 'reportlab.pdf')],
    ['ofd', join(FIXTURES, 'ofdrw.ofd')],
  ]
  for (const [name, path] of files) {
    const printed = execFileSync(process.execPath, [join(import.meta.dirname, 'read-twice.ts'), path], {
      encoding: 'utf8',
    })
    const { first, warm } = JSON.parse(printed)
    console.log(`${name.padEnd(16)} first ${milliseconds(first).padStart(9)}   warm ${milliseconds(warm).padStart(9)}`)
  }
} finally {
  rmSync(folder, { recursive: true })
}
