import { namesOtherBody, namesReport } from '../candidate.ts'
import type { ListWalk } from '../lists/walk-list.ts'
import { rowsToVisit } from '../rows-to-visit.ts'
import { namesColumn } from './link-score.ts'

/** A list that may hold the reports of a portal. */
export interface FoundList {
  readonly url: string
  /** The higher, the likelier it is the column of the reports. */
  readonly score: number
  /** What its page or the link to it calls the column. */
  readonly column: string
  /** Addresses of rows that name a report of the portal's own government. */
  readonly reports: readonly string[]
  readonly walk: ListWalk
}

const OWN = 10
const MOST_OWN = 5
const OTHERS = 2
const NAMED_COLUMN = 30
const NAMED_PATH = 10
/** Of a list that holds nothing else. */
const ALL_REPORTS = 15
const PROBLEM = -15

/** From this score on a list has several reports and the name of the column. */
export const CERTAIN = OWN * 2 + NAMED_COLUMN

/** Where a list was found. */
export interface FoundAt {
  readonly url: string
  /** Of the link that led there. */
  readonly words: string
  /** Of the portal. */
  readonly hosts: readonly string[]
  /** A place that a report must name; null if any will do, because the list is on the portal's own site. */
  readonly place: string | null
}

/** What a walk of a list shows of it. Null if it has no row of a report. */
export function judgeList(walk: ListWalk, { url, words, hosts, place }: FoundAt): FoundList | null {
  const { candidates } = rowsToVisit(walk, { url }, { hosts })
  const named = candidates.filter(({ title }) => namesReport(title))
  const own = named.filter(({ title }) => !namesOtherBody(title) && (place === null || title.includes(place)))
  if (named.length === 0 || (place !== null && own.length === 0)) return null
  const column = namesColumn(words) ? words : walk.column
  const score =
    OWN * Math.min(own.length, MOST_OWN) +
    OTHERS * Math.min(named.length - own.length, MOST_OWN) +
    (namesColumn(column) ? NAMED_COLUMN : 0) +
    (/fzzf|yfxz/i.test(new URL(url).pathname) ? NAMED_PATH : 0) +
    (ALL_REPORTS * named.length) / walk.items.length +
    (walk.problem === null ? 0 : PROBLEM)
  return { url, score: Math.round(score), column, reports: own.map((one) => one.url), walk }
}

/**
 * The lists that an entry needs, the best first: each leads to a report of the government that no better one leads to. If none
 * does, the best that has reports of other bodies.
 */
export function listsToWatch(found: readonly FoundList[], most: number): FoundList[] {
  const byScore = [...found]
    .sort((a, b) => b.score - a.score || a.url.length - b.url.length)
    .map((list) => purestOf(list, found))
  const covered = new Set<string>()
  const chosen = byScore.filter(({ reports }) => {
    const isNew = reports.some((url) => !covered.has(url))
    for (const url of reports) covered.add(url)
    return isNew
  })
  return chosen.length > 0 ? chosen.slice(0, most) : byScore.slice(0, 1)
}

/**
 * The list that holds the same reports among fewer other rows: of a page of boxes, the list behind 更多 of the box with the reports.
 * The page itself shows the newest of them only.
 */
function purestOf(list: FoundList, found: readonly FoundList[]): FoundList {
  if (list.walk.problem !== null || list.reports.length === 0) return list
  const rows = ({ walk }: FoundList) => walk.items.length
  const purer = found.filter(
    (one) =>
      one.walk.problem === null && rows(one) < rows(list) && list.reports.every((url) => one.reports.includes(url)),
  )
  return purer.sort((a, b) => rows(a) - rows(b))[0] ?? list
}
