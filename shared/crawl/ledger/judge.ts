import { codeIn, isAnswered, isChallenge, isRefusal } from '../problem.ts'
import { type OpenRow, openRows, showsOwnReports } from './open-rows.ts'
import { isWholeList, type ListRow, type NotFoundState, type PageRow, type WalkRow } from './rows.ts'
import { lastDueYear } from './timeliness.ts'

/** What the ledger has of one portal. */
export interface Search {
  readonly walk: WalkRow
  readonly lists: readonly ListRow[]
  readonly pages: readonly PageRow[]
}

export interface Judgement {
  readonly state: NotFoundState
  /** A code, a colon and a sentence: what keeps the year from being called missing. Null if nothing does. */
  readonly reason: string | null
}

/**
 * What a search says of a year whose report was not found. The first that holds:
 *
 * 1. `listed_unread`: a row may be the report and was not read (`openRows`). Not so if each such row names the year and was refused
 *    by robots.txt or a challenge, or by a host that shows nothing else either (`blocked`), or is on a host that answers nothing
 *    (`unreachable`).
 * 2. `not_due`: 1 April of the next year has not passed.
 * 3. `not_searched_whole`: a list was not read to its end. Not so if every list was refused from its first page on (`blocked`), or
 *    none of them gave an answer (`unreachable`).
 * 4. `not_searched_whole`: the lists have never shown a report of this government, so they may be the wrong ones.
 * 5. `missing`.
 * @param today ISO date
 */
export function judgeYear(year: number, search: Search, today: string): Judgement {
  const rows = openRows(year, search)
  if (rows.length > 0) return judgeRows(rows, hostsRead(search))
  if (year > lastDueYear(today)) return { state: 'not_due', reason: null }
  return judgeLists(search) ?? judgeColumn(search)
}

function judgeRows(rows: readonly OpenRow[], read: ReadonlySet<string>): Judgement {
  const isClosed = ({ page }: OpenRow) => !read.has(new URL(page.url).host)
  const isRefused = (row: OpenRow) => isChallenge(row.code) || (isRefusal(row.code) && isClosed(row))
  const isSilent = (row: OpenRow) => row.code === 'unreachable' && isClosed(row)
  const every = (holds: (row: OpenRow) => boolean) => rows.every((row) => row.namesYear && holds(row))
  const state = every(isRefused) ? 'blocked' : every(isSilent) ? 'unreachable' : 'listed_unread'
  // Of several rows the one is shown that accuses nobody.
  const shown = rows.find((row) => !isRefused(row) && !isSilent(row)) ?? rows[0]!
  return { state, reason: `${shown.reason} (row ${shown.page.title}, ${shown.page.url})` }
}

/** Null if every list was read to its end. */
function judgeLists({ walk, lists }: Search): Judgement | null {
  const walked = walk.lists.map((url) => lists.find((list) => list.url === url))
  if (walked.includes(undefined)) {
    return { state: 'not_searched_whole', reason: 'not_walked: a list of the portal was not walked to its end' }
  }
  const all = walked.filter((list) => list !== undefined)
  const partial = all.find(({ listState }) => !isWholeList(listState))
  if (partial === undefined) return null
  const every = (holds: (code: string) => boolean) =>
    all.every(({ pages, reason }) => pages === 0 && holds(codeOf(reason)))
  const state = every(isRefusal) ? 'blocked' : every((code) => code === 'unreachable') ? 'unreachable' : null
  const reason = `${partial.reason ?? partial.listState} (list ${partial.url})`
  return { state: state ?? 'not_searched_whole', reason }
}

function judgeColumn(search: Search): Judgement {
  if (showsOwnReports(search)) return { state: 'missing', reason: null }
  const reason =
    'no_report_ever: no list of the portal ever led to a report of this government; it may have them in another column'
  return { state: 'not_searched_whole', reason }
}

/** The hosts that answered with something else than a refusal. */
function hostsRead({ lists, pages }: Search): ReadonlySet<string> {
  const answered = pages.filter(({ state, reason }) => state !== 'queued' && isAnswered(codeOf(reason)))
  return new Set([...lists.filter((list) => list.pages > 0), ...answered].map(({ url }) => new URL(url).host))
}

function codeOf(reason: string | null): string {
  return reason === null ? '' : codeIn(reason)
}
