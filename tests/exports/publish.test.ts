import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishNextYear } from '../../shared/exports/publish.ts'
import { ExportBucket } from '../../shared/store/export-bucket.ts'
import { ExportFiles } from '../../shared/store/export-files.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { idOf, stockTables, TODAY } from '../readers/stocked-tables.ts'
import { publisherRowOf } from '../store/ledger-records.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { query } from './duckdb.ts'

let engines: Engines
beforeAll(async () => {
  engines = await startEngines()
})
afterAll(() => engines.stop())

let made = 0

async function stocked() {
  const stock = await stockTables(engines)
  made += 1
  const bucket = `exports-${made}`
  await engines.s3.send(new CreateBucketCommand({ Bucket: bucket }))
  const folder = await temporaryFolder()
  const files = new ExportFiles(engines.s3, bucket)
  const puts: string[] = []
  const target = new ExportBucket(engines.s3, bucket)
  const exports = {
    putFile: (path: string, file: string) => target.putFile(path, file).then(() => void puts.push(path)),
    putText: (path: string, text: string) => target.putText(path, text).then(() => void puts.push(path)),
    putManifest: (manifest: Parameters<typeof target.putManifest>[0]) =>
      target.putManifest(manifest).then(() => void puts.push('manifest.json')),
  }
  let hour = 0
  return {
    ...stock,
    files,
    puts,
    publish: () => {
      hour += 1
      puts.length = 0
      const now = () => new Date(Date.UTC(2025, 4, 1, hour))
      return publishNextYear({ reader: { ...stock, today: TODAY }, files, exports, folder, now })
    },
    /** Rows of a table of a year, as DuckDB reads the file. */
    rows: async (path: string) => {
      const { Body } = await engines.s3.send(new GetObjectCommand({ Bucket: bucket, Key: `exports/${path}` }))
      const copy = join(await temporaryFolder(), 'copy.parquet')
      await writeFile(copy, await Body!.transformToByteArray())
      return query(`SELECT * FROM '${copy}'`)
    },
    keys: async () => {
      const { Contents = [] } = await engines.s3.send(new ListObjectsV2Command({ Bucket: bucket }))
      return Contents.map(({ Key }) => Key!)
    },
  }
}

const OF_YEAR = ['coverage', 'documents', 'indicators', 'observations']
const pathOf = (table: string, year: number) => `${table}/year=${year}/${table}.parquet`

describe('exports in the bucket', () => {
  it('are written year by year, the last one first, each with the manifest last', async () => {
    const { publish, drop, files, puts, keys } = await stocked()
    await drop({ id: 'a', publisherId: '430223', year: 2022, figures: [{ value: 10 }] })
    await drop({ id: 'b', publisherId: '430223', figures: [{ value: 12 }] })
    expect(await files.list()).toEqual([])

    const first = await publish()
    expect([first.year, puts.at(-1)]).toEqual([2023, 'manifest.json'])
    const second = await publish()
    expect([second.year, second.files.toSorted()]).toEqual([2022, OF_YEAR.map((table) => pathOf(table, 2022))])
    expect(await publish()).toEqual({ year: null, files: [] })
    expect(puts).toEqual([])

    const listed = await files.list()
    const expected = [
      'catalogue/catalogue.parquet',
      ...OF_YEAR.flatMap((table) => [pathOf(table, 2022), pathOf(table, 2023)]),
    ]
    expect(listed.map(({ path }) => path)).toEqual(expected.toSorted())
    expect(listed.find(({ path }) => path === pathOf('indicators', 2023))).toMatchObject({
      table: 'indicators',
      year: 2023,
      rows: 1,
    })
    const beside = ['CITATION.cff', 'LICENSE', 'SHA256SUMS', 'datapackage.json', 'manifest.json']
    expect((await keys()).toSorted()).toEqual([...expected, ...beside].map((path) => `exports/${path}`).toSorted())
  })

  it('are written again where something changed, and only the files that did', async () => {
    const { publish, drop, puts, rows, ledger } = await stocked()
    await drop({ id: 'a', publisherId: '430223', figures: [{ value: 10 }] })
    await publish()

    await ledger.put(publisherRowOf({ publisherId: '430223', year: 2023 }))
    expect(await publish()).toEqual({ year: 2023, files: [pathOf('coverage', 2023)] })
    expect(puts.filter((path) => path.endsWith('.parquet'))).toEqual([pathOf('coverage', 2023)])

    await drop({ id: 'b', publisherId: '430223', publishedOn: '2024-05-05', figures: [{ value: 11 }] })
    const { files } = await publish()
    expect(files.toSorted()).toEqual(['documents', 'indicators', 'observations'].map((table) => pathOf(table, 2023)))
    expect(await rows(pathOf('indicators', 2023))).toMatchObject([
      { document_id: idOf('b'), value: 11, is_current: true },
    ])
    expect(await rows(pathOf('documents', 2023))).toHaveLength(2)
  })

  it('are written for a year whose year before changed: observations are compared with it', async () => {
    const { publish, drop, rows } = await stocked()
    await drop({ id: 'b', publisherId: '430223', figures: [{ value: 12 }] })
    await publish()
    await drop({ id: 'a', publisherId: '430223', year: 2022, figures: [{ value: 10 }] })
    const published = [await publish(), await publish()]
    expect(published.map(({ year }) => year).toSorted()).toEqual([2022, 2023])
    const observed = await rows(pathOf('observations', 2023))
    expect(observed.find(({ value }) => value === 12)).toMatchObject({ value_before: 10 })
  })

  it('keep the manifest of what is there if a file cannot be put', async () => {
    const { publish, drop, files } = await stocked()
    await drop({ id: 'a', publisherId: '430223', figures: [{ value: 10 }] })
    await publish()
    const before = await files.manifest()
    await drop({ id: 'b', publisherId: '430224', figures: [{ value: 11 }] })
    const put = ExportBucket.prototype.putFile
    ExportBucket.prototype.putFile = () => Promise.reject(new Error('no room'))
    try {
      await expect(publish()).rejects.toThrow('no room')
    } finally {
      ExportBucket.prototype.putFile = put
    }
    expect(await files.manifest()).toEqual(before)
    expect((await publish()).year).toBe(2023)
  })
})
