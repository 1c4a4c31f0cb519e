/** Class names and id of elements that are called the same. Pages repeat a few names a thousand times, so what is asked of them is found once. */
export class Names {
  /** As the page has them. */
  readonly classes: string
  readonly id: string
  /** Both in one lower-case string, as the rules on containers match them. */
  readonly #words: string
  readonly #found = new Map<RegExp, boolean>()

  constructor(classes: string, id: string) {
    this.classes = classes
    this.id = id
    this.#words = `${classes} ${id}`.toLowerCase()
  }

  /** Whether a rule on containers holds; of elements without names none does. */
  are(rule: RegExp): boolean {
    if (this.#words.length < 2) return false
    const known = this.#found.get(rule)
    if (known !== undefined) return known
    const holds = rule.test(this.#words)
    this.#found.set(rule, holds)
    return holds
  }
}

export const NO_NAMES = new Names('', '')
