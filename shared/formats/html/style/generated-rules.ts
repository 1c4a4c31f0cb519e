import type { Element } from '../tree.ts'
import { type Declarations, declarationsIn, isImportant } from './declarations.ts'
import type { PageNames } from './page-names.ts'
import { RuleIndex } from './rule-index.ts'
import { type PageSelector, selectorsOf } from './selectors.ts'
import { rulesOf, topLevel } from './sheet.ts'
import { statementsOf } from './statements.ts'
import { MAX_SHEET_LENGTH } from './style-rules.ts'

/** An element, or what stands before or behind its content. */
export type Place = 'element' | 'before' | 'after'

interface Rule extends PageSelector {
  readonly declared: Declarations
  readonly layer: number
  readonly order: number
}

const WANTED = /content|counter-|list-style/
const PSEUDO = /::?(?<place>before|after)\s*$/i
/** Longer values are made to cost time. */
const LONGEST_VALUE = 400
/** Tests of elements against selectors on one page. */
const MAX_TESTS = 1_000_000

/** What the rules of a page's sheets declare of generated content, of counters and of the signs of lists. */
export class GeneratedRules {
  readonly #rules: Readonly<Record<Place, RuleIndex<Rule>>>
  #tests = 0

  constructor(sheets: readonly string[], names: PageNames) {
    const sheet = sheets.join('\n').slice(0, MAX_SHEET_LENGTH)
    const rules: Record<Place, Rule[]> = { element: [], before: [], after: [] }
    for (const [order, { selectors, texts, layer }] of rulesOf(sheet, (words) => names.mayMatch(words)).entries()) {
      if (!selectors.includes(':') && !texts.some((text) => WANTED.test(text))) continue
      const declared = declaredIn(texts)
      for (const selector of topLevel(selectors)) {
        const place = (PSEUDO.exec(selector)?.groups?.place?.toLowerCase() ?? 'element') as Place
        const found = selectorsOf(selector.replace(PSEUDO, '') || '*').filter(({ looksAt }) => looksAt !== 'inside')
        rules[place].push(...found.map((one) => ({ ...one, declared, layer, order })))
      }
    }
    this.#rules = {
      element: new RuleIndex(rules.element),
      before: new RuleIndex(rules.before),
      after: new RuleIndex(rules.after),
    }
  }

  /** By the cascade. @param style of the element itself */
  declaredOf(element: Element, place: Place, style = ''): Declarations {
    const found = this.#rules[place].of(element).filter((rule) => this.#matches(rule, element))
    const own = WANTED.test(style) ? [declaredIn([style])] : []
    const merged = new Map<string, string>()
    for (const declared of [...found.toSorted(byCascade).map((rule) => rule.declared), ...own])
      for (const [property, value] of declared)
        if (isImportant(value) || !isImportant(merged.get(property) ?? '')) merged.set(property, value)
    return merged
  }

  #matches({ matches, looksAt }: Rule, element: Element): boolean {
    this.#tests += looksAt === 'itself' ? 1 : (element.parent?.children.length ?? 1)
    return this.#tests <= MAX_TESTS && matches(element)
  }
}

/** With strings and names of counters as they are written. */
function declaredIn(texts: readonly string[]): Declarations {
  const declared = new Map(declarationsIn(texts))
  for (const statement of texts.flatMap(statementsOf)) {
    const { property, value } =
      /^\s*(?<property>content|counter-[a-z]+)\s*:(?<value>[\s\S]*)$/i.exec(statement)?.groups ?? {}
    if (property !== undefined && value!.length <= LONGEST_VALUE) declared.set(property.toLowerCase(), value!.trim())
  }
  return declared
}

function byCascade(a: Rule, b: Rule): number {
  return (a.layer === b.layer ? 0 : a.layer - b.layer) || a.specificity - b.specificity || a.order - b.order
}
