import { listNumber } from './list-numbers.ts'

/** One level of a list, as Word defines it (ECMA-376 part 1, 17.9.6). */
export interface ListLevel {
  readonly start: number
  /** By its name in ECMA-376. */
  readonly format: string
  /** What is shown: `%1` to `%9` stand for the numbers of the levels. */
  readonly pattern: string
  /** The level begins anew after one of the first so many levels, never if 0; undefined: after any level above it. */
  readonly restart?: number
  /** All numbers in the pattern are shown as decimals. */
  readonly isLegal?: boolean
  /** Paragraphs of this style are at this level. */
  readonly style?: string
}

/** A list that paragraphs name. */
export interface List {
  readonly id: string
  /** Lists that share a definition count on from each other. */
  readonly definition: string
  readonly levels: ReadonlyMap<number, ListLevel>
  /** Levels that begin anew where this list is first used, with their first number. */
  readonly startOverrides: ReadonlyMap<number, number>
}

const LEVELS = 9

/** The numbers that Word shows before the paragraphs of a document's lists, paragraph by paragraph. */
export class ListCounters {
  /** By definition: the last number of each level. */
  readonly #numbers = new Map<string, (number | undefined)[]>()
  readonly #used = new Set<string>()

  /** The label of the next paragraph at this level of the list; empty for bullets and for levels that are not defined. */
  next(list: List, level: number): string {
    const own = list.levels.get(level)
    if (own === undefined) return ''
    const numbers = this.#numbersOf(list)
    const last = numbers[level]
    numbers[level] = last === undefined ? own.start : last + 1
    for (let below = level + 1; below < LEVELS; below++) {
      const restart = list.levels.get(below)?.restart
      if (restart === undefined || level < restart) numbers[below] = undefined
    }
    if (own.format === 'bullet' || own.format === 'none') return ''
    return own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const shown = list.levels.get(at)
      if (shown === undefined) return ''
      return listNumber(numbers[at] ?? shown.start, own.isLegal === true ? 'decimal' : shown.format)
    })
  }

  #numbersOf(list: List): (number | undefined)[] {
    const numbers = this.#numbers.get(list.definition) ?? []
    this.#numbers.set(list.definition, numbers)
    if (this.#used.has(list.id)) return numbers
    this.#used.add(list.id)
    for (const [level, start] of list.startOverrides) numbers[level] = start - 1
    return numbers
  }
}
