import { namesOtherBody, namesReport, yearOfTitle } from '../candidate.ts'
import { codeIn, isBlocked } from '../problem.ts'
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

/** Whether a page waits for the visit that a walk asked for. While one does, no year is judged. */
export function isWaiting({ state, searchedAt, askedAt }: PageRow): boolean {
  return state === 'queued' || searchedAt === null || searchedAt < askedAt
}

/**
 * What a search says of a year whose report was not found. `missing` needs a proof: the year is due, every list was read to its
 * end, some list of the portal does show such reports, and no row that may be the report is unread.
 * @param today ISO date
 */
export function judgeYear(year: number, search: Search, today: string): Judgement {
  const unread = search.pages.filter(
    (page) => isUnread(page, search.walk) && (page.year ?? yearNamed(page, year)) === year,
  )
  const [row] = unread.sort((a, b) => weight(a) - weight(b))
  if (row !== undefined) return { state: stateOfUnread(row), reason: reasonOfUnread(row) }
  if (year > lastDueYear(today)) return { state: 'not_due', reason: null }
  return judgeLists(search)
}

function judgeLists({ walk, lists, pages }: Search): Judgement {
  const walked = walk.lists.map((url) => lists.find((list) => list.url === url))
  if (walked.includes(undefined)) {
    return { state: 'not_searched_whole', reason: 'not_walked: a list of the portal was not walked to its end' }
  }
  const partial = walked.filter((list) => list !== undefined).filter(({ listState }) => !isWholeList(listState))
  if (partial.length > 0) {
    const states = new Set(partial.map(({ listState }) => listState))
    const reason = `${partial[0]!.reason ?? partial[0]!.listState} (list ${partial[0]!.url})`
    const isRefused = states.size === 1 && states.has('blocked')
    const isSilent = partial.every((list) => list.reason !== null && codeIn(list.reason) === 'unreachable')
    return { state: isRefused ? 'blocked' : isSilent ? 'unreachable' : 'not_searched_whole', reason }
  }
  if (pages.some(({ documentId }) => documentId !== null)) return { state: 'missing', reason: null }
  // A portal on which no report was ever seen may publish them in a column that its entry does not name.
  const reason = 'no_report_ever: no list of the portal ever led to a report; it may have them in another column'
  return { state: 'not_searched_whole', reason }
}

/** Whether a page may be the government's report and was not read. */
function isUnread(page: PageRow, { startedAt, publisherId }: WalkRow): boolean {
  if (namesOtherBody(page.title)) return false
  if (page.documentId !== null) return isUntold(page, publisherId)
  if (page.state === 'unreadable_row' || page.state === 'off_host') return page.askedAt >= startedAt
  const code = page.reason === null ? null : codeIn(page.reason)
  return code !== null && (code !== 'not_a_report' || namesReport(page.title))
}

/**
 * Whether a report that was found may be the government's although it was not filed under it: its year or its place could not
 * be told, or the place is told only as far as the province or prefecture above.
 */
function isUntold({ issuer, regionCode, year }: PageRow, publisherId: string | null): boolean {
  if (namesOtherBody(issuer ?? '')) return false
  const isAbove = regionCode === null || publisherId?.startsWith(regionCode.replace(/(?:00){1,2}$/, '')) === true
  return year === null || isAbove
}

/** The year in a row's title. A row without one may be of any year. */
function yearNamed({ title }: PageRow, otherwise: number): number {
  return yearOfTitle(title) ?? otherwise
}

/** The reasons that accuse nobody come first. */
function weight(page: PageRow): number {
  return ['listed_unread', 'unreachable', 'blocked'].indexOf(stateOfUnread(page))
}

/** Only a row of that very year accuses the portal of refusing the year. */
function stateOfUnread({ reason, title, year }: PageRow): 'listed_unread' | 'unreachable' | 'blocked' {
  const code = codeIn(reason ?? '')
  if (isBlocked({ code })) return (year ?? yearOfTitle(title)) === null ? 'listed_unread' : 'blocked'
  return code === 'unreachable' ? 'unreachable' : 'listed_unread'
}

function reasonOfUnread({ reason, title, url }: PageRow): string {
  return `${reason ?? 'unknown_publisher: a report was found, and its year or who reports could not be told'} (row ${title}, ${url})`
}
