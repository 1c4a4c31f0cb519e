import { type ListRequest, requestKey } from '../fetch/list-request.ts'
import type { ListReading } from './list-reading.ts'

/**
 * Pages that lead to each other by one pager. A page repeats another only within its series: what a year of a list shows
 * stands in the whole list too, and the other way round.
 */
export class Series {
  /** The first page of the series of each page that was led to. */
  readonly #firstOf = new Map<string, string>()
  readonly #rows = new Map<string, Set<string>>()

  /** Takes a page that was read, and says whether it shows nothing that its series did not show before. */
  add(request: ListRequest, reading: ListReading): { isRepeated: boolean } {
    const { items, unreadable, follow, otherwise, before, startsAnew } = reading
    const key = requestKey(request)
    const first = this.#firstOf.get(key) ?? key
    for (const page of [...follow, ...otherwise, ...before]) {
      const led = requestKey(page)
      if (!this.#firstOf.has(led)) this.#firstOf.set(led, first)
    }
    // The answers of such a service repeat each other, and not the page that asks for them.
    const series = startsAnew ? `${first}#service` : first
    const rows = this.#rows.get(series) ?? new Set()
    this.#rows.set(series, rows)
    const shown = [...items.map(({ url }) => url), ...unreadable.map(({ title }) => title)]
    const isRepeated = shown.every((row) => rows.has(row))
    for (const row of shown) rows.add(row)
    return { isRepeated }
  }
}
