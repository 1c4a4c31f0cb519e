import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unvisited } from '../../shared/crawl/ledger/rows.ts'
import { CoverageStore } from '../../shared/store/coverage-store.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { askedPageOf, listPageRowOf, listRowOf, pageRowOf, publisherRowOf } from './ledger-records.ts'

describe('CoverageStore', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  async function prepare() {
    const { coverage } = await engines.createTables()
    const keys = async () => {
      const { Items = [] } = await engines.tables.send(new ScanCommand({ TableName: coverage }))
      return Items.map(({ ownerKey, itemKey }) => `${ownerKey} ${itemKey}`).sort()
    }
    return { store: new CoverageStore(engines.tables, coverage), keys }
  }

  it('keeps no page of a list that is larger than an item may be, so that it is read anew each time', async () => {
    const { store, keys } = await prepare()
    const { reading } = listPageRowOf()
    const items = Array.from({ length: 2000 }, (_, n) => ({
      url: `https://www.example.gov.cn/zwgk/fdzdgknr/fzzfjs/202303/t20230301_${n}.html`,
      title: `甲县第${n}镇2022年法治政府建设年度报告，以及与它一起公布的其他文件`,
      publishedOn: '2023-03-01',
    }))
    await store.put(listPageRowOf({ reading: { ...reading, items } }))
    expect(await keys()).toEqual([])
  })

  it('keeps each row under a key that says what it holds', async () => {
    const { store, keys } = await prepare()
    await store.put(pageRowOf({ url: 'https://a/1.html' }))
    await store.ask(askedPageOf({ url: 'https://a/2.html' }))
    await store.put(listRowOf({ url: 'https://a/list' }))
    await store.put(listPageRowOf({ url: 'https://a/list' }))
    await store.expect(publisherRowOf())
    await store.recordFound(publisherRowOf({ publisherId: '440114/石桥镇人民政府' }))
    expect(await keys()).toEqual([
      'portal#test list#https://a/list',
      'portal#test list-page#https://a/list',
      'portal#test page#https://a/1.html',
      'portal#test page#https://a/2.html',
      'publisher#440114 year#2022',
      'publisher#440114/石桥镇人民政府 year#2022',
    ])
  })

  it("lists a portal's rows without those of other portals and of publishers", async () => {
    const { store } = await prepare()
    const rows = [pageRowOf(), listRowOf()]
    for (const row of [...rows, pageRowOf({ portalId: 'test2' }), publisherRowOf({ publisherId: 'test' })])
      await store.put(row)
    expect(await store.rowsOf('test')).toEqual(expect.arrayContaining(rows))
    expect(await store.rowsOf('test')).toHaveLength(rows.length)
    expect(await store.all()).toHaveLength(4)
  })

  it('makes the row of a page that is asked for, and keeps what an earlier visit found', async () => {
    const { store } = await prepare()
    const { portalId, url } = askedPageOf()
    expect(await store.page(portalId, url)).toBeNull()
    await store.ask(askedPageOf())
    expect(await store.page(portalId, url)).toEqual(unvisited(askedPageOf()))
    await store.put(pageRowOf())
    const again = { title: '新题', askedAt: '2026-02-02T00:00:00.000Z' }
    await store.ask(askedPageOf(again))
    expect(await store.page(portalId, url)).toEqual(pageRowOf(again))
  })
})
