import type { AlarmText, CountAlarm } from '../aws/alarms.ts'
import type { ListProblemCode } from './lists/walk-list.ts'
import { type BlockedCode, type FailedCode, isBlocked } from './problem.ts'

/** Problems of lists and pages that somebody may have to look at, each with what it means of a portal. */
const FAULTS = {
  ListWentEmpty: 'have lists that gave rows or reports and give none',
  PagerRepeats: 'have lists that repeat a page instead of going on',
  UnknownLayout: 'have lists of an unknown layout',
  CountMismatch: 'have lists that give another number of items than they say they have',
  Blocked: 'do not show their pages to a program',
  RobotsForbids: 'have a robots.txt that forbids pages that their entries ask for',
  AddressRefused: 'have links or names that lead to addresses that are not allowed',
  Unreachable: 'do not answer, or answer with an error',
  Unreadable: 'have pages or attachments that cannot be read',
} as const

export type Fault = keyof typeof FAULTS

/** Problems as they are counted, each list and page by itself. */
export const FAULT_NAMES = Object.keys(FAULTS) as readonly Fault[]

/** An alarm on the share of portals that have a fault. Its metric is 1 or 0 for each walk, so that its average is the share. */
export interface ShareAlarm extends AlarmText {
  readonly metric: string
}

/** The name under which a walk says whether its portal has a fault. */
export function portalMetricOf(fault: Fault): string {
  return `Portals${fault}`
}

/** Alarms on shares of portals: of thousands some are always blocked or away, and the ledger says which. */
export const SHARE_ALARMS: readonly ShareAlarm[] = FAULT_NAMES.map((fault) => ({
  id: `CrawlShare${fault}`,
  severity: 'soon',
  metric: portalMetricOf(fault),
  means: `Many portals ${FAULTS[fault]}.`,
  section: fault.toLowerCase(),
}))

/** An alarm on a fault of ours. The functions count `metric`; the stack and the test of the runbook read the same row. */
export const CRAWL_ALARMS = {
  pageGivenUp: {
    id: 'CrawlPageGivenUp',
    severity: 'soon',
    metric: 'PageGivenUp',
    means: 'A page could not be visited because of a fault in Fazhi.',
    section: 'pagegivenup',
  },
  portalsFileRefused: {
    id: 'CrawlPortalsFileRefused',
    severity: 'soon',
    metric: 'PortalsFileRefused',
    means: 'The portals file in the bucket cannot be read or is gone: portals are walked by the last good one.',
    section: 'refused-portals-file',
  },
  walksNotSent: {
    id: 'CrawlWalksNotSent',
    severity: 'soon',
    metric: 'WalksNotSent',
    means: 'Walks that were due could not be sent to the queue of walks.',
    section: 'walks-not-sent',
  },
} as const satisfies Record<string, CountAlarm>

/** What the crawl counts in normal operation. */
export const CRAWL_COUNTS = {
  visited: 'PagesVisited',
  found: 'PagesFound',
  changed: 'PagesChanged',
  unchanged: 'PagesUnchanged',
  notAReport: 'PagesNotAReport',
  listCutShort: 'ListCutShort',
} as const

/** What the crawl counts of walks. */
export const WALK_COUNTS = {
  sent: 'WalksSent',
  walked: 'PortalsWalked',
} as const

type CrawlMetric =
  | Fault
  | (typeof CRAWL_ALARMS)[keyof typeof CRAWL_ALARMS]['metric']
  | (typeof CRAWL_COUNTS)[keyof typeof CRAWL_COUNTS]

const BY_CODE: Readonly<Record<FailedCode | ListProblemCode, CrawlMetric>> = {
  went_empty: 'ListWentEmpty',
  pager_repeats: 'PagerRepeats',
  unknown_layout: 'UnknownLayout',
  count_mismatch: 'CountMismatch',
  max_pages: CRAWL_COUNTS.listCutShort,
  address_refused: 'AddressRefused',
  pager_unknown: 'UnknownLayout',
  script_only: 'UnknownLayout',
  unreadable_row: 'UnknownLayout',
  off_host: 'AddressRefused',
  soft_404: 'Unreachable',
  host_busy: 'Unreachable',
  picture_only: 'Unreadable',
  embedded_viewer: 'Unreadable',
  unreachable: 'Unreachable',
  http_error: 'Unreachable',
  not_found: 'Unreachable',
  bad_response: 'Unreachable',
  too_large: 'Unreadable',
  unreadable: 'Unreadable',
  internal: CRAWL_ALARMS.pageGivenUp.metric,
  not_a_report: CRAWL_COUNTS.notAReport,
  other_page: CRAWL_COUNTS.notAReport,
}

/** What a problem with a page or a list is counted as. */
export function metricOf(code: BlockedCode | FailedCode | ListProblemCode): CrawlMetric {
  if (code === 'robots') return 'RobotsForbids'
  return code in BY_CODE ? BY_CODE[code as keyof typeof BY_CODE] : 'Blocked'
}

/** The fault that a problem is, by its code as the ledger has it; null if nobody has to look at it. */
export function faultOf(code: string): Fault | null {
  if (isBlocked({ code })) return code === 'robots' ? 'RobotsForbids' : 'Blocked'
  const metric = code in BY_CODE ? BY_CODE[code as keyof typeof BY_CODE] : null
  return FAULT_NAMES.find((fault) => fault === metric) ?? null
}
