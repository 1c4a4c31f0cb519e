import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { readDocument } from '../../shared/formats/read-document.ts'
import { parseDocument } from '../../shared/report/parse-document.ts'
import { LAYOUTS } from '../formats/layouts.ts'
import { TEXT } from '../formats/sample.ts'
import { cpuTime } from './cpu-time.ts'

/** Prints what reading costs: a portal page beside one bare pass over it, and each format's first and next reading. */

const PAGE_BYTES = 100_000
const MEASURED_MS = 1500

/** A page of the layout around its report, filled up to the size of a real one with the menus that real ones have. */
function portalPage(): Buffer {
  const page = LAYOUTS.trs!('utf-8')
  const item =
    '<li class="menu-item"><a href="/zwgk/fdzdgknr/index.html" target="_blank" title="政务公开">政务公开</a></li>\n'
  const missing = PAGE_BYTES - Buffer.byteLength(page)
  const menu = `<div class="nav"><ul>${item.repeat(Math.ceil(missing / Buffer.byteLength(item)))}</ul></div>`
  return Buffer.from(page.replace('</body>', () => `${menu}</body>`))
}

/** Milliseconds of processor time for one piece of work, the compiler warm. */
async function cost(work: () => unknown): Promise<number> {
  await rounds(work)
  return rounds(work)
}

async function rounds(work: () => unknown): Promise<number> {
  const start = cpuTime()
  let count = 0
  do {
    await work()
    count += 1
  } while (cpuTime() - start < MEASURED_MS)
  return (cpuTime() - start) / count
}

function barePass(page: Buffer): void {
  const parser = new Parser({})
  parser.write(page.toString())
  parser.end()
}

const page = portalPage()
const pass = await cost(() => barePass(page))
const read = await cost(() => readDocument(page))
const whole = await cost(() => parseDocument(page))
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
