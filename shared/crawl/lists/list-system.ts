import type { ListRequest } from '../fetch/list-request.ts'
import type { Markup } from '../pages/markup.ts'
import type { ListReading } from './list-reading.ts'

/** A page of a list, decoded and parsed. */
export interface ListPage {
  /** After redirects. */
  readonly url: string
  readonly text: string
  readonly markup: Markup
  /** The next page by the answer's `Link` header, as written; null if it names none. */
  readonly nextPage: string | null
  /** How the page was asked for. */
  readonly request: ListRequest
  /** Place in the list, from 1. */
  readonly number: number
  /** Fragment of the list's own address: gkmlpt names its category there. */
  readonly fragment: string
}

/** What a system reads of a page. What it leaves out has the usual value. */
export type SystemReading = Pick<ListReading, 'items' | 'follow'> &
  Partial<Omit<ListReading, 'system' | 'items' | 'follow'>>

/**
 * One content system, or one way to lay out a list.
 * @example
 * // systems/phpcms.ts; one line more in `systems.ts` and it can be named in a portals file.
 * export const phpcms: ListSystem<'phpcms'> = {
 *   name: 'phpcms',
 *   recognises: ({ text }) => text.includes('phpcms'),
 *   read: (page) => ({ ...generic.read(page), declared: countOf(page) }),
 * }
 */
export interface ListSystem<Name extends string = string> {
  /** What a portals file and the ledger call it. */
  readonly name: Name
  /** Whether the page is made by this system. Asked only of a list whose entry says `auto`. */
  readonly recognises: (page: ListPage) => boolean
  /** Never throws: a layout that it does not know gives a reading without items. */
  readonly read: (page: ListPage) => SystemReading
}
