import type { ListSystem } from '../portals.ts'

export interface ListItem {
  readonly url: string
  /** The `title` attribute before the visible text, which is often cut. */
  readonly title: string
  /** ISO date that the list shows, or null. */
  readonly publishedOn: string | null
}

/** The systems that a list can be read as: every one but `auto`. */
export type KnownSystem = Exclude<ListSystem, 'auto'>

/** How many items a service says a series of pages has, to be held against those it gave. */
export interface DeclaredCount {
  /** Pages with the same series count together. */
  readonly series: string
  readonly items: number
  /** Nothing but the list's own rows was read, so more than these are as wrong as fewer. */
  readonly isExact: boolean
}

/** What one page of a list says. Plain data: it is kept with the page's validators, for the day it answers 304. */
export interface ListReading {
  readonly system: KnownSystem
  readonly items: readonly ListItem[]
  /** Pages of the list to read next, in order. */
  readonly follow: readonly string[]
  /** The same pages under the site's other possible numbering, should the first of `follow` bring nothing. */
  readonly otherwise: readonly string[]
  readonly declared: DeclaredCount | null
  /** Name of the column, as far as the page gives one. */
  readonly column: string
  /** The page itself says that its list is empty. */
  readonly saysEmpty: boolean
  /** The page has a pager that only a script can work. */
  readonly hasBlindPager: boolean
}

/** A page of a list, decoded. */
export interface ListPage {
  /** After redirects. */
  readonly url: string
  readonly text: string
}
