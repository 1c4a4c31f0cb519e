import { type Element, isElement } from '../tree.ts'
import { darkGroundOf, inkOf, isOfGround } from './colours.ts'
import { type Declarations, declarationsIn, isImportant } from './declarations.ts'
import type { PageNames } from './page-names.ts'
import { RuleIndex } from './rule-index.ts'
import type { PageSelector } from './selectors.ts'
import { rulesOf } from './sheet.ts'
import { refersToOwn, resolved } from './variables.ts'
import { hides, isLifted } from './visibility.ts'

/** A rule of which the page has all names, as far as they can be told without reading its selectors. */
interface NamedRule {
  readonly selectors: string
  readonly declarations: Declarations
  readonly layer: number
}

/** One selector of a rule, with what it declares. */
interface Rule extends PageSelector {
  readonly declarations: Declarations
  readonly layer: number
  /** Its place among all. */
  readonly place: number
}

/** What of a style sheet is read: portals' inline sheets have 1 to 30 kB. */
export const MAX_SHEET_LENGTH = 512 * 1024
const MAX_RULES = 2_000
/** Colours of grounds with which each colour of text is compared; pages have a handful. */
const MAX_GROUNDS = 50
/** Values of one property of the author's own that are tried. */
const MAX_VALUES = 10
/** Tests of an element against a selector on one page; a page of 1,000 elements and 200 rules takes 200,000. */
const MAX_TESTS = 3_000_000

type SelectorsOf = (selectors: string) => PageSelector[]

let loading: Promise<SelectorsOf> | undefined

/** Loads what reads selectors, a third of what pages need: most have no rules for elements of theirs. */
function selectorReader(): Promise<SelectorsOf> {
  loading ??= import('./selectors.ts').then(({ selectorsOf }) => selectorsOf)
  return loading
}

/** The rules of the sheets of which the page has all names. */
function namedRulesOf(sheets: readonly string[], names: PageNames): NamedRule[] {
  const named: NamedRule[] = []
  const sheet = sheets.join('\n').slice(0, MAX_SHEET_LENGTH)
  for (const { selectors, texts, layer } of rulesOf(sheet, (words) => names.mayMatch(words))) {
    if (named.length >= MAX_RULES) break
    const declarations = declarationsIn(texts)
    if (declarations.size > 0) named.push({ selectors, declarations, layer })
  }
  return named
}

/** The rules in a page's own style sheets, which decide whether its elements are seen. Linked sheets are not fetched. */
export class StyleRules {
  readonly #named: readonly NamedRule[]
  readonly #selectorsOf: SelectorsOf
  /** Those that hide or raise by themselves: most rules do neither, and most elements are asked only these. */
  readonly #hiding: RuleIndex<Rule>
  #all: RuleIndex<Rule> | undefined
  /** What rules set properties of the author's own to, by their names. */
  readonly #values = new Map<string, string[]>()
  readonly #sizes = new Map<Element, number>()
  #tests = 0

  /** Grounds other than white paper, on which text of their colour is not seen. */
  readonly grounds: readonly string[]

  /**
   * @param sheets the texts of its `style` elements, in order
   * @param names those of its elements
   * @param ownGrounds grounds that the page's elements say themselves; null if grounds are not known, for other sheets may lay others over them
   */
  static async of(
    sheets: readonly string[],
    names: PageNames,
    ownGrounds: readonly string[] | null,
  ): Promise<StyleRules> {
    const named = namedRulesOf(sheets, names)
    return new StyleRules(named, ownGrounds, named.length === 0 ? () => [] : await selectorReader())
  }

  private constructor(named: readonly NamedRule[], ownGrounds: readonly string[] | null, selectorsOf: SelectorsOf) {
    this.#selectorsOf = selectorsOf
    for (const { declarations } of named)
      for (const [property, value] of declarations) if (property.startsWith('--')) this.#noteValue(property, value)
    this.#named = named
    this.grounds = ownGrounds === null ? [] : this.#groundsWith(ownGrounds)
    this.#hiding = new RuleIndex(this.#read(named.filter(({ declarations }) => this.mayBeUnseen(declarations))))
  }

  #groundsWith(own: readonly string[]): string[] {
    const inRules = this.#named.flatMap(({ declarations }) =>
      this.#mayBe(declarations).flatMap((one) => darkGroundOf(one) ?? []),
    )
    return [...new Set([...own, ...inRules])].slice(0, MAX_GROUNDS)
  }

  #read(rules: readonly NamedRule[]): Rule[] {
    return rules.flatMap(({ selectors, declarations, layer }, place) =>
      this.#selectorsOf(selectors).map((selector) => ({ ...selector, declarations, layer, place })),
    )
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
    return this.#mayBe(declarations).some((one) => hides(one) || isLifted(one) || isOfGround(inkOf(one), this.grounds))
  }

  /** Whether a rule hides or raises the element, if no other says otherwise. */
  mayHide(element: Element): boolean {
    const rules = this.#hiding.of(element)
    return rules.length > 0 && rules.some((rule) => this.#matches(rule, element))
  }

  /** What the rules and the element's own style declare of it, by the cascade. @param own its style attribute */
  declarationsOf(element: Element, own: Declarations): Declarations {
    this.#all ??= new RuleIndex(this.#read(this.#named))
    const found = this.#all.of(element).filter((rule) => this.#matches(rule, element))
    if (found.length === 0) return own
    const merged = new Map<string, string>()
    for (const declarations of [...found.toSorted(byCascade).map((rule) => rule.declarations), own]) {
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

function byCascade(a: Rule, b: Rule): number {
  return (a.layer === b.layer ? 0 : a.layer - b.layer) || a.specificity - b.specificity || a.place - b.place
}
