import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coverageItemOf, coverageRows } from '../../shared/store/coverage-key.ts'
import { CoverageStore } from '../../shared/store/coverage-store.ts'
import { documentRows } from '../../shared/store/document-row.ts'
import { DocumentStore } from '../../shared/store/document-store.ts'
import { hostRows } from '../../shared/store/host-row.ts'
import { HostStore } from '../../shared/store/host-store.ts'
import { indicatorRows, rowsOf } from '../../shared/store/indicator-row.ts'
import { IndicatorStore } from '../../shared/store/indicator-store.ts'
import { type Item, type OnUnreadable, type RowKind, readRow, type TableName } from '../../shared/store/read-rows.ts'
import { ReaderTables } from '../../shared/store/reader-tables.ts'
import { reportRows } from '../../shared/store/report-row.ts'
import { ResultReader } from '../../shared/store/result-reader.ts'
import { runRows } from '../../shared/store/run-row.ts'
import { RunStore } from '../../shared/store/run-store.ts'
import { sightingRows } from '../../shared/store/sighting-row.ts'
import { SightingStore } from '../../shared/store/sighting-store.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { askedPageOf, listPageRowOf, listRowOf, pageRowOf, publisherRowOf } from './ledger-records.ts'
import {
  arrivalOf,
  chunkOf,
  DOCUMENT_ID,
  documentRowOf,
  failureOf,
  hostRowOf,
  indicatorOf,
  indicatorRowOf,
  rejectionOf,
  reportOf,
  reportRowOf,
  resultOf,
  runRowOf,
  sightingOf,
} from './records.ts'

const { documentId, run, receivedAt, updatedAt, size } = documentRowOf('RECEIVED')
const FILE = { documentId, run, receivedAt, updatedAt, size, detail: 'x' }
const REJECTED_FILE = { ...FILE, status: 'REJECTED', reason: 'empty' }
const FAILED_FILE = { ...FILE, status: 'FAILED', reason: 'internal', error: 'TypeError', requestId: 'r' }
const FORBIDDEN = hostRowOf({ robots: { verdict: { kind: 'forbid', why: 'it answers 500' }, readAt: 1 } })

type Case = [what: string, kind: RowKind, row: Item]

const WHOLE: Case[] = [
  ['a received document', documentRows, documentRowOf('RECEIVED')],
  ['a parsed document', documentRows, documentRowOf('PARSED')],
  ['a complete document', documentRows, documentRowOf('COMPLETE')],
  ['a document that is no report', documentRows, documentRowOf('REJECTED')],
  ['a file that was refused', documentRows, REJECTED_FILE],
  ['a document that failed', documentRows, documentRowOf('FAILED')],
  ['a file that failed', documentRows, FAILED_FILE],
  ['a document that was withdrawn', documentRows, documentRowOf('WITHDRAWN')],
  ['a report', reportRows, reportRowOf()],
  ['a report that was withdrawn', reportRows, reportRowOf([documentRowOf('WITHDRAWN')])],
  ['a run that was opened', runRows, runRowOf('open')],
  ['a run whose figures are on their way', runRows, runRowOf('sent')],
  ['a run that ended', runRows, runRowOf('ended')],
  ['a figure with a code', indicatorRows, indicatorRowOf()],
  ['a figure without one', indicatorRows, indicatorRowOf({ code: null })],
  ['a crawled file', sightingRows, sightingOf()],
  ['an upload', sightingRows, sightingOf({ provenance: null })],
  ['a page', coverageRows, pageRowOf()],
  ['a list', coverageRows, listRowOf()],
  ['a page of a list', coverageRows, listPageRowOf()],
  ['a publisher', coverageRows, publisherRowOf()],
  ['a host with rules', hostRows, hostRowOf()],
  ['a host without', hostRows, FORBIDDEN],
]

const FAULTY: [...Case, attribute: string][] = [
  ['no text', documentRows, { ...documentRowOf('PARSED'), textKey: undefined }, 'textKey'],
  ['a part of the facts', documentRows, { ...documentRowOf('COMPLETE'), title: undefined }, 'title'],
  ['facts of a refused report, not whole', documentRows, { ...documentRowOf('REJECTED'), title: undefined }, 'title'],
  ['no fact at all', documentRows, { ...FILE, status: 'COMPLETE' }, 'kind'],
  ['a reason of another status', documentRows, { ...REJECTED_FILE, reason: 'internal' }, 'reason'],
  ['a status that there is not', documentRows, { ...FILE, status: 'DONE' }, 'status'],
  ['a run without what it read', runRows, { ...runRowOf('open'), state: 'sent' }, 'result'],
  ['a figure that is text', indicatorRows, { ...indicatorRowOf(), value: '12' }, 'value'],
  ['a sentence without an end', indicatorRows, { ...indicatorRowOf(), sentence: { start: 0 } }, 'sentence.end'],
  ['a time that is none', sightingRows, { ...sightingOf(), seenAt: 'yesterday' }, 'seenAt'],
  ["a list's state on a page", coverageRows, { ...pageRowOf(), state: 'list' }, 'state'],
  ['a publisher without a name', coverageRows, { ...publisherRowOf(), publisherId: undefined }, 'publisherId'],
  [
    'rules without text',
    hostRows,
    { ...hostRowOf(), robots: { verdict: { kind: 'rules' }, readAt: 1 } },
    'robots.verdict.text',
  ],
]

describe('reading a row', () => {
  it.each(WHOLE)('gives it as it was written: %s', (_, kind, row) => {
    expect(readRow(kind, row)).toEqual(row)
  })

  it.each(FAULTY)('refuses %s', (_, kind, row, attribute) => {
    expect(() => readRow(kind, row)).toThrow(
      expect.objectContaining({
        name: 'UnreadableRowError',
        table: kind.table,
        issues: expect.arrayContaining([expect.stringContaining(`${attribute}: `)]),
      }),
    )
  })

  it('names the key of a row that it refuses, and limits the length of the message', () => {
    const item = { ...sightingOf(), size: '石'.repeat(10_000) }
    expect(() => readRow(sightingRows, item)).toThrow(
      expect.objectContaining({
        key: { objectKey: 'incoming/a.txt', documentId: DOCUMENT_ID },
        message: expect.stringMatching(/^The row \{"objectKey":"incoming\/a\.txt",.{1,500}$/),
      }),
    )
  })
})

describe('tables with a row that cannot be read', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  const OTHER_ID = 'b'.repeat(32)

  /** Fresh tables; each gets the given items as they are. */
  async function tablesWith(items: Partial<Record<TableName, Item[]>>) {
    const names = await engines.createTables()
    for (const kind of [documentRows, runRows, indicatorRows, sightingRows, coverageRows, hostRows])
      for (const Item of items[kind.table] ?? [])
        await engines.tables.send(new PutCommand({ TableName: names[kind.table], Item }))
    const unreadable: unknown[] = []
    const onUnreadable: OnUnreadable = ({ key }) => unreadable.push(key)
    const storesFor = (...args: [OnUnreadable?]) => ({
      reader: new ResultReader(engines.tables, names),
      tables: new ReaderTables(engines.tables, names, ...args),
      sightings: new SightingStore(engines.tables, names.sightings, ...args),
      ledger: new CoverageStore(engines.tables, names.coverage, ...args),
      hosts: new HostStore(engines.tables, names.hosts, ...args),
    })
    return { names, unreadable, ...storesFor(onUnreadable), strict: storesFor() }
  }

  it('give the others, and report that one: documents', async () => {
    const { sections: _, ...whole } = documentRowOf('COMPLETE')
    const broken = { ...whole, documentId: OTHER_ID, size: 'large' }
    const { reader, tables, strict, unreadable } = await tablesWith({ documents: [whole, broken] })
    const everything = { prefix: '', after: null }
    const ids = [
      (await tables.documentsOfYear(2023, everything, 9)).rows.map(({ documentId }) => documentId),
      (await tables.documentsIn('COMPLETE', null, 9)).rows.map(({ documentId }) => documentId),
      [...(await tables.documents([DOCUMENT_ID, OTHER_ID])).keys()],
    ]
    expect(ids).toEqual(ids.map(() => [DOCUMENT_ID]))
    expect(unreadable).toEqual(ids.map(() => ({ documentId: OTHER_ID })))
    await expect(strict.tables.documents([OTHER_ID])).rejects.toMatchObject({ name: 'UnreadableRowError' })
    await expect(reader.document(OTHER_ID)).rejects.toMatchObject({ key: { documentId: OTHER_ID } })
  })

  it('give the others, and report that one: figures of a code', async () => {
    const whole = indicatorRowOf({ ordinal: 2 })
    const { tables, unreadable } = await tablesWith({ indicators: [whole, { ...indicatorRowOf(), unit: 3 }] })
    expect(await tables.figuresOfCode('fuyi_cases', 2023, { prefix: '', after: null })).toEqual([whole])
    expect(unreadable).toEqual([{ documentId: DOCUMENT_ID, runOrdinal: '00000001#000001' }])
  })

  it('give no figures of a document rather than some of them', async () => {
    const { reader } = await tablesWith({
      indicators: [indicatorRowOf({ ordinal: 2 }), { ...indicatorRowOf(), unit: 3 }],
    })
    await expect(reader.indicatorsOf(documentRowOf('COMPLETE'))).rejects.toMatchObject({ name: 'UnreadableRowError' })
  })

  it('give the others, and report that one: sightings', async () => {
    const broken = { ...sightingOf({ objectKey: 'incoming/b' }), provenance: {} }
    const { sightings, unreadable } = await tablesWith({ sightings: [sightingOf(), broken] })
    expect(await sightings.ofDocument(DOCUMENT_ID)).toEqual([sightingOf()])
    expect(await sightings.underKey('incoming/b')).toEqual([])
    expect(unreadable).toMatchObject([{ objectKey: 'incoming/b' }, { objectKey: 'incoming/b' }])
  })

  it('give the others, and report that one: the ledger', async () => {
    const broken = { ...coverageItemOf(listRowOf()), ...listRowOf(), pages: null }
    const { ledger, unreadable } = await tablesWith({ coverage: [broken] })
    await ledger.put(pageRowOf())
    expect(await ledger.rowsOf('test')).toEqual([pageRowOf()])
    expect(await ledger.all()).toEqual([pageRowOf()])
    const key = { ownerKey: 'portal#test', itemKey: `list#${listRowOf().url}` }
    expect(unreadable).toEqual([key, key])
  })

  it('end the turns at the other hosts, and report that one', async () => {
    const { hosts, unreadable } = await tablesWith({
      hosts: [hostRowOf(), { host: 'b', turn: 'two', turnEnds: 'soon' }],
    })
    await hosts.endTurnsTakenBefore(Date.now())
    await (await hosts.takeTurn(hostRowOf().host, 1000)).end(0)
    expect(unreadable).toEqual([{ host: 'b' }])
  })

  it('hold no attribute that is not read', async () => {
    const { names, ledger, sightings, hosts } = await tablesWith({})
    const documents = new DocumentStore(engines.tables, names.documents)
    const indicators = new IndicatorStore(engines.tables, names.indicators)
    const runs = new RunStore(engines.tables, names.runs)
    const ids = ['1', '2', '3', '4', '5', '6', '7'].map((digit) => digit.padStart(32, '0')) as [string, ...string[]]
    for (const documentId of ids) await runs.open(await documents.receive(arrivalOf({ documentId })), 1)
    const [, parsed, failed, complete, refused, unread] = ids as [string, string, string, string, string, string]
    await documents.recordParsed(parsed, 1, resultOf())
    await documents.recordParsed(failed, 1, resultOf())
    await documents.recordFailed(failureOf({ documentId: failed }))
    await documents.showRun(complete, 1, resultOf())
    await documents.recordRejected(refused, 1, rejectionOf({ report: reportOf() }))
    await documents.recordRejected(unread, 1, rejectionOf())
    await documents.recordFailed(failureOf())
    await runs.recordSent(parsed, 1, resultOf())
    await runs.addWrittenChunk(parsed, 1, 0)
    await runs.recordFailure(failureOf({ documentId: failed }))
    await runs.endUpTo(complete, 1)
    await indicators.put(
      rowsOf(chunkOf({ indicators: [indicatorOf(), indicatorOf({ ordinal: 2, code: 'fuyi_cases' })] })),
    )
    await sightings.record(sightingOf())
    for (const row of [listRowOf(), listPageRowOf()]) await ledger.put(row)
    await ledger.ask(askedPageOf())
    await ledger.recordFound(publisherRowOf())
    await hosts.takeTurn('a', 0)
    await hosts.keepRobots('a', { verdict: { kind: 'allow', why: 'it answers 404' }, readAt: 1 })

    for (const kind of [documentRows, runRows, indicatorRows, sightingRows, coverageRows, hostRows] as const) {
      const { Items = [] } = await engines.tables.send(new ScanCommand({ TableName: names[kind.table] }))
      expect(Items.length).toBeGreaterThan(0)
      for (const item of Items) {
        const { ownerKey: _, itemKey: __, publisherYear: ___, ...attributes } = item
        expect(readRow<unknown>(kind, item)).toEqual(attributes)
      }
    }
  })
})
