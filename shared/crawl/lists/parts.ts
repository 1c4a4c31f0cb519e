import { type ListRequest, requestKey } from '../fetch/list-request.ts'
import type { ListReading } from './list-reading.ts'
import { Tally } from './tally.ts'
import type { ListProblem } from './walk-list.ts'

/** Pages of a list that belong together, and what is not known of them. */
export class Part {
  readonly tally = new Tally()
  /** It has rows that no part had before it. */
  hasOwnRows = false
  #blind: string | null = null
  #hadNext = false
  /** Controls of its first page, whose pager explains them. */
  #controls: ReadonlySet<string> | null = null

  /** Takes what a page says of pages that it does not lead to. */
  see({ nextIs, blindPager, unexplained }: ListReading): void {
    const own = this.#controls ?? new Set(unexplained)
    this.#controls = own
    const other = unexplained.find((words) => !own.has(words))
    if (other !== undefined) this.doubt(`a control that the first page does not have: ${other}`)
    // Where 下一页 was a link before, standing there without one it marks the last page.
    const isLast = nextIs === 'inert' && this.#hadNext
    if (!isLast) this.doubt(blindPager)
    this.#hadNext ||= nextIs === 'live'
  }

  doubt(sign: string | null): void {
    this.#blind ??= sign
  }

  /** Further pages that are there by a sign and that nothing led to. A count that is met disproves the sign. */
  get unturned(): string | null {
    return this.tally.isProved ? null : this.#blind
  }
}

/** A list and its other parts, such as years: each has pages and counts of its own. */
export class Parts {
  readonly #all: Part[] = []
  readonly #of = new Map<string, Part>()
  #lost: string | null = null

  constructor(start: ListRequest) {
    this.begin([start])
    this.of(start).hasOwnRows = true
  }

  has(request: ListRequest): boolean {
    return this.#of.has(requestKey(request))
  }

  /** Whether it is the list as it is asked for at first. */
  isMain(part: Part): boolean {
    return part === this.#all[0]
  }

  of(request: ListRequest): Part {
    return this.#of.get(requestKey(request))!
  }

  /** Pages that belong to the part of the page that led to them. */
  join(part: Part, pages: readonly ListRequest[]): void {
    for (const page of pages) if (!this.#of.has(requestKey(page))) this.#of.set(requestKey(page), part)
  }

  begin(pages: readonly ListRequest[]): void {
    for (const page of pages) {
      if (this.#of.has(requestKey(page))) continue
      const part = new Part()
      this.#all.push(part)
      this.join(part, [page])
    }
  }

  /** Takes a sign of a part that was not read, which no count of another one disproves. */
  lose(sign: string | null): void {
    this.#lost ??= sign
  }

  /** Rows that the parts say they have, each row once. Null if none says. */
  get declared(): number | null {
    const counts = this.#all.flatMap(({ tally, hasOwnRows }) => (hasOwnRows ? (tally.declared ?? []) : []))
    return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0)
  }

  /** What keeps the list from being whole, once all that was led to is read. Null if nothing does. */
  get problem(): ListProblem | null {
    const miscount = this.#all.map(({ tally }) => tally.miscount()).find((one) => one !== null)
    if (miscount !== undefined) return miscount
    const sign = this.#lost ?? this.#all.map(({ unturned }) => unturned).find((one) => one !== null)
    return sign === undefined ? null : { code: 'pager_unknown', detail: sign }
  }
}
