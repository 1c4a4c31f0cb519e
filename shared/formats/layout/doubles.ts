import type { Run } from './run.ts'

/** Bold type is faked by drawing text again a fraction of its size apart; two equal characters side by side are further apart. */
const SAME_PLACE = 0.2

/** Marks like full stops are narrow, and those of a row of them stand as close as they are wide. */
const NARROW = 0.6
/** Places that are looked through one by one. */
const FEW = 32
/** Damaged files give type without width. */
const LEAST = 0.2

/** Runs without those that draw a text once more at its place. */
export function withoutDoubles<R extends Run>(runs: readonly R[]): R[] {
  const drawn = new Map<string, Places<R>>()
  return runs.filter((run) => {
    const text = run.text.trim()
    const places = drawn.get(text)
    if (places === undefined) {
      drawn.set(text, new Places(run))
      return true
    }
    if (places.isTaken(run)) return false
    places.add(run)
    return true
  })
}

/** Where one text stands on a page, in cells that are wider than two drawings of it are apart. */
class Places<R extends Run> {
  /** The first ones: most texts stand in few places of a page, and need no cells. */
  readonly #few: R[]
  readonly #cells = new Map<number, R[]>()
  readonly #cell: number

  constructor(first: R) {
    this.#cell = Math.max(2 * SAME_PLACE * first.size, Number.MIN_VALUE)
    this.#few = [first]
  }

  add(run: R): void {
    if (this.#few.length < FEW) {
      this.#few.push(run)
      return
    }
    const key = this.#keyOf(this.#cellOf(run.x), this.#cellOf(run.y))
    const others = this.#cells.get(key)
    if (others === undefined) this.#cells.set(key, [run])
    else others.push(run)
  }

  isTaken(run: R): boolean {
    const reach = Math.min(SAME_PLACE * run.size, this.#cell)
    for (const other of this.#few) if (isAt(run, other, reach)) return true
    if (this.#cells.size === 0) return false
    for (let row = this.#cellOf(run.y - reach); row <= this.#cellOf(run.y + reach); row++)
      for (let column = this.#cellOf(run.x - reach); column <= this.#cellOf(run.x + reach); column++)
        for (const other of this.#cells.get(this.#keyOf(column, row)) ?? []) if (isAt(run, other, reach)) return true
    return false
  }

  #cellOf(place: number): number {
    return Math.floor(place / this.#cell)
  }

  #keyOf(column: number, row: number): number {
    return column * MAX_ROWS + row
  }
}
/** More than a page has cells from top to bottom. */
const MAX_ROWS = 2 ** 26

function isAt(run: Run, other: Run, reach: number): boolean {
  if (!(Math.abs(run.y - other.y) < reach)) return false
  const near = Math.max(LEAST * reach, Math.min(reach, NARROW * Math.max(run.width, other.width)))
  return Math.abs(run.x - other.x) < near
}
