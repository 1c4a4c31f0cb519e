import type { Element } from 'domhandler'

/** Conditions, which are not looked into. */
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]/g
/** What else stands in selectors beside names, their signs and what is between them. */
const NOT_PLAIN = /[[\](){}\\|"']/
const NAMES = /[.#][^\s.#:>+~*,]+/g

/** The class names and ids that a page's elements have, by which most rules of its sheets are passed over: they are for other pages of its site. */
export class PageNames {
  readonly #ids = new Set<string>()
  readonly #classes = new Set<string>()
  #all: ReadonlySet<string> | undefined

  add({ attribs: { id, class: classes } }: Element): void {
    if (id !== undefined) this.#ids.add(id)
    if (classes !== undefined) this.#classes.add(classes)
  }

  /** Whether the page has all that one of the selectors names; of what is written in other ways than most, nobody can tell at once. */
  mayMatch(selectors: string): boolean {
    const plain = NOT_PLAIN.test(selectors) ? selectors.replace(BRACKETS, '') : selectors
    return NOT_PLAIN.test(plain) || plain.split(',').some((selector) => this.#hasAll(selector))
  }

  #hasAll(selector: string): boolean {
    this.#all ??= this.#inSelectors()
    NAMES.lastIndex = 0
    for (let found = NAMES.exec(selector); found !== null; found = NAMES.exec(selector)) {
      if (!this.#all.has(found[0])) return false
    }
    return true
  }

  /** The names as selectors write them. */
  #inSelectors(): ReadonlySet<string> {
    const classes = [...this.#classes].flatMap((names) => names.split(/\s+/))
    return new Set([...[...this.#ids].map((id) => `#${id}`), ...classes.map((name) => `.${name}`)])
  }
}
