import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TableSource } from '../../shared/readers/table-source.ts'
import { CoverageStore } from '../../shared/store/coverage-store.ts'
import { DocumentListing } from '../../shared/store/document-listing.ts'
import { FormerDocuments } from '../../shared/store/former-documents.ts'
import { FormerIndicators } from '../../shared/store/former-indicators.ts'
import { FormerLedger } from '../../shared/store/former-ledger.ts'
import { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { migrate } from '../../shared/store/migrate.ts'
import { refuseUnreadable } from '../../shared/store/read-rows.ts'
import { ReaderTables } from '../../shared/store/reader-tables.ts'
import { ReportStore } from '../../shared/store/report-store.ts'
import type { ReprocessRequest } from '../../shared/store/reprocess-request.ts'
import { ResultReader } from '../../shared/store/result-reader.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { type Fuse, fuseIn } from '../engines/fuse.ts'
import { formerLedger, listPageRowOf, listRowOf, pageRowOf, publisherRowOf, walkRowOf } from './ledger-records.ts'
import { chunkOf, documentRowOf, indicatorOf } from './records.ts'

const A = 'a'.repeat(32)
const B = 'b'.repeat(32)

const NO_BUCKET = { readText: () => Promise.reject(new Error('No text is asked for.')) }

describe('moving what version 0.1 stored', () => {
  let engines: Engines
  let fuse: Fuse
  beforeAll(async () => {
    engines = await startEngines()
    fuse = fuseIn(engines)
  })
  afterAll(() => engines.stop())

  /** A document with two figures and what a longer run left, and one whose figures were on their way. */
  async function prepare(indicatorCount = 2) {
    const names = await engines.createTables()
    const put = (table: keyof typeof names, Item: object) =>
      engines.tables.send(new PutCommand({ TableName: names[table], Item }))
    for (const [documentId, status] of [
      [A, 'COMPLETE'],
      [B, 'PARSED'],
    ] as const) {
      const { publisherId: _, publisherDocument: __, ...row } = documentRowOf(status)
      await put('documents', { ...row, documentId, run: 5, indicatorCount })
    }
    const { publisherId: _, ...facts } = chunkOf().facts
    for (const [documentId, ordinal, run] of [
      [A, 1, 5],
      [A, 2, 5],
      [A, 3, 4],
      [B, 1, 5],
    ] as const) {
      const keys = { codeYear: 'fuyi_cases#2023', regionDocumentOrdinal: `440114#${documentId}#00000${ordinal}` }
      const figure = indicatorOf({ ordinal, code: 'fuyi_cases' })
      await put('formerIndicators', { documentId, run, ...facts, ...figure, ...keys })
    }
    for (const item of formerLedger()) await put('coverage', item)
    const sent: ReprocessRequest[] = []
    const deps = {
      formerDocuments: new FormerDocuments(engines.tables, names.documents, refuseUnreadable),
      formerIndicators: new FormerIndicators(engines.tables, names.formerIndicators),
      formerLedger: new FormerLedger(engines.tables, names.coverage),
      indicators: new IndicatorStore(engines.tables, names.indicators),
      listing: new DocumentListing(engines.tables, names.documents),
      reports: new ReportStore(engines.tables, names.reports),
      reprocessQueue: { send: async (request: ReprocessRequest) => void sent.push(request) },
      onProgress: () => {},
    }
    const reader = new ResultReader(engines.tables, names)
    const tables = new ReaderTables(engines.tables, names)
    const source = new TableSource({
      tables,
      results: reader,
      sightings: { ofDocument: async () => [] },
      bucket: NO_BUCKET,
      files: { list: async () => [] },
    })
    const keysOf = (rows: readonly { documentId: string; ordinal: number }[] = []) =>
      rows.map(({ documentId, ordinal }) => `${documentId[0]}${ordinal}`)
    return {
      deps,
      sent,
      read: async () => keysOf((await reader.result(A))?.indicators),
      compared: async () => keysOf((await source.figures({ code: 'fuyi_cases', year: 2023, region: '44' })).items),
      former: async () => {
        const left: string[] = []
        for await (const ids of deps.formerIndicators.documents()) left.push(...ids)
        return left
      },
      document: () => reader.document(A),
      ledger: () => new CoverageStore(engines.tables, names.coverage).all(),
      ledgerOfYear: async (year: number) => (await tables.ledgerOfYear(year, { prefix: '', after: null }, 9)).rows,
    }
  }

  const READ = ['a1', 'a2']

  it('shows the figures of a document before, stopped between any two requests, and after, and then compares them', async () => {
    const undisturbed = await prepare()
    expect(await undisturbed.read()).toEqual(READ)
    const calls = await fuse.count(() => migrate(undisturbed.deps))
    for (let call = 1; call <= calls + 1; call += 1) {
      const { deps, read, compared, former, document, sent } = await prepare()
      await fuse.blowBefore(call, () => migrate(deps).catch(() => {}))
      expect([call, await read()]).toEqual([call, READ])
      await migrate(deps)
      expect([call, await read(), await compared()]).toEqual([call, READ, READ])
      expect(await former()).toEqual([])
      expect(await document()).toMatchObject({ publisherId: '440114/石桥镇人民政府', run: 5 })
      expect(sent).toContainEqual({ reprocess: B })
    }
  })

  it('brings what the ledger knows of publishers into its index, and reads everything in it', async () => {
    const { deps, ledger, ledgerOfYear } = await prepare()
    expect(await ledgerOfYear(2022)).toEqual([])
    await migrate(deps)
    expect(await ledgerOfYear(2022)).toEqual([publisherRowOf()])
    const rows = [pageRowOf(), listRowOf(), listPageRowOf(), walkRowOf({ wholeAt: null }), publisherRowOf()]
    expect(await ledger()).toEqual(expect.arrayContaining(rows))
    expect(await ledger()).toHaveLength(rows.length)
  })

  it('leaves a document whose figures are not all there, and says so', async () => {
    const { deps, former } = await prepare(9)
    const { incomplete: found } = await migrate(deps)
    expect([...found]).toEqual([[A, '2 of 9 figures']])
    expect(await former()).toContain(A)
  })
})
