import type { PortalList } from '../portals.ts'
import { isBlocked, type Problem } from '../problem.ts'
import type { ListItem, ListReading } from './list-reading.ts'

/** What went wrong with a list as a whole. */
export type ListProblemCode = 'went_empty' | 'pager_repeats' | 'unknown_layout' | 'count_mismatch' | 'max_pages'

export interface ListProblem {
  readonly code: ListProblemCode | Problem['code']
  readonly detail: string
}

/** Opens one page of the list. Returns its reading, or why it could not be read. */
export type OpenListPage = (url: string, number: number) => Promise<ListReading | Problem>

export interface ListWalk {
  readonly pages: number
  /** Every row once, in the order of the list. */
  readonly items: readonly ListItem[]
  /** How many items the list's own service or pager says it has, summed over its series. Null if it does not say. */
  readonly declared: number | null
  readonly system: ListReading['system'] | null
  readonly column: string
  /** Null if every page was read and every count matched. */
  readonly problem: ListProblem | null
  /** The corrected reading of the first page, if the pager's second numbering was the right one. */
  readonly renumbered: ListReading | null
}

/**
 * Walks a list from its first page to its last. A list counts as empty only if it says so. A page that adds nothing new, a
 * page that is missing and a count that does not match end in a problem, together with what was read until then.
 */
export async function walkList(list: PortalList, maxPages: number, open: OpenListPage): Promise<ListWalk> {
  const items = new Map<string, ListItem>()
  const series = new Map<string, { declared: number; seen: number; isExact: boolean }>()
  const asked = new Set<string>()
  let frontier = [withoutFragment(list.url)]
  let first: ListReading | null = null
  let renumbered: ListReading | null = null
  let problem: ListProblem | null = null
  let pages = 0

  while (frontier.length > 0 && problem === null && pages < maxPages) {
    const url = frontier.shift()!
    if (asked.has(url)) continue
    asked.add(url)
    const opened = await open(url, pages + 1)
    const brought = 'code' in opened ? 0 : addNew(items, opened.items)
    const canRenumber = pages === 1 && renumbered === null && first !== null && first.otherwise.length > 0
    if (canRenumber && brought === 0 && ('items' in opened || opened.code === 'not_found')) {
      renumbered = { ...first!, follow: first!.otherwise, otherwise: [] }
      frontier = [...renumbered.follow]
      continue
    }
    if ('code' in opened) {
      problem = pages > 0 && !isBlocked(opened) ? lostPage(url, opened) : opened
      break
    }
    pages++
    first ??= opened
    count(series, opened)
    problem = problemOfPage(opened, url, pages, brought)
    frontier.push(...opened.follow.filter((next) => !asked.has(next) && !isComplete(series, opened)))
  }

  const isCut = problem === null && frontier.some((url) => !asked.has(url))
  return {
    pages,
    items: [...items.values()],
    declared: series.size === 0 ? null : [...series.values()].reduce((sum, { declared }) => sum + declared, 0),
    system: first?.system ?? null,
    column: first?.column ?? '',
    problem: isCut ? cutShort(maxPages) : (problem ?? miscount(series)),
    renumbered,
  }
}

function addNew(items: Map<string, ListItem>, found: readonly ListItem[]): number {
  const before = items.size
  for (const item of found) if (!items.has(item.url)) items.set(item.url, item)
  return items.size - before
}

function problemOfPage(page: ListReading, url: string, number: number, brought: number): ListProblem | null {
  if (page.hasBlindPager) return { code: 'unknown_layout', detail: `${url} has a pager that only works by script` }
  if (brought > 0 || page.saysEmpty) return null
  const isIndexOfServices = number === 1 && page.items.length === 0 && page.follow.length > 0
  if (isIndexOfServices) return null
  if (page.items.length > 0) return { code: 'pager_repeats', detail: `page ${number}, ${url}, adds nothing new` }
  if (number === 1) return { code: 'unknown_layout', detail: `${url} has no list rows that Fazhi can read` }
  return { code: 'count_mismatch', detail: `page ${number} of the pager, ${url}, has no rows` }
}

function lostPage(url: string, { code, detail }: Problem): ListProblem {
  const isGone = code === 'not_found'
  return { code: isGone ? 'count_mismatch' : code, detail: `${url}, a page of the pager: ${detail}` }
}

type Series = Map<string, { declared: number; seen: number; isExact: boolean }>

function count(series: Series, { declared, items }: ListReading): void {
  if (declared === null) return
  const seen = (series.get(declared.series)?.seen ?? 0) + items.length
  series.set(declared.series, { declared: declared.items, seen, isExact: declared.isExact })
}

/** Whether a service has given all the items that it says it has. */
function isComplete(series: Series, { declared }: ListReading): boolean {
  const counted = declared === null ? undefined : series.get(declared.series)
  return counted?.isExact === true && counted.seen >= counted.declared
}

function miscount(series: Series): ListProblem | null {
  for (const { declared, seen, isExact } of series.values()) {
    if (seen === declared || (!isExact && seen > declared)) continue
    return { code: 'count_mismatch', detail: `the list says it has ${declared} items and gave ${seen}` }
  }
  return null
}

function cutShort(maxPages: number): ListProblem {
  return { code: 'max_pages', detail: `the list has more than the ${maxPages} pages that the portal's entry allows` }
}

function withoutFragment(url: string): string {
  return url.split('#')[0]!
}
