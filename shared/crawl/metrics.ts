import type { CountAlarm } from '../aws/alarms.ts'
import type { ListProblemCode } from './lists/walk-list.ts'
import type { BlockedCode, FailedCode } from './problem.ts'

/** @param metric also the title of its section in the runbook */
const alarm = <Metric extends string>(metric: Metric, means: string) => ({
  id: `Crawl${metric}`,
  metric,
  means,
  runbook: `docs/portals.md#${metric.toLowerCase()}`,
})

/** Alarms of the crawl. The functions count `metric`; the stack and the test of the runbook read the same row. */
export const CRAWL_ALARMS = {
  listWentEmpty: alarm('ListWentEmpty', 'A list that gave rows or reports gives none.'),
  pagerRepeats: alarm('PagerRepeats', 'A list repeats a page instead of going on.'),
  unknownLayout: alarm('UnknownLayout', 'A list has an unknown layout.'),
  countMismatch: alarm('CountMismatch', 'A list gave another number of items than it says it has.'),
  blocked: alarm('Blocked', 'A portal does not show a page to a program.'),
  robotsForbids: alarm('RobotsForbids', 'A robots.txt forbids a page that a portal entry asks for.'),
  addressRefused: alarm('AddressRefused', 'A link or a name leads to an address that is not allowed.'),
  unreachable: alarm('Unreachable', 'A portal does not answer, or answers with an error.'),
  unreadable: alarm('Unreadable', 'A page or attachment cannot be read.'),
  pageGivenUp: alarm('PageGivenUp', 'A page could not be visited because of a fault in Fazhi.'),
} satisfies Record<string, CountAlarm>

/** What the crawl counts in normal operation. */
export const CRAWL_COUNTS = {
  found: 'PagesFound',
  changed: 'PagesChanged',
  unchanged: 'PagesUnchanged',
  notAReport: 'PagesNotAReport',
  listCutShort: 'ListCutShort',
} as const

export type CrawlMetric =
  | (typeof CRAWL_ALARMS)[keyof typeof CRAWL_ALARMS]['metric']
  | (typeof CRAWL_COUNTS)[keyof typeof CRAWL_COUNTS]

const BY_CODE: Readonly<Record<FailedCode | ListProblemCode, CrawlMetric>> = {
  went_empty: CRAWL_ALARMS.listWentEmpty.metric,
  pager_repeats: CRAWL_ALARMS.pagerRepeats.metric,
  unknown_layout: CRAWL_ALARMS.unknownLayout.metric,
  count_mismatch: CRAWL_ALARMS.countMismatch.metric,
  max_pages: CRAWL_COUNTS.listCutShort,
  address_refused: CRAWL_ALARMS.addressRefused.metric,
  pager_unknown: CRAWL_ALARMS.unknownLayout.metric,
  script_only: CRAWL_ALARMS.unknownLayout.metric,
  unreadable_row: CRAWL_ALARMS.unknownLayout.metric,
  off_host: CRAWL_ALARMS.addressRefused.metric,
  soft_404: CRAWL_ALARMS.unreachable.metric,
  host_busy: CRAWL_ALARMS.unreachable.metric,
  picture_only: CRAWL_ALARMS.unreadable.metric,
  embedded_viewer: CRAWL_ALARMS.unreadable.metric,
  unreachable: CRAWL_ALARMS.unreachable.metric,
  http_error: CRAWL_ALARMS.unreachable.metric,
  not_found: CRAWL_ALARMS.unreachable.metric,
  bad_response: CRAWL_ALARMS.unreachable.metric,
  too_large: CRAWL_ALARMS.unreadable.metric,
  unreadable: CRAWL_ALARMS.unreadable.metric,
  internal: CRAWL_ALARMS.pageGivenUp.metric,
  not_a_report: CRAWL_COUNTS.notAReport,
}

/** The metric of a problem with a page or a list. */
export function metricOf(code: BlockedCode | FailedCode | ListProblemCode): CrawlMetric {
  if (code === 'robots') return CRAWL_ALARMS.robotsForbids.metric
  return code in BY_CODE ? BY_CODE[code as keyof typeof BY_CODE] : CRAWL_ALARMS.blocked.metric
}
