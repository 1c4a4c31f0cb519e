import { isCandidate } from '../candidate.ts'
import { getOf, type ListRequest, requestKey } from '../fetch/list-request.ts'
import { isPortalHost } from '../fetch/url-rules.ts'
import { isBlocked, type Problem } from '../problem.ts'
import type { ListItem, ListReading, UnreadableRow } from './list-reading.ts'
import { asksForYear, isNoList, lostFolder, lostPart } from './part-signs.ts'
import { type Part, Parts } from './parts.ts'
import { Series } from './series.ts'

/** What went wrong with a list as a whole. */
export type ListProblemCode =
  | 'went_empty'
  | 'pager_repeats'
  | 'pager_unknown'
  | 'unknown_layout'
  | 'count_mismatch'
  | 'max_pages'

export interface ListProblem {
  readonly code: ListProblemCode | Problem['code']
  readonly detail: string
}

export interface ListLimits {
  readonly maxPages: number
  /** The portal's own hosts, to which parts of a list may be moved. */
  readonly hosts: readonly string[]
}

/** Opens one page of the list. Returns its reading, or why it could not be read. */
export type OpenListPage = (request: ListRequest, number: number) => Promise<ListReading | Problem>

export interface ListWalk {
  readonly pages: number
  /** Every row once, in the order of the list. */
  readonly items: readonly ListItem[]
  readonly unreadable: readonly UnreadableRow[]
  /** How many items the list's own service or pager says it has, summed over its series. Null if it does not say. */
  readonly declared: number | null
  readonly system: ListReading['system'] | null
  readonly column: string
  /** Null if every page was read and every count matched. */
  readonly problem: ListProblem | null
  /** The corrected readings of pages whose pager's second numbering was the right one. */
  readonly renumbered: readonly PagerPage[]
}

/** A page whose pager has two possible numberings, of which the walk tries the first. */
interface PagerPage {
  readonly request: ListRequest
  readonly reading: ListReading
  /** How many pages were read with it. */
  readonly at: number
  /** The place of the page after it. */
  readonly next: number
}

/**
 * Walks a list from its first page to its last. A list counts as empty only if it says so. A page that adds nothing new, a
 * page that is missing, a count that is not met and a pager that is not understood end in a problem, together with what was
 * read until then.
 */
export async function walkList(
  start: ListRequest,
  { maxPages, hosts }: ListLimits,
  open: OpenListPage,
): Promise<ListWalk> {
  const items = new Map<string, ListItem>()
  const unreadable = new Map<string, UnreadableRow>()
  const parts = new Parts(start)
  const asked = new Set<string>()
  let frontier = [start]
  let first: ListReading | null = null
  const beside = new Set<string>()
  const archives = new Set<string>()
  /** The titles of rows that may be lists, by their requests. */
  const folders = new Map<string, string>()
  /** What led to a page. If it is a service that has given all of its rows since, there is nothing more to ask it for. */
  const ledBy = new Map<string, { readonly reading: ListReading; readonly part: Part }>()
  const isDone = (request: ListRequest) => {
    const key = requestKey(request)
    const leader = ledBy.get(key)
    return asked.has(key) || leader?.part.tally.isComplete(leader.reading) === true
  }
  const renumbered: PagerPage[] = []
  let numbered = null as PagerPage | null
  let problem: ListProblem | null = null
  let pages = 0
  /** The place of each page in its series, as its own pager counts. What only leads to rows is none of the pages. */
  const numbers = new Map<string, number>()
  let saidEmpty = false
  let ofOneYear: string | null = null
  const series = new Series()
  const isAway = ({ url }: ListRequest) => {
    const there = new URL(url)
    const hasRows = () => [...items.keys()].some((row) => new URL(row).host === there.host)
    return there.host !== new URL(start.url).host && !isPortalHost(there, hosts) && !hasRows()
  }

  // What only leads to rows counts as no page; a site may lead from one such page to the next for ever.
  while (frontier.length > 0 && problem === null && pages < maxPages && asked.size < maxPages * MAX_ASKED_A_PAGE) {
    const request = frontier.shift()!
    const key = requestKey(request)
    if (isDone(request)) continue
    asked.add(key)
    const isBeside = beside.has(key)
    const isArchive = archives.has(key)
    const part = parts.of(request)
    if (parts.isMain(part) && asksForYear(request)) ofOneYear ??= `${request.url} asks for the rows of one year`
    const number = numbers.get(key) ?? 1
    const page = await open(request, number)
    // What is no list is a document, and is visited as such.
    const folder = folders.get(key)
    const isVisited = folder !== undefined && isCandidate(folder, `${first?.column ?? ''} ${start.url}`)
    if (folder !== undefined && 'code' in page && !isVisited) parts.lose(lostFolder(folder, page))
    if (folder !== undefined && ('code' in page || isNoList(page))) continue
    // The name of a folder stands over its rows, as a title without a link.
    const opened = folder !== undefined ? { ...page, unreadable: [] } : page
    const brought = 'code' in opened ? 0 : addNew(items, unreadable, opened, archives)
    if (numbered?.at === pages && !isBeside && isWrongNumber(opened, brought)) {
      const { reading, next } = numbered
      setPlaces(numbers, reading.otherwise, next)
      renumbered.push({ ...numbered, reading: { ...reading, follow: reading.otherwise, otherwise: [] } })
      numbered = null
      const wrong = new Set(reading.follow.map(requestKey))
      frontier = [...reading.otherwise, ...frontier.filter((next) => !wrong.has(requestKey(next)))]
      continue
    }
    if ('code' in opened && isBeside) {
      const lost = `${request.url}, which may hold a part of the list, cannot be read: ${opened.detail}`
      if (isArchive) parts.lose(lost)
      else part.doubt(lost)
      continue
    }
    if ('code' in opened) {
      problem = pages > 0 && !isBlocked(opened) ? lostPage(request.url, opened) : opened
      break
    }
    const isPart = isBeside && brought === 0
    if (!isPart) pages++
    const { tally } = part
    const hasRows = opened.items.length + opened.unreadable.length > 0
    const next = number + (hasRows || isPart ? 1 : 0)
    setPlaces(numbers, opened.follow, next)
    for (const page of opened.beside) setPlaces(numbers, [page], number)
    for (const page of opened.archives) setPlaces(numbers, [page], 1)
    // None of them is the list's first page, from which alone earlier ones are looked for.
    setPlaces(numbers, opened.before, 2)
    saidEmpty ||= opened.saysEmpty
    first ??= opened
    if (opened.otherwise.length > 0) numbered = { request, reading: opened, at: pages, next }
    const { isRepeated } = series.add(request, opened)
    // Servers give their last page for every number after it.
    const isBeyond = isRepeated && hasRows && tally.hasAllRows
    if (!isBeyond) tally.add(opened, isPart && !isArchive)
    if (isBeside && !isArchive && brought > 0 && items.size + unreadable.size > brought) tally.hasParts = true
    part.see(opened)
    problem = isPart || isBeyond ? null : problemOfPage(opened, request.url, pages, isRepeated)
    parts.lose(opened.blindPart)
    part.hasOwnRows ||= brought > 0
    // What has no rows may be an index of lists. Then these are the parts.
    const index = (isArchive || folder !== undefined) && !hasRows ? [...opened.beside, ...opened.inside] : []
    // Each year leads to all the others, which are known; an index leads to lists that are not.
    const isIndex = index.length > 0 || (opened.archives.length > 0 && !opened.archives.some((page) => parts.has(page)))
    if (isArchive && brought === 0) parts.lose(lostPart(request, opened, isIndex))
    const away = new Set([...opened.archives, ...opened.beside].filter(isAway))
    for (const page of opened.archives) if (away.has(page)) parts.lose(elsewhere(page))
    for (const page of opened.beside) if (away.has(page)) part.doubt(elsewhere(page))
    const near = opened.beside.filter((page) => !away.has(page))
    const others = [...opened.archives.filter((page) => !away.has(page)), ...index]
    for (const page of others) archives.add(requestKey(page))
    for (const page of opened.folders) folders.set(requestKey(page), items.get(page.url)?.title ?? '')
    parts.begin([...others, ...opened.folders])
    parts.join(part, [...opened.follow, ...opened.otherwise, ...opened.before, ...near])
    const aside = [...opened.before, ...near, ...others, ...opened.folders]
    for (const page of aside) beside.add(requestKey(page))
    const leads = isBeyond ? aside : [...opened.follow, ...aside]
    for (const page of leads) ledBy.set(requestKey(page), { reading: opened, part })
    frontier.push(...leads.filter((next) => !isDone(next)))
  }
  if (archives.size === 0) parts.lose(ofOneYear)
  const isBare = frontier.length === 0 && items.size + unreadable.size === 0 && !saidEmpty
  if (problem === null && isBare) problem = emptyWhole(first)

  const isCut = problem === null && !frontier.every(isDone)
  return {
    pages,
    items: [...items.values()],
    unreadable: [...unreadable.values()],
    declared: parts.declared,
    system: first?.system ?? null,
    column: first?.column ?? '',
    problem: isCut ? cutShort(maxPages) : (problem ?? parts.problem),
    renumbered,
  }
}

function elsewhere({ url }: ListRequest): string {
  return `a part of the list on a host that the portal's entry does not list: ${url}`
}

/** Frames, years and other things beside a page of rows. */
const MAX_ASKED_A_PAGE = 4

/** Numbers pages that follow each other, and keeps the number that one has. */
function setPlaces(places: Map<string, number>, pages: readonly ListRequest[], first: number): void {
  for (const [at, page] of pages.entries()) {
    const key = requestKey(page)
    if (!places.has(key)) places.set(key, first + at)
  }
}

/** The second page under the first numbering is not there, or is the first page again. */
function isWrongNumber(opened: ListReading | Problem, brought: number): boolean {
  return brought === 0 && ('items' in opened || opened.code === 'not_found')
}

function addNew(
  items: Map<string, ListItem>,
  unreadable: Map<string, UnreadableRow>,
  { items: found, unreadable: others }: ListReading,
  archives: ReadonlySet<string>,
): number {
  const before = items.size + unreadable.size
  for (const item of found) {
    // On a page with one row the date of that row seems to belong to the link above it, too.
    if (!items.has(item.url) && !archives.has(requestKey(getOf(item.url)))) items.set(item.url, item)
  }
  for (const row of others) if (!unreadable.has(row.title)) unreadable.set(row.title, row)
  return items.size + unreadable.size - before
}

function problemOfPage(page: ListReading, url: string, number: number, isRepeated: boolean): ListProblem | null {
  if (!isRepeated || page.saysEmpty) return null
  const rows = page.items.length + page.unreadable.length
  const leads = [page.follow, page.beside, page.archives, page.before]
  const isIndexOfServices = rows === 0 && leads.some((pages) => pages.length > 0)
  if (isIndexOfServices) return null
  if (rows > 0) return { code: 'pager_repeats', detail: `page ${number}, ${url}, adds nothing new` }
  if (page.isScriptOnly) return { code: 'script_only', detail: `${url} has no rows before its script has run` }
  if (number === 1) return { code: 'unknown_layout', detail: `${url} has no list rows that Fazhi can read` }
  return { code: 'count_mismatch', detail: `page ${number} of the pager, ${url}, has no rows` }
}

/** Pages that only lead to others, none of which has rows. */
function emptyWhole(first: ListReading | null): ListProblem | null {
  if (first === null || first.follow.length + first.beside.length + first.before.length === 0) return null
  return { code: 'unknown_layout', detail: 'neither the page nor what it leads to has list rows that Fazhi can read' }
}

function lostPage(url: string, { code, detail }: Problem): ListProblem {
  const isGone = code === 'not_found'
  return { code: isGone ? 'count_mismatch' : code, detail: `${url}, a page of the pager: ${detail}` }
}

function cutShort(maxPages: number): ListProblem {
  return { code: 'max_pages', detail: `the list has more than the ${maxPages} pages that the portal's entry allows` }
}
