import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../shared/catalogue/catalogue.ts'
import { exportFolder } from '../../shared/exports/export-folder.ts'
import type { ExportTableName, Format } from '../../shared/exports/names.ts'
import type { FlatRow, Narrowed } from '../../shared/exports/table.ts'
import { EXPORT_TABLES } from '../../shared/exports/tables.ts'
import { yearsWithRows } from '../../shared/exports/years.ts'
import { OBSERVATION_COLUMNS } from '../../shared/readers/columns/observations.ts'
import { itemsOfPages } from '../../shared/readers/page.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { CODE, idOf, stockTables, TODAY } from '../readers/stocked-tables.ts'
import { publisherRowOf } from '../store/ledger-records.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { query } from './duckdb.ts'

let engines: Engines
beforeAll(async () => {
  engines = await startEngines()
})
afterAll(() => engines.stop())

const YEARS = [2022, 2023]
const OTHER = 'litigation.new'
const TEXT = '全县受理行政复议案件十二件。'

/** Tables with two years, a duplicate, a report that is missing, and figures without a code. */
async function stocked() {
  const stock = await stockTables(engines)
  stock.texts.set('text/x', TEXT)
  const sentence = { start: 2, end: 8 }
  await stock.drop(
    { id: 'a', publisherId: '430223', year: 2022, figures: [{ value: 10, sentence }] },
    { id: 'b', publisherId: '430223', figures: [{ value: 120, sentence }, { code: OTHER, value: 4 }, { code: null }] },
    { id: 'c', publisherId: '430223', bodyHash: 'b', publishedOn: '2024-01-01', figures: [{ value: 120 }] },
    { id: 'd', publisherId: '430224/司法局', level: 'department', figures: [{ value: 4 }, { value: 5 }] },
    { id: 'e', publisherId: '510100', figures: [{ value: 9, code: OTHER, bound: 'approx' }] },
  )
  await stock.ledger.put(publisherRowOf({ publisherId: '430225', year: 2023, state: 'missing', documentId: null }))
  const reader = { ...stock, today: TODAY }
  const exported = async (names: readonly ExportTableName[], format: Format, narrowed: Narrowed = {}) => {
    const folder = join(await temporaryFolder(), 'out')
    const tables = names.map((name) => EXPORT_TABLES[name])
    await exportFolder(reader, { tables, format, years: YEARS, narrowed, folder })
    return folder
  }
  const lines = async (name: ExportTableName, narrowed?: Narrowed) => {
    const text = await readFile(join(await exported([name], 'jsonl', narrowed), `${name}.jsonl`), 'utf8')
    return text
      .split('\n')
      .filter(Boolean)
      .map((line): FlatRow => JSON.parse(line))
  }
  return { ...reader, exported, lines }
}

describe('an export', () => {
  it('has the observations that are answered code by code, and those of every other code', async () => {
    const { lines, source } = await stocked()
    const answered: FlatRow[] = []
    const codes = [CODE, OTHER, 'enforcement.penalties']
    for (const year of YEARS)
      for (const code of codes)
        for await (const one of itemsOfPages((page) => source.observations({ code, from: year, to: year, ...page })))
          answered.push(
            Object.fromEntries(Object.entries(OBSERVATION_COLUMNS).map(([name, { of }]) => [name, of(one)])),
          )

    const exported = await lines('observations')

    const keyOf = ({ publisher_id, year, code }: FlatRow) => `${year} ${publisher_id} ${code}`
    const sorted = (rows: readonly FlatRow[]) => new Map(rows.map((row) => [keyOf(row), row]))
    expect(exported).toHaveLength((answered.length / codes.length) * CATALOGUE.length)
    expect(new Set(exported.map(({ status }) => status))).toEqual(new Set(['single', 'several', 'none', 'no_report']))
    const found = sorted(exported)
    for (const [key, row] of sorted(answered)) expect(found.get(key)).toMatchObject(row)
  })

  it('is of the years that have a document or a row of the ledger', async () => {
    expect(await yearsWithRows(await stocked())).toEqual(YEARS)
  })

  it('has figures with their sentences and places, and says which documents are current', async () => {
    const { lines } = await stocked()
    const figures = await lines('indicators')
    expect(figures.map(({ document_id, year, code, is_current }) => [document_id, year, code, is_current])).toEqual([
      [idOf('a'), 2022, CODE, true],
      [idOf('b'), 2023, CODE, true],
      [idOf('b'), 2023, OTHER, true],
      [idOf('b'), 2023, null, true],
      [idOf('c'), 2023, CODE, false],
      [idOf('d'), 2023, CODE, true],
      [idOf('d'), 2023, CODE, true],
      [idOf('e'), 2023, OTHER, true],
    ])
    expect(figures[0]).toMatchObject({
      sentence_text: TEXT.slice(2, 8),
      province: '湖南省',
      prefecture: '株洲市',
      county: '攸县',
    })
  })

  it('is narrowed by code, region and to what is current', async () => {
    const { lines } = await stocked()
    const narrowed = await lines('indicators', { code: CODE, region: '4302', current: true })
    expect(narrowed.map(({ document_id }) => document_id)).toEqual([idOf('a'), idOf('b'), idOf('d'), idOf('d')])
    const documents = await lines('documents', { current: true, region: '43' })
    expect(documents.map(({ document_id }) => document_id)).toEqual([idOf('a'), idOf('b'), idOf('d')])
    const observations = await lines('observations', { code: CODE, region: '430225' })
    expect(observations).toMatchObject([{ publisher_id: '430225', status: 'no_report', state: 'missing' }])
  })

  it('has Parquet by year that DuckDB reads as the JSON lines', async () => {
    const { exported, lines } = await stocked()
    const folder = await exported(['documents', 'observations', 'indicators', 'coverage'], 'parquet')
    for (const name of ['observations', 'indicators'] as const) {
      const rows = await query(`SELECT * FROM read_parquet('${folder}/${name}/*/*.parquet') ORDER BY year`)
      const jsonl = (await lines(name)).toSorted((a, b) => Number(a.year) - Number(b.year))
      expect(rows).toEqual(jsonl)
    }
    const counts = await query(
      `SELECT (SELECT count(*) FROM '${folder}/documents/*/*.parquet') AS documents,
              (SELECT count(*) FROM '${folder}/coverage/*/*.parquet') AS coverage`,
    )
    expect(counts).toEqual([{ documents: 5, coverage: 1 }])
  })

  it('is described: every file by its sum, every column by its type and meaning', async () => {
    const { exported } = await stocked()
    const folder = await exported(['observations', 'catalogue'], 'csv')
    const sums = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trim().split('\n')
    const files = ['observations.csv', 'catalogue.csv', 'datapackage.json', 'LICENSE', 'CITATION.cff']
    expect(sums.map((line) => line.slice(66))).toEqual(files)
    for (const line of sums) {
      const content = await readFile(join(folder, line.slice(66)))
      expect(line.slice(0, 64)).toBe(createHash('sha256').update(content).digest('hex'))
    }
    const { resources, licenses } = JSON.parse(await readFile(join(folder, 'datapackage.json'), 'utf8'))
    expect(licenses).toMatchObject([{ name: 'CC-BY-4.0' }])
    for (const { path, schema, rows, bytes } of resources) {
      const content = await readFile(join(folder, path), 'utf8')
      const [header, ...records] = parse(content, { bom: true, record_delimiter: '\r\n' })
      expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(header)
      expect({ rows, bytes }).toEqual({ rows: records.length, bytes: Buffer.byteLength(content) })
      for (const { name, type, description } of schema.fields)
        expect([name, type.length > 0, /\S.*\.$/.test(description)]).toEqual([name, true, true])
    }
  })
})
