import type { Element } from 'domhandler'
import { isElement } from '../tree.ts'
import { darkGroundOf, isOfGround } from './colours.ts'
import { type Declarations, isImportant } from './declarations.ts'
import { type PageSelector, selectorsOf } from './selectors.ts'
import { rulesOf } from './sheet.ts'
import { refersToOwn, resolved } from './variables.ts'
import { hides, inheritedOf, isLifted } from './visibility.ts'

/** One selector of a rule, with what it declares. */
interface Rule extends PageSelector {
  readonly declarations: Declarations
  readonly layer: number
}

/** What of a style sheet is read: portals' inline sheets have 1 to 30 kB. */
const MAX_SHEET_LENGTH = 512 * 1024
const MAX_RULES = 2_000
/** Colours of grounds with which each colour of text is compared; pages have a handful. */
const MAX_GROUNDS = 50
/** Values of one property of the author's own that are tried. */
const MAX_VALUES = 10
/** Tests of an element against a selector on one page; a page of 1,000 elements and 200 rules takes 200,000. */
const MAX_TESTS = 3_000_000

/** The rules in a page's own style sheets, which decide whether its elements are seen. Linked sheets are not fetched. */
export class StyleRules {
  readonly #rules: readonly Rule[]
  readonly #hiding: readonly Rule[]
  /** What rules set properties of the author's own to, by their names. */
  readonly #values = new Map<string, string[]>()
  readonly #sizes = new Map<Element, number>()
  #tests = 0

  /** Grounds other than white paper, on which text of their colour is not seen. */
  readonly grounds: readonly string[]

  /**
   * @param sheets the texts of its `style` elements, in order
   * @param ownGrounds grounds that the page's elements say themselves; null if grounds are not known, for other sheets may lay others over them
   */
  constructor(sheets: readonly string[], ownGrounds: readonly string[] | null) {
    const rules: Rule[] = []
    for (const { selectors, declarations, layer } of rulesOf(sheets.join('\n').slice(0, MAX_SHEET_LENGTH))) {
      if (rules.length >= MAX_RULES) break
      for (const [property, value] of declarations) if (property.startsWith('--')) this.#noteValue(property, value)
      for (const selector of selectorsOf(selectors)) rules.push({ ...selector, declarations, layer })
    }
    this.#rules = rules
    const inRules = rules.flatMap(({ declarations }) =>
      this.#mayBe(declarations).flatMap((one) => darkGroundOf(one) ?? []),
    )
    this.grounds = ownGrounds === null ? [] : [...new Set([...ownGrounds, ...inRules])].slice(0, MAX_GROUNDS)
    this.#hiding = rules.filter(({ declarations }) => this.mayBeUnseen(declarations))
  }

  #noteValue(property: string, value: string): void {
    const known = this.#values.get(property)
    if (known === undefined) this.#values.set(property, [value])
    else if (known.length < MAX_VALUES && !known.includes(value)) known.push(value)
  }

  /** What declarations may say, by what is known of the properties that they refer to. */
  #mayBe(declarations: Declarations): Declarations[] {
    if (!refersToOwn(declarations)) return [declarations]
    return Array.from({ length: MAX_VALUES }, (_, at) =>
      resolved(declarations, (name) => {
        const known = this.#values.get(name)
        return known?.[at % known.length]
      }),
    )
  }

  /** Whether these declarations alone hide or raise text. */
  mayBeUnseen(declarations: Declarations): boolean {
    return this.#mayBe(declarations).some(
      (one) => hides(one) || isLifted(one) || isOfGround(inheritedOf(one).color, this.grounds),
    )
  }

  /** Whether a rule hides or raises the element, if no other says otherwise. Most rules do neither, and most elements are asked only this. */
  mayHide(element: Element): boolean {
    return this.#hiding.some((rule) => this.#matches(rule, element))
  }

  /** What the rules and the element's own style declare of it, by the cascade. @param own its style attribute */
  declarationsOf(element: Element, own: Declarations): Declarations {
    const found = this.#rules.filter((rule) => this.#matches(rule, element))
    if (found.length === 0) return own
    const inOrder = found
      .toSorted((a, b) => (a.layer === b.layer ? a.specificity - b.specificity : a.layer - b.layer))
      .map(({ declarations }) => declarations)
    const merged = new Map<string, string>()
    for (const declarations of [...inOrder, own]) {
      for (const [property, value] of declarations) {
        if (isImportant(value) || !isImportant(merged.get(property) ?? '')) merged.set(property, value)
      }
    }
    return merged
  }

  #matches({ matches, looksAt }: Rule, element: Element): boolean {
    this.#tests +=
      looksAt === 'itself' ? 1 : looksAt === 'siblings' ? (element.parent?.children.length ?? 1) : this.#sizeOf(element)
    return this.#tests <= MAX_TESTS && matches(element)
  }

  /** How many elements are in one, and itself. */
  #sizeOf(element: Element): number {
    const known = this.#sizes.get(element)
    if (known !== undefined) return known
    const size = element.children.reduce((sum, child) => sum + (isElement(child) ? this.#sizeOf(child) : 0), 1)
    this.#sizes.set(element, size)
    return size
  }
}
