import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { rowsOf } from '../../shared/store/indicator-row.ts'
import { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { ResultReader } from '../../shared/store/result-reader.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { arrivalOf, chunkOf, indicatorOf, parsedFactsOf, reportOf } from './records.ts'

describe('ResultReader', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  async function prepare() {
    const names = await engines.createTables()
    const documents = new DocumentStore(engines.tables, names.documents)
    const indicators = new IndicatorStore(engines.tables, names.indicators)
    const parsed = async (documentId: string, run: number, regionCode = '440114', year = 2023) => {
      const row = await documents.receive(arrivalOf({ documentId, run }))
      const report = reportOf({ documentId, regionCode, year })
      await documents.recordParsed(row, run, parsedFactsOf({ report }))
      const rows = [1, 2].map((ordinal) => indicatorOf({ ordinal, code: 'fuyi_cases', value: run * 100 + ordinal }))
      return rowsOf(chunkOf({ documentId, run, indicators: rows, facts: { regionCode, year } }))
    }
    const complete = async (documentId: string, run: number, ...place: [string?, number?]) => {
      await indicators.put(await parsed(documentId, run, ...place))
      await documents.complete(documentId, run)
    }
    const valuesOf = async (documentId: string) => {
      const document = await documents.get(documentId)
      return (await reader.indicatorsOf(document!)).map(({ value }) => value)
    }
    const reader = new ResultReader(engines.tables, names)
    const compared = async (...query: [number, string?]) =>
      (await reader.indicatorsByCode('fuyi_cases', ...query)).map(({ documentId, value }) => [documentId[0], value])
    return { reader, valuesOf, documents, indicators, parsed, complete, compared }
  }

  const A = 'a'.repeat(32)
  const B = 'b'.repeat(32)

  it('shows the figures of a COMPLETE document in the order of its text', async () => {
    const { valuesOf, complete } = await prepare()
    await complete(A, 1)
    expect(await valuesOf(A)).toEqual([101, 102])
  })

  it('shows no figures while a newer run replaces them, and then only the newer', async () => {
    const { reader, valuesOf, documents, indicators, complete, parsed, compared } = await prepare()
    await complete(A, 1)

    const old = await documents.get(A)
    const [first, second] = await parsed(A, 2)
    await indicators.put([first!])
    expect(await valuesOf(A)).toEqual([])
    await expect(reader.indicatorsOf(old!)).rejects.toThrow(/being replaced/)
    expect(await compared(2023)).toEqual([])

    await indicators.put([second!])
    await documents.complete(A, 2)
    expect(await valuesOf(A)).toEqual([201, 202])
    expect(await compared(2023)).toEqual([
      ['a', 201],
      ['a', 202],
    ])
  })

  it('compares a code over places by prefix of the region code, in one year', async () => {
    const { complete, compared } = await prepare()
    await complete(A, 1, '440114', 2023)
    await complete(B, 1, '330106', 2023)
    await complete('c'.repeat(32), 1, '440103', 2022)
    expect(await compared(2023)).toEqual([
      ['b', 101],
      ['b', 102],
      ['a', 101],
      ['a', 102],
    ])
    expect(await compared(2023, '44')).toEqual([
      ['a', 101],
      ['a', 102],
    ])
  })

  it('finds documents by place and year, and by status', async () => {
    const { reader, complete, parsed } = await prepare()
    await complete(A, 1, '440114', 2023)
    await parsed(B, 1, '440114', 2022)
    const ids = async (rows: Promise<{ documentId: string }[]>) => (await rows).map(({ documentId }) => documentId)
    expect(await ids(reader.documentsOf('440114'))).toEqual([B, A])
    expect(await ids(reader.documentsOf('440114', 2023))).toEqual([A])
    expect(await ids(reader.documentsIn('PARSED'))).toEqual([B])
  })
})
