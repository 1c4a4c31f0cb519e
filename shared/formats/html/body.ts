import { type Document, type Element, isText } from 'domhandler'
import { isElement, isInside, namesOf } from './tree.ts'
import { isBoilerplate, type Weights } from './weigh.ts'

/**
 * Containers of the article in the content systems that governments use, surest first, matched against class names and
 * id. A name of the second list is used for other things too, so it must hold nearly all the page's prose.
 */
const SURE_NAMES = [
  /(?:^|\s)ucap-content(?:$|\s)/,
  /(?:^|\s)trs_ueditor(?:$|\s)/,
  /(?:^|\s)trs_editor(?:_view)?(?:$|\s)/,
  /(?:^|\s)custom_unionstyle(?:$|\s)/,
  /(?:^|\s)zoom(?:con)?(?:$|\s)/,
  /(?:^|\s)(?:v_news_content|vsb_content\w{0,12}|vsb_newscontent)(?:$|\s)/,
  /(?:^|\s)article[-_]?content(?:$|\s)/,
]
const COMMON_NAMES = [/(?:^|\s)view(?:$|\s)/, /(?:^|\s)content(?:$|\s)/]
/** Passes over the many elements that have none of the names. */
const ANY_NAME = new RegExp([...SURE_NAMES, ...COMMON_NAMES].map(({ source }) => source).join('|'))

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
  const sentences = weights.get(page)?.sentences ?? 0
  const named = [...weights.keys()].flatMap((element) => {
    const names = namesOf(element)
    return ANY_NAME.test(names) ? [{ element, names }] : []
  })
  return (
    byName(named, SURE_NAMES, SURE_SHARE * sentences, weights) ??
    byName(named, COMMON_NAMES, COMMON_SHARE * sentences, weights) ?? [densest(page, weights, sentences)]
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

interface Named {
  readonly element: Element
  readonly names: string
}

function byName(
  named: readonly Named[],
  patterns: readonly RegExp[],
  enough: number,
  weights: Weights,
): readonly Element[] | null {
  for (const pattern of patterns) {
    const all = new Set(named.filter(({ names }) => pattern.test(names)).map(({ element }) => element))
    const found = [...all].filter((element) => !isInside(element, all))
    const text = found.reduce((sum, element) => sum + weights.get(element)!.text, 0)
    const sentences = found.reduce((sum, element) => sum + weights.get(element)!.sentences, 0)
    if (text > 0 && sentences >= enough) return found
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
