import { describe, expect, it } from 'vitest'
import { judgeYear, type Search } from '../../shared/crawl/ledger/judge.ts'
import type { ListRow, PageRow } from '../../shared/crawl/ledger/rows.ts'
import { listRowOf, pageRowOf, walkRowOf } from '../store/ledger-records.ts'
import { TIME } from '../store/records.ts'

const LIST = 'https://www.example.gov.cn/list.html'
const TODAY = '2024-11-26'
const found = pageRowOf({ title: '甲县2022年法治政府建设年度报告', year: 2022 })
const unread = (changes: Partial<PageRow>) =>
  pageRowOf({ title: '甲县2023年法治政府建设年度报告', state: 'failed', documentId: null, year: null, ...changes })

function judge(changes: { pages?: PageRow[]; lists?: Partial<ListRow>[]; today?: string; year?: number } = {}) {
  const { pages = [], lists = [{}], today = TODAY, year = 2023 } = changes
  const search: Search = {
    walk: walkRowOf({ lists: lists.map(({ url = LIST }) => url) }),
    lists: lists.map(listRowOf),
    pages: [found, ...pages],
  }
  return judgeYear(year, search, today).state
}

describe('a year whose report was not found', () => {
  it('is missing if every list was read whole and no row is unread', () => {
    expect(judge()).toBe('missing')
    expect(judge({ lists: [{}, { url: `${LIST}?b`, listState: 'no_report_ever' }] })).toBe('missing')
  })

  it('is not due before 2 April', () => {
    expect(judge({ today: '2024-04-01' })).toBe('not_due')
    expect(judge({ today: '2024-04-02' })).toBe('missing')
  })

  it.each([
    ['max_pages', 'not_searched_whole'],
    ['pager_unknown', 'not_searched_whole'],
    ['pager_repeats', 'not_searched_whole'],
    ['count_mismatch', 'not_searched_whole'],
    ['went_empty', 'not_searched_whole'],
    ['unknown_layout', 'not_searched_whole'],
    ['script_only', 'not_searched_whole'],
    ['blocked', 'not_searched_whole'],
    ['unreachable', 'not_searched_whole'],
  ] as const)('is not missing if one of two lists is %s, but %s', (listState, state) => {
    expect(judge({ lists: [{}, { url: `${LIST}?b`, listState, pages: 0, reason: `${listState}: …` }] })).toBe(state)
  })

  it.each([
    ['http_412', 0, 'blocked'],
    ['http_403', 0, 'blocked'],
    ['robots', 0, 'blocked'],
    ['http_403', 2, 'not_searched_whole'],
    ['index_page', 0, 'not_searched_whole'],
  ])('of a portal whose only list ends with %s after %i pages is %s', (code, pages, state) => {
    expect(judge({ lists: [{ listState: 'blocked', pages, reason: `${code}: …` }] })).toBe(state)
  })

  it.each([
    ['unreachable: ECONNREFUSED', 'unreachable'],
    ['http_error: the server answers 500', 'not_searched_whole'],
    ['not_found: the server answers 404', 'not_searched_whole'],
  ])('of a list that could not be asked for (%s) is %s', (reason, state) => {
    expect(judge({ lists: [{ listState: 'unreachable', pages: 0, reason }] })).toBe(state)
  })

  it('is not blocked if only some of what is unread was refused', () => {
    const other = { url: `${LIST}?b`, listState: 'pager_unknown' as const, reason: 'pager_unknown: …' }
    expect(judge({ lists: [{ listState: 'blocked', pages: 0, reason: 'http_412: …' }, other] })).toBe(
      'not_searched_whole',
    )
  })

  it('is not missing if a list of the portal has not been walked', () => {
    const search = { walk: walkRowOf({ lists: [LIST, `${LIST}?new`] }), lists: [listRowOf()], pages: [found] }
    expect(judgeYear(2023, search, TODAY).state).toBe('not_searched_whole')
  })

  it('is not missing on a portal that only showed reports of other bodies', () => {
    const pages = [pageRowOf({ issuer: '甲县司法局', year: 2022 })]
    const search = { walk: walkRowOf(), lists: [listRowOf()], pages }
    expect(judgeYear(2023, search, TODAY).state).toBe('not_searched_whole')
  })

  it('is missing on a portal whose rows name reports of other years, although none could be read', () => {
    const pages = [unread({ title: '甲县2022年法治政府建设年度报告', reason: 'picture_only: …' })]
    const search = { walk: walkRowOf(), lists: [listRowOf()], pages }
    expect(judgeYear(2023, search, TODAY).state).toBe('missing')
  })

  it('is not missing on a portal that never showed a report', () => {
    const search = { walk: walkRowOf(), lists: [listRowOf({ listState: 'no_report_ever' })], pages: [] }
    expect(judgeYear(2023, search, TODAY)).toMatchObject({
      state: 'not_searched_whole',
      reason: expect.stringMatching(/^no_report_ever: /),
    })
  })

  it.each([
    ['not_found: 404', 'failed', 'listed_unread'],
    ['http_error: 500', 'failed', 'listed_unread'],
    ['soft_404: …', 'failed', 'listed_unread'],
    ['too_large: …', 'failed', 'listed_unread'],
    ['bad_response: …', 'failed', 'listed_unread'],
    ['picture_only: …', 'failed', 'listed_unread'],
    ['internal: …', 'failed', 'listed_unread'],
    ['not_a_report: a title of a report over another text', 'failed', 'listed_unread'],
    ['off_host: …', 'off_host', 'listed_unread'],
    ['unreadable_row: …', 'unreadable_row', 'listed_unread'],
    ['script_only: …', 'script_only', 'listed_unread'],
    ['other_page: …', 'failed', 'listed_unread'],
    ['stub: …', 'blocked', 'listed_unread'],
    ['index_page: …', 'blocked', 'listed_unread'],
    ['http_403: …', 'blocked', 'listed_unread'],
    ['rate_limited: …', 'blocked', 'listed_unread'],
    ['unreachable: …', 'failed', 'listed_unread'],
    ['http_412: …', 'blocked', 'blocked'],
    ['robots: …', 'blocked', 'blocked'],
  ] as const)('with a row that names it and is unread (%s, %s) is %s', (reason, state, expected) => {
    expect(judge({ pages: [unread({ reason, state, askedAt: TIME })] })).toBe(expected)
  })

  it.each([
    ['http_403: …', 'blocked', 'blocked'],
    ['unreachable: …', 'failed', 'unreachable'],
  ] as const)(
    'with an unread row (%s) on a host of which nothing was read is %s, not %s alone',
    (reason, state, expected) => {
      const page = unread({ reason, state, url: 'https://sfj.example.gov.cn/1.html' })
      expect(judge({ pages: [page] })).toBe(expected)
      const sibling = pageRowOf({ url: 'https://sfj.example.gov.cn/2.html', year: 2021 })
      expect(judge({ pages: [page, sibling] })).toBe('listed_unread')
    },
  )

  it('is listed and unread if its row leads to the report of another year', () => {
    const title = '甲县2023年法治政府建设年度报告'
    expect(judge({ pages: [pageRowOf({ title, year: 2021 })] })).toBe('listed_unread')
    expect(judge({ pages: [pageRowOf({ title, year: 2021, issuer: '甲县司法局' })] })).toBe('missing')
  })

  it('is listed and unread if its row names this government, and its report was filed under another body', () => {
    const title = '广州市花都区人民政府2023年法治政府建设年度报告'
    const walk = walkRowOf({ publisherId: '440114' })
    const own = pageRowOf({ title: '广州市花都区2022年法治政府建设年度报告', year: 2022, regionCode: '440114' })
    const state = (changes: Partial<PageRow>) =>
      judgeYear(2023, { walk, lists: [listRowOf()], pages: [own, pageRowOf({ year: 2023, ...changes })] }, TODAY).state
    expect(state({ title, regionCode: '440303' })).toBe('listed_unread')
    expect(state({ title, regionCode: '440114', issuer: '花都区司法局' })).toBe('listed_unread')
    expect(state({ title: '花都区司法局2023年法治政府建设年度报告', issuer: '花都区司法局' })).toBe('missing')
  })

  it('is listed and unread if its row names it beside the year in which it was published', () => {
    const page = unread({ title: '甲县人民政府2024年公布的2023年度法治政府建设年度报告', reason: 'not_found: …' })
    expect(judge({ pages: [page] })).toBe('listed_unread')
  })

  it('is listed and unread if its row calls the place as townships are called', () => {
    const pages = [unread({ title: '桐乡2023年法治政府建设年度报告', reason: 'not_found: …' })]
    const search = (publisherId: string) => ({
      walk: walkRowOf({ publisherId }),
      lists: [listRowOf()],
      pages: [...pages, pageRowOf({ year: 2022, regionCode: publisherId })],
    })
    expect(judgeYear(2023, search('330483'), TODAY).state).toBe('listed_unread')
    expect(judgeYear(2023, search('330402'), TODAY).state).toBe('missing')
  })

  it('is not missing on a portal that only passed on reports of other governments', () => {
    const walk = walkRowOf({ publisherId: '440114' })
    const ofProvince = { title: '广东省人民政府2022年法治政府建设年度报告', issuer: '广东省人民政府' }
    for (const page of [
      pageRowOf({ ...ofProvince, regionCode: '440000' }),
      unread({ ...ofProvince, reason: 'stub: …' }),
    ])
      expect(judgeYear(2023, { walk, lists: [listRowOf()], pages: [page] }, TODAY).state).toBe('not_searched_whole')
  })

  it('is listed and unread if a report on several years was filed under one', () => {
    const several = pageRowOf({ title: '甲县2022—2024年法治政府建设情况报告', year: 2022 })
    expect(judge({ pages: [several] })).toBe('listed_unread')
    expect(judge({ pages: [several], year: 2021 })).toBe('missing')
  })

  it('is listed and unread if it is one of the years of a report, and no other year is', () => {
    const several = pageRowOf({ title: '甲县2022—2024年法治政府建设情况报告', year: null })
    expect(judge({ pages: [several] })).toBe('listed_unread')
    expect(judge({ pages: [several], year: 2021 })).toBe('missing')
  })

  it('is listed and unread rather than blocked if both can be said', () => {
    const pages = [unread({ state: 'blocked', reason: 'http_412: …' }), unread({ reason: 'not_found: …' })]
    expect(judge({ pages })).toBe('listed_unread')
  })

  it('is not blocked by the refusal of a row that names no year', () => {
    const refused = { title: '法治政府建设年度报告', state: 'blocked' as const, reason: 'http_412: …' }
    expect(judge({ pages: [unread(refused)] })).toBe('listed_unread')
  })

  it('may be any year if the unread row names none', () => {
    expect(judge({ pages: [unread({ title: '法治政府建设年度报告', reason: 'not_found: …' })] })).toBe('listed_unread')
    expect(judge({ pages: [pageRowOf({ year: null, issuer: null })] })).toBe('listed_unread')
  })

  it('is not missing if a report on it was found whose place could not be told', () => {
    const report = { year: 2023, documentId: found.documentId, state: 'found' as const, issuer: null }
    expect(judge({ pages: [unread({ ...report, regionCode: null })] })).toBe('listed_unread')
    expect(judge({ pages: [unread({ ...report, regionCode: '440100' })] })).toBe('listed_unread')
    const above = { ...report, regionCode: '440100', title: '广州市人民政府2023年法治政府建设年度报告' }
    expect(judge({ pages: [unread({ ...above, issuer: '广州市人民政府' })] })).toBe('missing')
    expect(judge({ pages: [unread({ ...report, regionCode: '440303', issuer: '乙县人民政府' })] })).toBe('missing')
  })

  it.each([
    ['another year', { title: '甲县2022年法治政府建设年度报告', reason: 'not_found: …' }],
    ['a department', { title: '甲县司法局2023年法治政府建设年度报告', reason: 'not_found: …' }],
    ['a department after the year', { title: '2023年甲县司法局法治政府建设年度报告', reason: 'not_found: …' }],
    ['a township', { title: '石桥镇2023年法治政府建设年度报告', reason: 'not_found: …' }],
    [
      'a report on what an inspection found, which was read',
      { title: '甲县关于2023年法治政府建设督察反馈问题整改情况的报告', reason: 'not_a_report: …' },
    ],
    ['news that was read', { title: '甲县2023年法治政府建设情况座谈', reason: 'not_a_report: …' }],
    ['a half year', { title: '甲县2023年上半年法治政府建设工作情况', reason: 'stub: …' }],
    ['a row that is gone', { state: 'off_host' as const, reason: 'off_host: …', askedAt: '2020-01-01T00:00:00.000Z' }],
  ])('is missing in spite of an unread row of %s', (_, changes) => {
    expect(judge({ pages: [unread(changes)] })).toBe('missing')
  })

  it('is not missing if a notice of it was read and the report was not in it', () => {
    const title = '关于公布《甲县2023年法治政府建设年度报告》的公告'
    expect(judge({ pages: [unread({ title, reason: 'not_a_report: it is a notice' })] })).toBe('listed_unread')
  })

  it('is not that of the office for law-based governance, which writes for its government', () => {
    const title = '中共甲县委全面依法治县委员会办公室2023年法治政府建设年度报告'
    expect(judge({ pages: [unread({ title, reason: 'not_found: …' })] })).toBe('listed_unread')
  })
})
