import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FORMATS, type Format } from '../../shared/exports/names.ts'
import { columnsInPartition } from '../../shared/exports/partitions.ts'
import type { FlatRow } from '../../shared/exports/table.ts'
import { EXPORT_TABLES } from '../../shared/exports/tables.ts'
import { writeFile } from '../../shared/exports/write-file.ts'
import type { Column, ColumnType, Value } from '../../shared/readers/columns/column.ts'

/**
 * Prints the most memory that a million generated figures take to write, in each format, as Node.js starts and with a small young
 * generation. Each is written by a process of its own.
 * `node tests/bench/exports.ts [ROWS]`
 */

const columns = columnsInPartition(EXPORT_TABLES.indicators)
const SENTENCE = '全市各级行政复议机构收到复议申请1127件,受理1046件,审结983件,其中驳回、维持561件,纠正97件。'

const CELLS: Readonly<Record<ColumnType, (row: number) => Value>> = {
  string: (row) => `${SENTENCE.slice(0, row % 12)}${row % 50_000}`,
  integer: (row) => row % 100_000,
  long: (row) => row * 1000,
  number: (row) => row / 7,
  boolean: (row) => row % 2 === 0,
  date: () => '2024-03-31',
  time: () => '2024-03-31T16:00:00.000Z',
  strings: (row) => (row % 9 === 0 ? ['approx', 'two_values'] : []),
  integers: (row) => [row % 400],
}

async function* generated(rows: number): AsyncGenerator<FlatRow> {
  const made = Object.entries<Column<never>>(columns)
  for (let row = 0; row < rows; row += 1) {
    const flat: Record<string, Value> = {}
    for (const [name, { type }] of made) flat[name] = name === 'sentence_text' ? `${SENTENCE}${row}` : CELLS[type](row)
    yield flat
  }
}

async function write(format: Format, rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-bench-'))
  try {
    const { bytes } = await writeFile(format, join(folder, `rows.${format}`), columns, generated(rows))
    const peak = Math.round(process.resourceUsage().maxRSS / 1024)
    console.log(`${format.padEnd(8)} ${rows} rows  ${Math.round(bytes / 1e6)} MB  at most ${peak} MB of memory`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const [rows = '1000000', format] = process.argv.slice(2)
if (format !== undefined) await write(format as Format, Number(rows))
else
  for (const flags of [[], ['--max-semi-space-size=8']]) {
    if (flags.length > 0) console.log(`With ${flags}:`)
    for (const each of FORMATS)
      execFileSync(process.execPath, [...flags, import.meta.filename, rows, each], { stdio: 'inherit' })
  }
