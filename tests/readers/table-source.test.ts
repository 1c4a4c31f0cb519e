import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CursorError, itemsOfPages } from '../../shared/readers/page.ts'
import type { SeriesPoint } from '../../shared/readers/series.ts'
import type { Source } from '../../shared/readers/source.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { publisherRowOf } from '../store/ledger-records.ts'
import { CODE, idOf, stockTables } from './stocked-tables.ts'

let engines: Engines
beforeAll(async () => {
  engines = await startEngines()
})
afterAll(() => engines.stop())

const YEAR = { code: CODE, from: 2023, to: 2023 }

async function all(source: Source, query: Partial<Parameters<Source['observations']>[0]> = {}) {
  const observations: SeriesPoint[] = []
  for await (const one of itemsOfPages((page) => source.observations({ ...YEAR, ...query, ...page })))
    observations.push(one)
  return observations
}

const short = ({ publisherId, status, value }: SeriesPoint) => [publisherId, status, value]

describe('observations', () => {
  it('are one for a report that came as text, as page and corrected', async () => {
    const { source, drop } = await stockTables(engines)
    const publisherId = '430223/桐坝镇人民政府'
    await drop(
      { id: 'a', publisherId, bodyHash: 'same', figures: [{ value: 1 }] },
      { id: 'b', publisherId, bodyHash: 'same', figures: [{ value: 1 }] },
      {
        id: 'c',
        publisherId,
        supersedes: 'b',
        figures: [{ value: 2 }],
        sourceUrl: 'https://www.example.gov.cn/1.html',
      },
    )
    const observed = await all(source)
    expect(observed.map(short)).toEqual([[publisherId, 'single', 2]])
    expect(observed[0]).toMatchObject({ documentId: idOf('c'), sourceUrl: 'https://www.example.gov.cn/1.html' })

    await drop({ id: 'b', publisherId, bodyHash: 'same', run: 2, figures: [{ value: 1 }] })
    expect((await all(source)).map(short)).toEqual([[publisherId, 'single', 2]])
  })

  it('are apart for two departments of one city and the city, and together for none', async () => {
    const { source, drop } = await stockTables(engines)
    await drop(
      { id: 'a', publisherId: '361000/司法局', level: 'department', figures: [{ value: 3 }] },
      { id: 'b', publisherId: '361000/教育局', level: 'department', figures: [{ value: 4 }] },
      {
        id: 'c',
        publisherId: '361000',
        level: 'prefecture',
        figures: [{ value: 1046 }, { value: 408, scope: '市本级' }],
      },
    )
    expect((await all(source)).map(short)).toEqual([
      ['361000', 'single', 1046],
      ['361000/司法局', 'single', 3],
      ['361000/教育局', 'single', 4],
    ])
    expect((await all(source, { level: 'prefecture' })).map(short)).toEqual([['361000', 'single', 1046]])
  })

  it('are of every publisher that reported or that the ledger knows, with the reason where there is no report', async () => {
    const { source, drop, ledger, withdraw } = await stockTables(engines)
    await drop(
      { id: 'a', publisherId: '430223', figures: [{ value: 12 }] },
      { id: 'b', publisherId: '430224' },
      { id: 'c', publisherId: '430225', figures: [{ value: 9 }] },
      { id: 'd', publisherId: '510100', figures: [{ value: 9 }] },
    )
    await withdraw('c', 'It names private persons.')
    const unfound = {
      documentId: null,
      publishedOn: null,
      publishedOnFrom: null,
      documentUrl: null,
      reason: null,
    } as const
    for (const publisherId of ['430223', '430211'])
      await ledger.put(
        publisherRowOf({ ...unfound, publisherId, regionCode: publisherId, year: 2023, state: 'missing' }),
      )
    await ledger.expect(
      publisherRowOf({
        ...unfound,
        publisherId: '430212',
        regionCode: '430212',
        year: 2023,
        state: 'not_yet_searched',
      }),
    )
    const observed = await all(source, { region: '43', limit: 2 })
    expect(observed.map(({ publisherId, status, state, reason }) => [publisherId, status, state, reason])).toEqual([
      ['430211', 'no_report', 'missing', null],
      ['430212', 'no_report', 'not_yet_searched', null],
      ['430223', 'single', null, null],
      ['430224', 'none', null, null],
      ['430225', 'no_report', 'withdrawn', 'It names private persons.'],
    ])
    const named = await all(source, { publishers: ['510100', '430225', '510200'], from: 2023, to: 2024 })
    expect(named.map(({ publisherId, year, status, state }) => [publisherId, year, status ?? state])).toEqual([
      ['430225', 2023, 'no_report'],
      ['510100', 2023, 'single'],
      ['510200', 2023, 'no_report'],
      ['430225', 2024, 'no_report'],
      ['510100', 2024, 'no_report'],
      ['510200', 2024, 'no_report'],
    ])
  })

  it.each([1, 3, 7, 1000])('come once each in pages of %s, whatever is written between them', async (limit) => {
    const { source, drop } = await stockTables(engines)
    const publishers = Array.from({ length: 12 }, (_, n) => `43022${n % 4}/第${n}镇人民政府`)
    await drop(...publishers.map((publisherId, n) => ({ id: `${n + 10}`, publisherId, figures: [{ value: n }] })))
    const seen: string[] = []
    let page = 0
    for await (const { publisherId, value } of itemsOfPages((at) => source.observations({ ...YEAR, limit, ...at }))) {
      seen.push(publisherId)
      const n = publishers.indexOf(publisherId)
      expect([n, n + 100]).toContain(value)
      const other = (page * 5) % 12
      if (page < 24)
        await drop({
          id: `${other + 10}`,
          publisherId: publishers[other]!,
          run: 2 + page,
          figures: [{ value: other + 100 }],
        })
      page += 1
    }
    expect(seen.toSorted()).toEqual(publishers.toSorted())
    expect(new Set(seen).size).toBe(12)
  })

  it('are of the table itself where the index may lag behind', async () => {
    const { source, written, tables } = await stockTables(engines)
    const show = await written({ id: 'a', publisherId: '430223', figures: [{ value: 12 }], at: new Date() })
    await show()
    tables.figuresOfCode = async () => []
    expect((await all(source)).map(short)).toEqual([['430223', 'single', 12]])
  })

  it('are of the older run until the newer one is current', async () => {
    const { source, drop, written } = await stockTables(engines)
    await drop({ id: 'a', publisherId: '430223', figures: [{ value: 12 }, { value: 12 }] })
    const show = await written({ id: 'a', publisherId: '430223', run: 2, figures: [{ value: 13 }] })
    expect((await all(source)).map(short)).toEqual([['430223', 'repeated', 12]])
    await show()
    expect((await all(source)).map(short)).toEqual([['430223', 'single', 13]])
  })

  it('are compared with the year before', async () => {
    const { source, drop } = await stockTables(engines)
    const publisherId = '430223'
    await drop(
      { id: 'a', publisherId, year: 2022, figures: [{ value: 12 }] },
      { id: 'b', publisherId, figures: [{ value: 300 }, { value: 13, role: 'baseline', period: 'earlier' }] },
    )
    const [observation] = await all(source)
    expect(observation).toMatchObject({
      flags: ['restated', 'implausible_change'],
      valueBefore: 12,
      restatedBefore: 13,
    })
    const series = await source.series({ publisherId, code: CODE, from: 2021, to: 2024 })
    expect(series.map(({ year, status, value, flags, state }) => [year, status, value, flags, state])).toEqual([
      [2021, 'no_report', null, [], 'not_yet_searched'],
      [2022, 'single', 12, [], null],
      [2023, 'single', 300, ['restated', 'implausible_change'], null],
      [2024, 'no_report', null, [], 'not_yet_searched'],
    ])
  })
})

describe('figures of a code', () => {
  it('are those of current documents, or of all that can be read', async () => {
    const { source, drop } = await stockTables(engines)
    await drop(
      { id: 'a', publisherId: '430223', figures: [{ value: 12 }, { value: 3, scope: '市本级' }] },
      { id: 'b', publisherId: '430223', supersedes: 'a', figures: [{ value: 13 }, { value: 2, scope: '市本级' }] },
    )
    const values = async (query: object) =>
      (await source.figures({ code: CODE, year: 2023, ...query })).items.map(({ value }) => value)
    expect(await values({})).toEqual([13, 2])
    expect(await values({ scope: 'part' })).toEqual([2])
    expect(await values({ current: false })).toEqual([12, 3, 13, 2])
    expect(await values({ region: '44' })).toEqual([])
  })

  it('never mix runs of a document: what is rewritten between two pages is counted', async () => {
    const { source, drop } = await stockTables(engines)
    const figures = (value: number) => [0, 1, 2].map((n) => ({ value: value + n }))
    await drop(
      { id: 'a', publisherId: '430223', figures: figures(10) },
      { id: 'b', publisherId: '430224', figures: figures(20) },
    )
    const query = { code: CODE, year: 2023, limit: 2 }
    const first = await source.figures(query)
    await drop({ id: 'a', publisherId: '430223', run: 2, figures: figures(30) })
    const second = await source.figures({ ...query, cursor: first.next! })
    const third = await source.figures({ ...query, cursor: second.next! })
    expect([first, second, third].map(({ items, rewritten }) => [items.map(({ value }) => value), rewritten])).toEqual([
      [[10, 11], 0],
      [[20], 1],
      [[21, 22], 0],
    ])
  })

  it('come once each though rows of an earlier run have not been removed yet', async () => {
    const { source, drop, written } = await stockTables(engines)
    const ids = ['a', 'b', 'c', 'd']
    for (const id of ids) {
      await drop({ id, publisherId: '430223', run: 2, figures: [{ value: 20 }, { value: 21 }] })
      // Rows of two runs with the same place in the text stand in the index in any order.
      await written({ id, publisherId: '430223', run: 1, figures: [{ value: 10 }, { value: 11 }] })
    }
    for (const limit of [1, 2, 3, 100]) {
      const values: unknown[] = []
      const query = { code: CODE, year: 2023, limit, current: false }
      for await (const { value } of itemsOfPages((page) => source.figures({ ...query, ...page }))) values.push(value)
      expect(values).toEqual(ids.flatMap(() => [20, 21]))
    }
  })

  it('are there though a run comes between the reading of a document and that of its report', async () => {
    const { source, tables, drop } = await stockTables(engines)
    await drop({ id: 'a', publisherId: '430223', figures: [{ value: 10 }] })
    const reports = tables.reports.bind(tables)
    vi.spyOn(tables, 'reports').mockImplementationOnce(async (...asked) => {
      await drop({ id: 'a', publisherId: '430223', run: 2, figures: [{ value: 20 }], at: new Date() })
      return reports(...asked)
    })
    const { items } = await source.figures({ code: CODE, year: 2023 })
    expect(items.map(({ value }) => value)).toEqual([20])
  })

  it('are there though a run comes between the reading of a document that is not current and that of its rows', async () => {
    const { source, tables, drop } = await stockTables(engines)
    await drop({ id: 'a', publisherId: '430223', figures: [{ value: 10 }], at: new Date() })
    const figuresOfRun = tables.figuresOfRun.bind(tables)
    vi.spyOn(tables, 'figuresOfRun').mockImplementationOnce(async (...asked) => {
      await drop({ id: 'a', publisherId: '430223', run: 2, figures: [{ value: 20 }], at: new Date() })
      return figuresOfRun(...asked)
    })
    const { items } = await source.figures({ code: CODE, year: 2023, current: false })
    expect(items.map(({ value }) => value)).toEqual([20])
  })
})

describe('documents', () => {
  it('of a year or status say whether they are current, and of which other', async () => {
    const { source, drop } = await stockTables(engines)
    await drop(
      { id: 'a', publisherId: '430223', bodyHash: 'old' },
      { id: 'b', publisherId: '430223', supersedes: 'a', bodyHash: 'new' },
      { id: 'c', publisherId: '430223', bodyHash: 'new', publishedOn: '2024-02-01' },
      { id: 'd', publisherId: '430223', year: 2022 },
    )
    const listed = async (query: Parameters<Source['documents']>[0]) => {
      const ids: unknown[] = []
      for await (const one of itemsOfPages((page) => source.documents({ ...query, limit: 1, ...page })))
        ids.push([one.documentId[0], one.current, one.duplicateOf?.[0], one.supersededBy?.[0]])
      return ids
    }
    const inYear = [
      ['a', false, undefined, 'b'],
      ['b', true, undefined, undefined],
      ['c', false, 'b', undefined],
    ]
    expect(await listed({ year: 2023 })).toEqual(inYear)
    expect((await listed({ status: 'COMPLETE' })).sort()).toEqual([...inYear, ['d', true, undefined, undefined]])
    expect(await listed({ year: 2023, current: false, region: '43' })).toEqual([inYear[0], inYear[2]])
    expect(await source.document(idOf('c'))).toMatchObject({
      current: false,
      duplicateOf: idOf('b'),
      title: expect.any(String),
    })
    expect(await source.document(idOf('f'))).toBeNull()
    expect(await source.publisher('430223')).toMatchObject({
      name: '攸县人民政府',
      reports: [
        { year: 2022, documentId: idOf('d'), others: [] },
        { year: 2023, documentId: idOf('b') },
      ],
    })
  })
})

describe('the ledger', () => {
  it('is listed by year, place and state, rows of an earlier version once they are expected again', async () => {
    const { source, ledger } = await stockTables(engines)
    const row = publisherRowOf({ publisherId: '430223', regionCode: '430223', year: 2023, state: 'late' })
    await ledger.put(row)
    await ledger.put(publisherRowOf({ publisherId: '430224', regionCode: '430224', year: 2022 }))
    await ledger.expect({ ...row, state: 'not_yet_searched' })
    expect((await source.coverage({ year: 2023 })).items).toEqual([row])
    expect((await source.coverage({ year: 2023, state: 'missing' })).items).toEqual([])
    expect((await source.coverage({ year: 2023, region: '44' })).items).toEqual([])
  })
})

it.each(['', 'x', 'e30'])('a cursor that no list gave out is refused: %j', async (cursor) => {
  const { source } = await stockTables(engines)
  await expect(source.observations({ ...YEAR, cursor })).rejects.toThrow(CursorError)
  await expect(source.figures({ code: CODE, year: 2023, cursor })).rejects.toThrow(CursorError)
})
