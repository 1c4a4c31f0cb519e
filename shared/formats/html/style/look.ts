import { around, type Element } from '../tree.ts'
import { isOfGround, lacksContrast } from './colours.ts'
import { type Declarations, parseDeclarations } from './declarations.ts'
import type { StyleRules } from './style-rules.ts'
import { refersToOwn, resolved } from './variables.ts'

const NOTHING: Declarations = new Map()

/** What is declared of each element. Pages repeat the same few style attributes, which are parsed once each. */
export class Look {
  readonly #rules: StyleRules
  readonly #parsed = new Map<string, Declarations>()
  /** Style attributes by whether they hide. */
  readonly #hiding = new Map<string, boolean>()
  readonly #declared = new Map<Element, Declarations>()
  readonly #whole = new Map<Element, Declarations>()

  constructor(rules: StyleRules) {
    this.#rules = rules
  }

  /** Whether text of this colour is not seen on white paper, or on some ground of the page. */
  mayLackContrast(color: string): boolean {
    return lacksContrast(color) || isOfGround(color, this.#rules.grounds)
  }

  /** What decides whether the element is seen. @param mayBeShown whether any rule may show it: it stands in what is hidden, or is hidden by an attribute */
  of(element: Element, mayBeShown: boolean): Declarations {
    const mayHide = mayBeShown || this.#hides(element.attribs.style) || this.#rules.mayHide(element)
    return mayHide ? this.whole(element) : NOTHING
  }

  #hides(style: string | undefined): boolean {
    if (style === undefined) return false
    const known = this.#hiding.get(style)
    if (known !== undefined) return known
    const own = this.#own(style)
    const found = this.#rules.mayBeUnseen(own)
    this.#hiding.set(style, found)
    return found
  }

  /** All that is declared of an element, by the cascade, with the values of the author's own properties. */
  whole(element: Element): Declarations {
    const known = this.#whole.get(element)
    if (known !== undefined) return known
    const declared = this.#declaredOf(element)
    const whole = refersToOwn(declared) ? resolved(declared, (name) => this.#valueOf(name, element)) : declared
    this.#whole.set(element, whole)
    return whole
  }

  #declaredOf(element: Element): Declarations {
    const known = this.#declared.get(element)
    if (known !== undefined) return known
    const declared = this.#rules.declarationsOf(element, this.#own(element.attribs.style))
    this.#declared.set(element, declared)
    return declared
  }

  /** Of a property of the author's own, which is inherited. */
  #valueOf(name: string, element: Element): string | undefined {
    const own = this.#declaredOf(element).get(name)
    if (own !== undefined) return own
    for (const one of around(element)) {
      const inherited = this.#declaredOf(one).get(name)
      if (inherited !== undefined) return inherited
    }
    return undefined
  }

  #own(style: string | undefined): Declarations {
    if (style === undefined) return NOTHING
    const known = this.#parsed.get(style)
    if (known !== undefined) return known
    const declarations = parseDeclarations(style)
    this.#parsed.set(style, declarations)
    return declarations
  }
}
