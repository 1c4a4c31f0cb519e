import type { ListRequest } from '../fetch/list-request.ts'
import type { SystemName } from './system-names.ts'

export interface ListItem {
  readonly url: string
  /** The `title` attribute if there is one, else the visible text, which is often cut. */
  readonly title: string
  /** ISO date that the list shows, or null. */
  readonly publishedOn: string | null
}

/** A row that names a document and does not tell where it is. */
export interface UnreadableRow {
  readonly title: string
  /** What stands in place of an address. */
  readonly detail: string
}

/** How many items a service says a series of pages has, to compare with those it gave. */
export interface DeclaredCount {
  /** Pages with the same series count together. */
  readonly series: string
  readonly items: number
  /** Nothing but the list's own rows was read, so more than these are as wrong as fewer. */
  readonly isExact: boolean
}

/** What one page of a list says. Plain data: it is kept with the page's validators and used again when the page answers 304. */
export interface ListReading {
  /** `recipe`: the list's entry says how it is read. */
  readonly system: SystemName | 'recipe'
  readonly items: readonly ListItem[]
  readonly unreadable: readonly UnreadableRow[]
  /** How many rows stand together in each part of the page. One of these is the list itself. */
  readonly rowGroups: readonly number[]
  /** Pages of the list to read next, in order. */
  readonly follow: readonly ListRequest[]
  /** The same pages under the site's other possible numbering, used if the first of `follow` gives nothing new. */
  readonly otherwise: readonly ListRequest[]
  /** Pages that may hold rows or the pager and need not: frames, 更多. */
  readonly beside: readonly ListRequest[]
  /** Other parts of the list: earlier years, other choices of a filter. Each must have rows, or say that it has none. */
  readonly archives: readonly ListRequest[]
  /** Rows that may be lists themselves: 2021年度报告, the folder of a year. */
  readonly folders: readonly ListRequest[]
  /** What the links of a page without rows lead to within its own folder. It may be an index of lists. */
  readonly inside: readonly ListRequest[]
  /** Pages before the one that the list opens on, and this one under its number. They need not have anything new. */
  readonly before: readonly ListRequest[]
  readonly declared: DeclaredCount | null
  /** How many pages the list says it has. */
  readonly declaredPages: number | null
  /** Up to which page its pager has links. Null if to none but the next. */
  readonly namedPages: number | null
  /** Name of the column, as far as the page gives one. */
  readonly column: string
  /** The page itself says that its list is empty. */
  readonly saysEmpty: boolean
  /** A sign of further pages whose addresses cannot be told. Null if there is none. */
  readonly blindPager: string | null
  /** Words of controls around the rows that nothing explains. */
  readonly unexplained: readonly string[]
  /** A sign of parts of the list elsewhere, such as other years, which no count of this page's rows includes. Null if there is none. */
  readonly blindPart: string | null
  /** The page was asked for with a choice that it does not show to have made. */
  readonly isUnheeded: boolean
  /** Whether 下一页 leads on, or stands there without a link; null if it does neither. */
  readonly nextIs: 'live' | 'inert' | null
  /** The answer of a service that may begin with the rows which the list's page has itself. */
  readonly startsAnew: boolean
  /** The page has no rows because a script is to fetch them. */
  readonly isScriptOnly: boolean
  /** Only its scripts told where it leads, so that the pages after it need theirs to lead on. */
  readonly isTurnedByScript: boolean
}
