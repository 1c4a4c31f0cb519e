import type { Names } from '../names.ts'
import type { Element } from '../tree.ts'

/** Names, commas, and the first sign of what is no plain selector. */
const PARTS = /[.#][^\s.#:>+~*,[\](){}|"']+|[,[\](){}|"']/g
/** Conditions, which are not looked into. */
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]/g

/** The class names and ids that a page's elements have, by which most rules of its sheets are passed over: they are for other pages of its site. */
export class PageNames {
  readonly #names = new Set<Names>()
  #all: ReadonlySet<string> | undefined

  add({ names }: Element): void {
    this.#names.add(names)
  }

  /** Whether the page has all that one of the selectors names; of what is written in other ways than most, nobody can tell at once. */
  mayMatch(selectors: string): boolean {
    if (selectors.includes('\\')) return true
    return this.#hasAllOfOne(selectors) ?? this.#hasAllOfOne(selectors.replace(BRACKETS, '')) ?? true
  }

  /** Null if the selectors are not plain. */
  #hasAllOfOne(selectors: string): boolean | null {
    this.#all ??= written(this.#names)
    PARTS.lastIndex = 0
    for (let found = PARTS.exec(selectors); found !== null; found = PARTS.exec(selectors)) {
      const [part] = found
      if (part === ',') return true
      if (this.#all.has(part)) continue
      if (!part.startsWith('.') && !part.startsWith('#')) return null
      const next = selectors.indexOf(',', PARTS.lastIndex)
      if (next < 0) return false
      PARTS.lastIndex = next + 1
    }
    return true
  }
}

/** The names as selectors write them. */
function written(all: Iterable<Names>): Set<string> {
  const found = new Set<string>()
  for (const { id, classes } of all) {
    found.add(`#${id}`)
    for (const name of classes.split(/\s+/)) found.add(`.${name}`)
  }
  return found
}
