import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { hostProgress, hostTable } from '../../infra/cli/crawl/host-progress.ts'
import { createProgress } from '../../infra/cli/progress.ts'
import { type PageRow, unvisited } from '../../shared/crawl/ledger/rows.ts'
import { askedPageOf } from '../store/ledger-records.ts'

const SINCE = '2026-11-20T08:00:00.000Z'
const NOW = Date.parse('2026-11-20T08:01:00.000Z')
let pages = 0

function page(host: string, changes: Partial<PageRow>): PageRow {
  const asked = askedPageOf({ url: `https://${host}/${pages++}.html`, askedAt: SINCE })
  return { ...unvisited(asked), searchedAt: '2026-11-20T08:00:30.000Z', ...changes }
}

const waiting = (host: string) => page(host, { state: 'found', searchedAt: '2026-11-19T08:00:30.000Z' })
const PAGES = [
  page('a.gov.cn', { state: 'found' }),
  page('a.gov.cn', { state: 'failed', reason: 'not_a_report: …' }),
  page('a.gov.cn', { state: 'script_only', reason: 'script_only: …' }),
  waiting('a.gov.cn'),
  page('b.gov.cn', { state: 'blocked', reason: 'http_412: …' }),
  page('b.gov.cn', { state: 'unchanged' }),
  page('c.gov.cn', { state: 'queued', searchedAt: null }),
  page('old.gov.cn', { state: 'found', askedAt: '2026-11-19T08:00:00.000Z' }),
]

describe('the progress of a crawl', () => {
  const hosts = hostProgress(PAGES, new Set(['d.gov.cn']), SINCE, NOW)

  it('counts the pages that it asked for, by host', () => {
    expect(hosts).toMatchObject([
      { host: 'd.gov.cn', waiting: 0, isWalked: true, secondsLeft: null },
      { host: 'a.gov.cn', found: 1, notReports: 1, failed: 1, waiting: 1, isWalked: false, secondsLeft: 20 },
      { host: 'b.gov.cn', blocked: 1, unchanged: 1, waiting: 0, secondsLeft: 0 },
      { host: 'c.gov.cn', waiting: 1, secondsLeft: null },
    ])
  })

  it('is shown with what takes longest first, and the sum last', () => {
    const lines = hostTable(hosts, undefined).map((line) => line.split(/ {2,}/))
    expect(lines.slice(1)).toEqual([
      ['c.gov.cn', '0', '0', '0', '0', '0', '1', 'not known yet'],
      ['d.gov.cn', '0', '0', '0', '0', '0', '0', 'walking lists'],
      ['a.gov.cn', '1', '0', '1', '0', '1', '1', '20 s'],
      ['b.gov.cn', '0', '1', '0', '1', '0', '0'],
      ['all 4', '1', '1', '1', '1', '1', '2', 'walking lists'],
    ])
    expect(hostTable(hosts, undefined, 1)).toHaveLength(3)
  })
})

describe('lines of progress', () => {
  const written = (isTTY: boolean) => {
    const stream = Object.assign(new PassThrough(), { isTTY })
    const progress = createProgress(stream as unknown as NodeJS.WriteStream)
    progress.show('one\ntwo\nthree')
    progress.show('four')
    progress.clear()
    return String(stream.read() ?? '')
  }

  it('replace each other, however many they are', () => {
    const [below, up] = ['\r\u001b[J', '\u001b[2A']
    expect(written(true)).toBe(`${below}one\ntwo\nthree${up}${below}four${below}`)
  })

  it('are not written to a pipe', () => {
    expect(written(false)).toBe('')
  })
})
