import type { Element } from '../tree.ts'
import type { PageSelector } from './selectors.ts'

const NONE: readonly never[] = []

/** Selectors by what the element itself must have, so that each element is tried on few of them. */
export class RuleIndex<Rule extends PageSelector> {
  readonly #byKey = new Map<string, Rule[]>()
  /** With those for any tag. */
  readonly #byTag = new Map<string, readonly Rule[]>()
  /** By whole class attributes, which pages repeat. */
  readonly #byClasses = new Map<string, readonly Rule[]>()

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      const same = this.#byKey.get(rule.key)
      if (same === undefined) this.#byKey.set(rule.key, [rule])
      else same.push(rule)
    }
  }

  /** The rules whose selectors may be those of an element. */
  of({ name, attribs: { id, class: classes } }: Element): readonly Rule[] {
    if (this.#byKey.size === 0) return NONE
    const ofTag = this.#ofTag(name)
    const ofId = id === undefined ? NONE : this.#get(`#${id}`)
    const ofClasses = classes === undefined ? NONE : this.#ofClasses(classes)
    return ofId.length + ofClasses.length === 0 ? ofTag : [...ofTag, ...ofId, ...ofClasses]
  }

  #get(key: string): readonly Rule[] {
    return this.#byKey.get(key) ?? NONE
  }

  #ofTag(name: string): readonly Rule[] {
    const known = this.#byTag.get(name)
    if (known !== undefined) return known
    const found = [...this.#get('*'), ...this.#get(name)]
    this.#byTag.set(name, found)
    return found
  }

  #ofClasses(classes: string): readonly Rule[] {
    const known = this.#byClasses.get(classes)
    if (known !== undefined) return known
    const found = [...new Set(classes.split(/\s+/))].flatMap((name) => this.#get(`.${name}`))
    this.#byClasses.set(classes, found)
    return found
  }
}
