import { describe, expect, it } from 'vitest'
import { type CoverageRow, unvisited } from '../../shared/crawl/ledger/rows.ts'
import { faultsOf } from '../../shared/crawl/portal-faults.ts'

const LIST = 'https://www.example.gov.cn/list'
const [BEFORE, TODAY] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z']

const walk: CoverageRow = {
  ...{ kind: 'walk', portalId: 'p', lists: [LIST], publisherId: null, years: [], startedAt: TODAY, wholeAt: null },
}

function list(reason: string | null, url = LIST): CoverageRow {
  return {
    ...{ kind: 'list', portalId: 'p', url, title: 't', state: 'list', listState: 'ok', reason, system: null },
    ...{
      pages: 1,
      items: 1,
      candidates: 1,
      declared: null,
      usualItems: 1,
      usualCandidates: 1,
      searchedAt: TODAY,
      changedAt: null,
    },
  }
}

const pages = (count: number, reason: string | null, askedAt = TODAY): CoverageRow[] =>
  Array.from({ length: count }, (_, n) => {
    const url = `${LIST}/${reason}/${n}`
    return { ...unvisited({ portalId: 'p', url, title: 't', listUrl: LIST, askedAt }), reason }
  })

describe('the faults of a portal', () => {
  it.each<[string, readonly CoverageRow[], readonly string[]]>([
    ['none before its first walk', [list('http_403: no')], []],
    ['none if all is well', [walk, list(null), ...pages(3, null)], []],
    ['that of any list', [walk, list('http_403: no'), ...pages(3, null)], ['Blocked']],
    ['not that of a list that its entry no longer names', [walk, list('robots: no', `${LIST}/old`)], []],
    ['that of half of its pages', [walk, ...pages(2, 'unreachable: no'), ...pages(2, null)], ['Unreachable']],
    ['not that of fewer', [walk, ...pages(2, 'unreachable: no'), ...pages(3, null)], []],
    ['not of pages that the walk did not ask for', [walk, ...pages(2, 'robots: no', BEFORE), ...pages(1, null)], []],
    ['not that a page is no report', [walk, ...pages(2, 'not_a_report: a notice')], []],
  ])('are %s', (_, rows, faults) => {
    expect([...faultsOf(rows)]).toEqual(faults)
  })
})
