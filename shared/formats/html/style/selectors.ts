import { compile } from 'css-select'
import { type AttributeSelector, isTraversal, parse, type Selector } from 'css-what'
import type { AnyNode, ChildNode, Element } from 'domhandler'
import { DomUtils } from 'htmlparser2'
import { isElement } from '../tree.ts'

/** One selector that can be tried on an element of a page as it is when it is opened. */
export interface PageSelector {
  readonly matches: (element: Element) => boolean
  readonly specificity: number
  /** What the element has, if it matches: `#id`, `.class` or the name of its tag; `*` if any element may match. */
  readonly key: string
  /** How far its test looks around: at the children of the element's parent, or at all that is in the element. */
  readonly looksAt: 'itself' | 'siblings' | 'inside'
}

/** Of elements by their place and by what is in them. Other states are made by a pointer or a person. */
const TESTED = new Set(
  'is where matches not has root empty scope link any-link first-child last-child only-child first-of-type last-of-type only-of-type nth-child nth-last-child nth-of-type nth-last-of-type'.split(
    ' ',
  ),
)
const PLACE = /^(?:first|last|only|nth)/

/** What a rule selects; selectors that only hold for a person's doing, or for a part that is no element, are left out. */
export function selectorsOf(selectors: string): PageSelector[] {
  return parsed(selectors)
    .filter(isTested)
    .map((selector) => ({
      matches: compiled(selector),
      specificity: specificityOf(selector),
      key: keyOf(selector),
      looksAt: some(selector, isOfInside) ? 'inside' : some(selector, isOfSiblings) ? 'siblings' : 'itself',
    }))
}

/** What is no selector is left out, as browsers leave out its whole rule. */
function parsed(selectors: string): Selector[][] {
  try {
    return parse(selectors)
  } catch {
    // css-what gives no class to its errors: a selector it cannot read selects nothing.
    return []
  }
}

function isTested(selector: readonly Selector[]): boolean {
  return !some(
    selector,
    (token) => token.type === 'pseudo-element' || (token.type === 'pseudo' && !TESTED.has(token.name)),
  )
}

function isOfInside(token: Selector): boolean {
  return token.type === 'pseudo' && token.name === 'has'
}

function isOfSiblings(token: Selector): boolean {
  return token.type === 'sibling' || (token.type === 'pseudo' && PLACE.test(token.name))
}

/** Whether a test holds for a token of the selector, or of those in its brackets. */
function some(selector: readonly Selector[], test: (token: Selector) => boolean): boolean {
  return selector.some((token) => test(token) || insideOf(token).some((inner) => some(inner, test)))
}

function insideOf(token: Selector): readonly (readonly Selector[])[] {
  return token.type === 'pseudo' && Array.isArray(token.data) ? token.data : []
}

/** Of the last part, the rarest of what it asks for. */
function keyOf(selector: readonly Selector[]): string {
  const last = selector.slice(selector.findLastIndex((token) => isTraversal(token)) + 1)
  const named = (name: string, action: string) =>
    last.find(
      (token) =>
        token.type === 'attribute' && token.name === name && token.action === action && token.ignoreCase !== true,
    ) as AttributeSelector | undefined
  const id = named('id', 'equals')
  if (id !== undefined) return `#${id.value}`
  const ofClass = named('class', 'element')
  if (ofClass !== undefined) return `.${ofClass.value}`
  return last.find((token) => token.type === 'tag')?.name.toLowerCase() ?? '*'
}

/** Compiled when it is first asked: most selectors are never asked of any element. */
function compiled(selector: Selector[]): (element: Element) => boolean {
  let test: ((element: Element) => boolean) | undefined
  return (element) => {
    test ??= testOf(selector)
    return test(element)
  }
}

const ADAPTER = { ...DomUtils, prevElementSibling: elementBefore }

/** The nodes of a page do not know the ones before them, but their parent does. */
function elementBefore(node: AnyNode): Element | null {
  const siblings = node.parent?.children ?? []
  const own = siblings.indexOf(node as ChildNode)
  return siblings.slice(0, own).findLast(isElement) ?? null
}

function testOf(selector: Selector[]): (element: Element) => boolean {
  try {
    return compile<AnyNode, Element>([selector], { adapter: ADAPTER })
  } catch {
    // css-select gives no class to its errors: a formula that is none (`nth-child(a)`) selects nothing.
    return () => false
  }
}

/** Of CSS selectors level 4: ids, then classes and attributes, then names; of brackets, what is most special in them. */
function specificityOf(selector: readonly Selector[]): number {
  return selector.reduce((sum, token) => {
    if (token.type === 'attribute') return sum + (token.name === 'id' && token.action === 'equals' ? 10_000 : 100)
    if (token.type === 'tag') return sum + 1
    if (token.type !== 'pseudo' || token.name === 'where') return sum
    const inside = insideOf(token)
    return sum + (inside.length === 0 ? 100 : Math.max(...inside.map(specificityOf)))
  }, 0)
}
