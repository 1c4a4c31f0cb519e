import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Format } from '../../shared/exports/names.ts'
import type { FlatRow } from '../../shared/exports/table.ts'
import { writeFile } from '../../shared/exports/write-file.ts'
import {
  boolean,
  type Columns,
  date,
  integer,
  integers,
  long,
  number,
  string,
  strings,
  time,
} from '../../shared/readers/columns/column.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { query } from './duckdb.ts'

/** Of each type one. */
const columns: Columns<never> = {
  text: string('Text.', () => null),
  count: integer('Below 2³¹.', () => null),
  size: long('Above.', () => null),
  value: number('Any number.', () => null),
  is_sure: boolean('Yes or no.', () => null),
  day: date('A day.', () => null),
  seen_at: time('An instant.', () => null),
  flags: strings('Words.', () => []),
  ordinals: integers('Numbers.', () => []),
}

const ROW = {
  text: '攸县',
  count: 3,
  size: 5_000_000_000,
  value: -0.1,
  is_sure: false,
  day: '2024-02-29',
  seen_at: '2024-03-31T16:00:00.123Z',
  flags: ['several', 'break'],
  ordinals: [4, 20],
} satisfies FlatRow
const EMPTY = { ...Object.fromEntries(Object.keys(columns).map((name) => [name, null])), flags: [], ordinals: [] }

async function* given(rows: readonly FlatRow[]) {
  yield* rows
}

async function written(format: Format, rows: readonly FlatRow[]) {
  const path = join(await temporaryFolder(), `rows.${format}`)
  return { path, ...(await writeFile(format, path, columns, given(rows))) }
}

describe('a file of an export', () => {
  it.each(['csv', 'jsonl', 'parquet'] as const)('is described by its rows, size and sum: %s', async (format) => {
    const { path, rows, bytes, sha256 } = await written(format, [ROW, EMPTY as FlatRow])
    const content = await readFile(path)
    expect({ rows, bytes, sha256 }).toEqual({
      rows: 2,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    })
  })

  it('keeps types in Parquet, as DuckDB reads them, and the same cells as JSON lines', async () => {
    const rows = [ROW, EMPTY as FlatRow]
    const { path } = await written('parquet', rows)
    const jsonl = await readFile((await written('jsonl', rows)).path, 'utf8')

    const types = await query(`DESCRIBE SELECT * FROM '${path}'`)
    const cells = await query(
      `SELECT * REPLACE (strftime(day, '%Y-%m-%d') AS day, epoch_ms(seen_at) AS seen_at) FROM '${path}'`,
    )

    expect(types.map(({ column_name, column_type }) => `${column_name} ${column_type}`)).toEqual([
      'text VARCHAR',
      'count INTEGER',
      'size BIGINT',
      'value DOUBLE',
      'is_sure BOOLEAN',
      'day DATE',
      'seen_at TIMESTAMP WITH TIME ZONE',
      'flags VARCHAR[]',
      'ordinals INTEGER[]',
    ])
    const lines = jsonl
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(cells).toEqual(
      lines.map((line) => ({ ...line, seen_at: line.seen_at === null ? null : Date.parse(line.seen_at) })),
    )
  })

  it('is valid without rows', async () => {
    const { path } = await written('parquet', [])
    expect(await query(`SELECT * FROM '${path}'`)).toEqual([])
    expect(await readFile((await written('csv', [])).path, 'utf8')).toBe(`\ufeff${Object.keys(columns)}\r\n`)
    expect(await readFile((await written('jsonl', [])).path, 'utf8')).toBe('')
  })

  it('is CSV that a strict parser reads as it was, with formulas defused', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'=+-@＝\t\r\n",;\'|攸a1 '), minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 50 }), async (texts) => {
        const { path } = await written(
          'csv',
          texts.map((one) => ({ ...ROW, text: one })),
        )
        const content = await readFile(path, 'utf8')
        const read = parse(content, { bom: true, columns: true, record_delimiter: '\r\n' })
        expect(content.startsWith('\ufefftext,')).toBe(true)
        expect(read).toMatchObject(
          texts.map((one) => ({
            text: /^[=+\-@＝\t\r\n]/.test(one) ? `'${one}` : one,
            value: '-0.1',
            flags: 'several break',
          })),
        )
      }),
      { numRuns: 20 },
    )
  })
})
