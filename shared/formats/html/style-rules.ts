import { compile } from 'css-select'
import { parse, type Selector } from 'css-what'
import type { AnyNode, Element } from 'domhandler'
import {
  type Declarations,
  darkGroundOf,
  hides,
  inheritedOf,
  isImportant,
  isLifted,
  isOfGround,
  parseDeclarations,
} from './declarations.ts'

/** One selector of a rule, with what it declares. */
interface Rule {
  readonly matches: (element: Element) => boolean
  /** Whether its test looks at all children of the element's parent. */
  readonly countsSiblings: boolean
  readonly specificity: number
  readonly declarations: Declarations
}

/** What of a style sheet is read: portals' inline sheets have 1 to 30 kB. */
const MAX_SHEET_LENGTH = 512 * 1024
const MAX_RULES = 2_000
/** Colours of grounds with which each colour of text is compared; pages have a handful. */
const MAX_GROUNDS = 50
/** Tests of an element against a selector on one page; a page of 1,000 elements and 200 rules takes 200,000. */
const MAX_TESTS = 3_000_000

/** Where an element stands among its siblings. */
const PLACE = '(?:first|last|only)-(?:child|of-type)|nth-(?:last-)?(?:child|of-type)\\('
/** States that only a pointer or a person makes. */
const NOT_TESTED = new RegExp(`:(?!not\\(|root|empty|${PLACE})`)
const COUNTS_SIBLINGS = new RegExp(`~(?!=)|:(?:${PLACE})`)

/** The rules in a page's own style sheets, which decide whether its elements are seen. Linked sheets are not fetched. */
export class StyleRules {
  readonly #rules: readonly Rule[]
  readonly #hiding: readonly Rule[]
  #tests = 0

  /** Grounds other than white paper, on which text of their colour is not seen. */
  readonly grounds: readonly string[]

  /**
   * @param sheets the texts of its `style` elements, in order
   * @param ownGrounds grounds that the page's elements say themselves; null if grounds are not known, for other sheets may lay others over them
   */
  constructor(sheets: readonly string[], ownGrounds: readonly string[] | null) {
    const rules: Rule[] = []
    for (const { selectors, body } of rulesOf(sheets.join('\n').slice(0, MAX_SHEET_LENGTH))) {
      const declarations = parseDeclarations(body)
      if (declarations.size === 0) continue
      for (const selector of parsed(selectors)) {
        if (rules.length === MAX_RULES) break
        const countsSiblings = COUNTS_SIBLINGS.test(selectors)
        rules.push({ matches: compiled(selector), countsSiblings, specificity: specificityOf(selector), declarations })
      }
    }
    this.#rules = rules
    const inRules = rules.flatMap(({ declarations }) => darkGroundOf(declarations) ?? [])
    this.grounds = ownGrounds === null ? [] : [...new Set([...ownGrounds, ...inRules])].slice(0, MAX_GROUNDS)
    this.#hiding = rules.filter(
      ({ declarations }) =>
        hides(declarations) || isLifted(declarations) || isOfGround(inheritedOf(declarations).color, this.grounds),
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
    const inOrder = found.toSorted((a, b) => a.specificity - b.specificity).map(({ declarations }) => declarations)
    const merged = new Map<string, string>()
    for (const declarations of [...inOrder, own]) {
      for (const [property, value] of declarations) {
        if (isImportant(value) || !isImportant(merged.get(property) ?? '')) merged.set(property, value)
      }
    }
    return merged
  }

  #matches({ matches, countsSiblings }: Rule, element: Element): boolean {
    this.#tests += countsSiblings ? (element.parent?.children.length ?? 1) : 1
    return this.#tests <= MAX_TESTS && matches(element)
  }
}

/** Comma-separated selectors; what is no selector is left out, as browsers leave out its whole rule. */
function parsed(selectors: string): Selector[][] {
  if (NOT_TESTED.test(selectors)) {
    const simple = selectors.split(',').filter((selector) => !NOT_TESTED.test(selector))
    return simple.length === 0 ? [] : parsed(simple.join(','))
  }
  try {
    return parse(selectors)
  } catch {
    // css-what gives no class to its errors: a selector it cannot read selects nothing.
    return []
  }
}

/** Compiled when it is first asked: the rules of a page that hide nothing are asked only of what is hidden. */
function compiled(selector: Selector[]): (element: Element) => boolean {
  let test: ((element: Element) => boolean) | undefined
  return (element) => {
    test ??= testOf(selector)
    return test(element)
  }
}

function testOf(selector: Selector[]): (element: Element) => boolean {
  try {
    return compile<AnyNode, Element>([selector])
  } catch {
    // css-select gives no class to its errors: a formula that is none (`nth-child(a)`) selects nothing.
    return () => false
  }
}

/** Of CSS selectors level 4: ids, then classes and attributes, then names. */
function specificityOf(selector: readonly Selector[]): number {
  return selector.reduce((sum, token) => {
    if (token.type === 'attribute') return sum + (token.name === 'id' && token.action === 'equals' ? 10_000 : 100)
    if (token.type === 'pseudo') return sum + 100
    return token.type === 'tag' ? sum + 1 : sum
  }, 0)
}

interface SheetRule {
  readonly selectors: string
  readonly body: string
}

/** `@media` rules for every screen, and those for what browsers support, are read as if they stood outside; all other at-rules are passed over. */
const ALWAYS = /^@media\s+(?:only\s+)?(?:screen|all)\s*$|^@supports\s*\((?:(?!\bnot\b|-(?:moz|ms|o)-).)*$/i

function* rulesOf(sheet: string): Generator<SheetRule> {
  const css = withoutComments(sheet)
  let at = 0
  for (;;) {
    const open = css.indexOf('{', at)
    if (open < 0) return
    const prelude = css
      .slice(Math.max(at, css.lastIndexOf(';', open) + 1), open)
      .replace(/^[\s}]+/, '')
      .trim()
    if (ALWAYS.test(prelude)) at = open + 1
    else if (prelude.startsWith('@')) at = endOfBlock(css, open)
    else {
      const close = css.indexOf('}', open)
      const end = close < 0 ? css.length : close
      if (prelude !== '') yield { selectors: prelude, body: css.slice(open + 1, end) }
      at = end
    }
  }
}

function endOfBlock(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth++
    else if (css[at] === '}' && --depth === 0) return at + 1
  }
  return css.length
}

function withoutComments(css: string): string {
  const kept: string[] = []
  let at = 0
  for (;;) {
    const open = css.indexOf('/*', at)
    kept.push(css.slice(at, open < 0 ? css.length : open))
    if (open < 0) return kept.join(' ').replaceAll('<!--', ' ').replaceAll('-->', ' ')
    const close = css.indexOf('*/', open + 2)
    if (close < 0) return kept.join(' ')
    at = close + 2
  }
}
