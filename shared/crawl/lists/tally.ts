import type { ListReading } from './list-reading.ts'
import type { ListProblem } from './walk-list.ts'

/** What a service says it has, and what it gave. */
interface Counted {
  readonly declared: number
  readonly seen: number
  /** It may have given rows of the list's page again: then each counts once. */
  readonly startsAnew: boolean
}

/**
 * What a list says it has, beside what was seen of it. Two kinds of counts: a service counts the very rows that it gives; a
 * text such as 共24条 counts rows of a page on which other links may look like rows.
 */
export class Tally {
  readonly #services = new Map<string, Counted>()
  /** On how many pages each row was seen. Rows of a side column are on all of them. */
  readonly #pagesOf = new Map<string, number>()
  #rowsOfText = 0
  #groupsOfFirst: readonly number[] = []
  #declaredPages = 0
  #namedPages = 0
  #pages = 0
  /** The list has parts with pagers of their own, such as years: a count that one of them met proves nothing of the others. */
  hasParts = false

  /** @param isPart a frame or the like that brought no rows */
  add(reading: ListReading, isPart = false): void {
    const { follow, beside, before, saysEmpty } = reading
    const rows = reading.items.length + reading.unreadable.length
    const isShell = rows === 0 && !saysEmpty && follow.length + beside.length + before.length > 0
    // A page that only names the services to ask is none of the pages that a count means.
    if (!isShell && !isPart) this.#pages++
    const { declared, items, unreadable } = reading
    for (const { url } of items) this.#count(url)
    for (const { title } of unreadable) this.#count(title)
    if (this.#pages === 1) this.#groupsOfFirst = reading.rowGroups
    this.#declaredPages = Math.max(this.#declaredPages, reading.declaredPages ?? 0)
    this.#namedPages = Math.max(this.#namedPages, reading.namedPages ?? 0)
    if (declared === null) return
    if (!declared.isExact) this.#rowsOfText = Math.max(this.#rowsOfText, declared.items)
    else {
      const before = this.#services.get(declared.series)
      const seen = (before?.seen ?? 0) + rows
      const startsAnew = before?.startsAnew === true || reading.startsAnew
      this.#services.set(declared.series, { declared: declared.items, seen, startsAnew })
    }
  }

  /** Whether the service of a page has given all the items that it says it has. */
  isComplete({ declared }: ListReading): boolean {
    const counted = declared === null ? undefined : this.#services.get(declared.series)
    if (counted === undefined || counted.seen < counted.declared) return false
    return !counted.startsAnew || this.#pagesOf.size >= counted.declared
  }

  /** Rows that the list says it has, summed over its series. Null if it does not say. */
  get declared(): number | null {
    const ofServices = [...this.#services.values()].reduce((sum, { declared }) => sum + declared, 0)
    return this.#services.size > 0 ? ofServices : this.#rowsOfText > 0 ? this.#rowsOfText : null
  }

  /** Whether the list's own count was met, so that a sign of further pages means nothing. */
  get isProved(): boolean {
    const hasCount = this.declared !== null || this.#declaredPages > 0
    return hasCount && !this.hasParts && this.miscount() === null
  }

  /** Whether the list says how many rows it has, and has shown them all. */
  get hasAllRows(): boolean {
    const isMet = this.#services.size > 0 ? this.miscount() === null : this.#meets(this.#rowsOfText)
    return this.declared !== null && !this.hasParts && isMet
  }

  /** The first count that was not met. Null if all were. */
  miscount(): ListProblem | null {
    for (const { declared, seen, startsAnew } of this.#services.values()) {
      const once = this.#pagesOf.size
      if (seen !== declared && !(startsAnew && once === declared)) return mismatch(declared, startsAnew ? once : seen)
    }
    if (this.#rowsOfText > 0 && !this.#meets(this.#rowsOfText)) return mismatch(this.#rowsOfText, this.#pagesOf.size)
    // Rows that are all there are on fewer pages than the pager has links to.
    const pages = Math.max(this.#declaredPages, this.declared === null ? this.#namedPages : 0)
    if (pages <= this.#pages) return null
    const detail = `the list says it has ${pages} pages and ${this.#pages} were found`
    return { code: this.#pages === 1 ? 'pager_unknown' : 'count_mismatch', detail }
  }

  /** Links beside the list may look like its rows, so a greater number proves nothing: some set of rows must have this size. */
  #meets(declared: number): boolean {
    const onOnePage = [...this.#pagesOf.values()].filter((pages) => pages === 1).length
    const sizes = [this.#pagesOf.size, ...(this.#pages === 1 ? this.#groupsOfFirst : [onOnePage])]
    return sizes.includes(declared)
  }

  #count(row: string): void {
    this.#pagesOf.set(row, (this.#pagesOf.get(row) ?? 0) + 1)
  }
}

function mismatch(declared: number, gave: number): ListProblem {
  return { code: 'count_mismatch', detail: `the list says it has ${declared} items and gave ${gave}` }
}
