import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { rowFactsOf } from '../../shared/store/document-facts.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { rowsOf } from '../../shared/store/indicator-row.ts'
import { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { ResultReader } from '../../shared/store/result-reader.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { arrivalOf, chunkOf, indicatorOf, reportOf, resultOf } from './records.ts'

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
    /** Writes the rows of a run beside those that the document shows. */
    const written = async (documentId: string, run: number, regionCode = '440114', year = 2023) => {
      await documents.receive(arrivalOf({ documentId }))
      const report = reportOf({ documentId, regionCode, year })
      const facts = rowFactsOf(report)
      const figures = [1, 2].map((ordinal) => indicatorOf({ ordinal, code: 'fuyi_cases', value: run * 100 + ordinal }))
      await indicators.put(rowsOf(chunkOf({ documentId, run, indicators: figures, facts })))
      return resultOf({ report })
    }
    const complete = async (documentId: string, run: number, ...place: [string?, number?]) => {
      await documents.showRun(documentId, run, await written(documentId, run, ...place))
    }
    const valuesOf = async (documentId: string) => {
      const result = await reader.result(documentId)
      return result?.indicators.map(({ value }) => value)
    }
    const reader = new ResultReader(engines.tables, names)
    return { reader, valuesOf, documents, indicators, written, complete }
  }

  const A = 'a'.repeat(32)

  it('shows the figures of a COMPLETE document in the order of its text', async () => {
    const { valuesOf, complete } = await prepare()
    await complete(A, 1)
    expect(await valuesOf(A)).toEqual([101, 102])
  })

  it('shows the older run until the document shows the newer, whatever is written beside it', async () => {
    const { valuesOf, documents, written, complete } = await prepare()
    await complete(A, 1)
    const newer = await written(A, 2)
    await documents.recordParsed(A, 2, newer)
    expect(await valuesOf(A)).toEqual([101, 102])

    await documents.showRun(A, 2, newer)
    expect(await valuesOf(A)).toEqual([201, 202])
  })

  it('reads again if the rows were removed since the document was read', async () => {
    const { reader, documents, indicators, complete } = await prepare()
    await complete(A, 1)
    const old = (await documents.get(A))!
    await complete(A, 2)
    await indicators.removeBefore(A, 2)
    await expect(reader.indicatorsOf(old)).rejects.toMatchObject({ name: 'RowsReplacedError' })
    vi.spyOn(reader, 'document').mockResolvedValueOnce(old)
    expect((await reader.result(A))?.indicators.map(({ value }) => value)).toEqual([201, 202])
  })
})
