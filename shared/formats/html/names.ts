import type { Element } from 'domhandler'

/** Class names and id of an element in one lower-case string, as the rules on containers match them. */
export function namesOf({ attribs }: Element): string {
  const { class: classes = '', id = '' } = attribs
  return classes === '' && id === '' ? ' ' : `${classes} ${id}`.toLowerCase()
}

/** The names of elements that are called the same. Pages repeat a few names a thousand times, so what is asked of them is found once. */
export class Names {
  readonly words: string
  readonly #found = new Map<RegExp, boolean>()

  /** @param words as `namesOf` gives them */
  constructor(words: string) {
    this.words = words
  }

  /** Whether a rule on containers holds; of elements without names none does. */
  are(rule: RegExp): boolean {
    if (this.words.length < 2) return false
    const known = this.#found.get(rule)
    if (known !== undefined) return known
    const holds = rule.test(this.words)
    this.#found.set(rule, holds)
    return holds
  }
}
