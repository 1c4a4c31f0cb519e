import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { pdfWithBigFont } from './big-font.ts'
import { HOSTILE } from './hostile.ts'

/** Of a processor. */
const MAX_SECONDS = 10
const MAX_KILOBYTES = 512 * 1024
const MAX_TRIES = 4

/** As in a function of 512 MB. Without a limit, Node.js collects garbage only after it has used gigabytes. */
const HEAP_LIMIT = '--max-old-space-size=256'

/** What a process of its own finds in the files, one after the other, and how much memory it took. */
async function readAll(files: readonly Uint8Array[]) {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-hostile-'))
  try {
    const paths = files.map((bytes, index) => {
      const path = join(folder, String(index))
      writeFileSync(path, bytes)
      return path
    })
    const program = join(import.meta.dirname, 'read-files.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [HEAP_LIMIT, program, ...paths])
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * One process for all files, so that what one of them leaves affects the next. How far its memory grows until it is looked at depends on
 * what else the machine does: the least of some tries counts.
 */
it('refuses files made to do harm, for the right reason, within time and memory, and keeps running', async () => {
  const files = HOSTILE.map(({ make }) => make())
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < MAX_TRIES && least >= MAX_KILOBYTES; tries += 1) {
    const lines = await readAll(files)

    const wrong = HOSTILE.flatMap(({ name, reasons }, index) => {
      const { reason, milliseconds } = lines[index]
      const isRight = reasons.includes(reason) && milliseconds < MAX_SECONDS * 1000
      return isRight ? [] : [`${name}: ${reason} after ${milliseconds} ms`]
    })
    expect(wrong).toEqual([])
    least = Math.min(least, lines.at(-1).peakKilobytes)
  }
  expect(least).toBeLessThan(MAX_KILOBYTES)
})

it('lives on after a font whose glyphs take more memory than the process has', async () => {
  const [font, next] = await readAll([pdfWithBigFont(300), Buffer.from('石桥镇')])

  expect(font.reason).toBe('too_complex')
  expect(next.reason).toBe(null)
})

it('takes no more memory for fonts of 7 and 13 MB than for other files', async () => {
  const lines = await readAll([pdfWithBigFont(116), pdfWithBigFont(216)])

  expect(lines.at(-1).peakKilobytes).toBeLessThan(MAX_KILOBYTES)
})
