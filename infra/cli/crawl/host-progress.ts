import { isWaiting, type PageRow } from '../../../shared/crawl/ledger/rows.ts'
import { codeIn } from '../../../shared/crawl/problem.ts'
import { textTable } from '../text-table.ts'

/** What became of the pages of one host that a crawl asked for. */
export interface HostProgress {
  readonly host: string
  readonly found: number
  readonly unchanged: number
  readonly notReports: number
  readonly blocked: number
  /** Could not be read for any other reason. */
  readonly failed: number
  readonly waiting: number
  /** Whether a list that is still being walked may ask for more pages. */
  readonly isWalked: boolean
  /** How long the waiting pages take at the speed until now. Null before the first visit, and while lists are walked. */
  readonly secondsLeft: number | null
}

type Outcome = 'found' | 'unchanged' | 'notReports' | 'blocked' | 'failed' | 'waiting'

/**
 * Counts the pages of a crawl by host.
 * @param hostsWalked hosts of the lists that are being walked
 * @param since when the crawl began: pages that were asked for before are of another crawl
 * @param now milliseconds since the epoch
 */
export function hostProgress(
  pages: readonly PageRow[],
  hostsWalked: ReadonlySet<string>,
  since: string,
  now: number,
): HostProgress[] {
  const hosts = new Map<string, PageRow[]>([...hostsWalked].map((host) => [host, []]))
  for (const page of pages) {
    if (page.askedAt < since) continue
    const { host } = new URL(page.url)
    hosts.set(host, [...(hosts.get(host) ?? []), page])
  }
  return [...hosts].map(([host, asked]) => {
    const count = (outcome: Outcome) => asked.filter((page) => outcomeOf(page) === outcome).length
    const isWalked = hostsWalked.has(host)
    return {
      host,
      found: count('found'),
      unchanged: count('unchanged'),
      notReports: count('notReports'),
      blocked: count('blocked'),
      failed: count('failed'),
      waiting: count('waiting'),
      isWalked,
      secondsLeft: isWalked ? null : secondsLeft(asked, now),
    }
  })
}

function outcomeOf(page: PageRow): Outcome {
  if (isWaiting(page)) return 'waiting'
  if (page.state === 'found' || page.state === 'unchanged' || page.state === 'blocked') return page.state
  return codeIn(page.reason ?? '') === 'not_a_report' ? 'notReports' : 'failed'
}

function secondsLeft(asked: readonly PageRow[], now: number): number | null {
  const waiting = asked.filter(isWaiting).length
  const visited = asked.length - waiting
  if (waiting === 0) return 0
  if (visited === 0) return null
  const first = Math.min(...asked.map(({ askedAt }) => Date.parse(askedAt)))
  return Math.ceil((((now - first) / visited) * waiting) / 1000)
}

const HEADER = ['host', 'found', 'unchanged', 'no report', 'blocked', 'failed', 'waiting', 'time left']

/**
 * A table with a line a host and their sum, those first that take longest.
 * @param maxHosts how many hosts are shown; the sum is of all
 */
export function hostTable(hosts: readonly HostProgress[], maxWidth: number | undefined, maxHosts = Infinity): string[] {
  const byTime = [...hosts].sort((a, b) => rank(b) - rank(a) || a.host.localeCompare(b.host))
  const sum = (count: (host: HostProgress) => number) => hosts.reduce((total, host) => total + count(host), 0)
  const all: HostProgress = {
    host: `all ${hosts.length}`,
    found: sum(({ found }) => found),
    unchanged: sum(({ unchanged }) => unchanged),
    notReports: sum(({ notReports }) => notReports),
    blocked: sum(({ blocked }) => blocked),
    failed: sum(({ failed }) => failed),
    waiting: sum(({ waiting }) => waiting),
    isWalked: hosts.some(({ isWalked }) => isWalked),
    // Hosts are visited side by side.
    secondsLeft: hosts.reduce<number | null>(
      (longest, { secondsLeft: left }) => (longest === null || left === null ? null : Math.max(longest, left)),
      0,
    ),
  }
  const shown = byTime.slice(0, maxHosts)
  return textTable(HEADER, [...shown, all].map(cellsOf), maxWidth)
}

function rank({ isWalked, waiting, secondsLeft }: HostProgress): number {
  if (isWalked || (waiting > 0 && secondsLeft === null)) return Number.MAX_SAFE_INTEGER
  return secondsLeft ?? 0
}

function cellsOf(host: HostProgress): string[] {
  const { found, unchanged, notReports, blocked, failed, waiting } = host
  return [host.host, ...[found, unchanged, notReports, blocked, failed, waiting].map(String), timeLeft(host)]
}

function timeLeft({ isWalked, waiting, secondsLeft }: HostProgress): string {
  if (isWalked) return 'walking lists'
  if (waiting === 0) return ''
  if (secondsLeft === null) return 'not known yet'
  return secondsLeft < 60 ? `${secondsLeft} s` : `${Math.ceil(secondsLeft / 60)} min`
}
