import { type Document, isText } from 'domhandler'
import { ANY_NAME, COMMON_NAMES, SURE_NAMES } from './body-names.ts'
import { type Element, isElement, isInside } from './tree.ts'
import { isBoilerplate, type Weight, type Weights, weighed } from './weigh.ts'

/** A container that holds less of the page's prose is a summary, or one of several parts of the body. */
const SURE_SHARE = 0.5
const COMMON_SHARE = 0.9

/**
 * The elements that contain the article, in document order: a known container (all of one name, if the body is split
 * over several), else the innermost element that holds all the prose, else the page's body.
 */
export function findBody(root: Document, weights: Weights): readonly Element[] {
  const page = pageOf(root)
  if (page === null) return root.children.filter(isElement)
  const all = weights.get(page)
  const sentences = all?.sentences ?? 0
  const named = weighed(weights, ({ names }) => names.are(ANY_NAME))
  return (
    byName(named, SURE_NAMES, SURE_SHARE, all, weights) ??
    byName(named, COMMON_NAMES, COMMON_SHARE, all, weights) ?? [densest(page, weights, sentences)]
  )
}

/** The `body` element, or what stands in its place in a piece of a page. */
function pageOf(root: Document): Element | null {
  const elements = root.children.filter(isElement)
  const html = elements.find(({ name }) => name === 'html')
  const inside = html === undefined ? elements : html.children.filter(isElement)
  const body = inside.find(({ name }) => name === 'body') ?? elements.find(({ name }) => name === 'body')
  return body ?? html ?? (elements.length === 1 ? elements[0]! : null)
}

/** All elements of the first name that together hold this share of the page's sentences, or of its text outside links. */
function byName(
  named: readonly Element[],
  patterns: readonly RegExp[],
  share: number,
  page: Readonly<Weight> | undefined,
  weights: Weights,
): readonly Element[] | null {
  const enough = share * (page?.sentences ?? 0)
  const enoughText = share * (page === undefined ? 0 : page.text - page.linked)
  for (const pattern of patterns) {
    const all = new Set(named.filter((element) => element.names.are(pattern)))
    const found = [...all].filter((element) => !isInside(element, all))
    const sum = (of: (weight: Readonly<Weight>) => number) =>
      found.reduce((total, element) => total + of(weights.get(element)!), 0)
    const holdsText = sum(({ text, linked }) => text - linked) > enoughText
    if (sum(({ text }) => text) > 0 && (holdsText || sum(({ sentences }) => sentences) >= enough)) return found
  }
  return null
}

function densest(page: Element, weights: Weights, pageSentences: number): Element {
  let current = page
  for (;;) {
    const parts = current.children.filter(isElement).filter((child) => !isBoilerplate(child, weights, pageSentences))
    const heaviest = parts.reduce<Element | null>(
      (best, part) => (weights.get(part)!.sentences > (best === null ? 0 : weights.get(best)!.sentences) ? part : best),
      null,
    )
    if (heaviest === null || INNERMOST.has(heaviest.name)) return current
    const inParts = parts.reduce((sum, part) => sum + weights.get(part)!.sentences, 0)
    const ownProse = current.children.some((child) => isText(child) && child.data.includes('。'))
    if (ownProse || inParts > weights.get(heaviest)!.sentences) return current
    current = heaviest
  }
}

/** Parts of a body, not bodies: if all the prose is in one paragraph, its heading is beside it. */
const INNERMOST = new Set(['p', 'span', 'font', 'b', 'strong', 'li'])
