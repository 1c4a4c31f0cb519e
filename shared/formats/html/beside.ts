import { type ChildNode, type Document, isText } from 'domhandler'
import type { ArticleTitle } from './article-title.ts'
import { isAttachment } from './attachment.ts'
import { BESIDE_NAMES, isBesideHeading } from './boilerplate.ts'
import { type Element, isElement, isInside } from './tree.ts'
import { unlinkedIn, type Weight, type Weights, weighed } from './weigh.ts'

/** What is left of a page without the boxes has more characters than its title. */
const MIN_LEFT = 10
const BOXES = new Set(['div', 'ul', 'ol', 'dl', 'table', 'tbody', 'section', 'td', 'center', 'article', 'main'])
const MIN_TEASERS = 3
/** Items that lead elsewhere; a list may have a heading too. */
const TEASER_SHARE = 0.75
/** A date may stand before the link, and the link is a title. */
const MAX_BEFORE = 12
const MIN_TITLE = 6
/** A heading is a line. */
const MAX_HEADING = 16

/**
 * The boxes beside an article: other articles with their abstracts, and what readers say of it. They have more sentence ends than an article
 * that is a table. They are told by their names, by their headings, or as lists of which each item begins with the link to its article.
 * @param weights of the page's elements, without the foot
 */
export function besideOf(root: Document, weights: Weights, title: ArticleTitle): Element[] {
  const top = root.children.filter(isElement)
  // Of a page that is nothing but a list, nothing is beside.
  if (!top.some((element) => weights.get(element)?.holdsArticle)) return []
  const boxes = new Set(weighed(weights, (element, weight) => isBox(element, weight, weights, title)))
  const outermost = [...boxes].filter((element) => !isInside(element, boxes))
  const inBoxes = outermost.reduce((sum, element) => sum + unlinkedIn(element, weights), 0)
  const all = top.reduce((sum, element) => sum + unlinkedIn(element, weights), 0)
  return all - inBoxes < title.words.length + MIN_LEFT ? [] : outermost
}

function isBox(element: Element, weight: Readonly<Weight>, weights: Weights, title: ArticleTitle): boolean {
  const { text, linked, links, holdsArticle, isInArticle } = weight
  if (text === linked || holdsArticle || isInArticle || !BOXES.has(element.name)) return false
  if (element.names.are(BESIDE_NAMES) || isHeaded(element)) return true
  return links >= MIN_TEASERS && title.namesYear && isTeaserList(element, weights)
}

function isHeaded(element: Element): boolean {
  const heading = element.children.find((child) => !isText(child) || child.data.trim() !== '')
  const words = heading === undefined ? '' : wordsOf(heading, MAX_HEADING)
  return words.length > 0 && words.length < MAX_HEADING && isBesideHeading(words)
}

function isTeaserList(element: Element, weights: Weights): boolean {
  const items = element.children.filter(isElement).filter((item) => (weights.get(item)?.text ?? 0) > 0)
  const teasers = items.filter(isTeaser).length
  return teasers >= MIN_TEASERS && teasers >= TEASER_SHARE * items.length
}

/** Whether an item begins with the link to another page. */
function isTeaser(item: Element): boolean {
  const link = firstLink(item)
  if (link === null || isAttachment(link.attribs.href!) || /^(?:#|javascript:)/i.test(link.attribs.href!)) return false
  return wordsOf(link, MIN_TITLE).length >= MIN_TITLE
}

/** The link among the first words of an element; null if others come first. */
function firstLink(element: Element): Element | null {
  let before = 0
  const find = (nodes: readonly ChildNode[]): Element | null => {
    for (const node of nodes) {
      if (isText(node)) before += node.data.trim().length
      if (before > MAX_BEFORE) return null
      if (!isElement(node)) continue
      const isLink = node.name === 'a' && node.attribs.href !== undefined && wordsOf(node, 1) !== ''
      const found = isLink ? node : find(node.children)
      if (found !== null || before > MAX_BEFORE) return found
    }
    return null
  }
  return find([element])
}

/** The first characters in a node, without blanks. */
function wordsOf(node: ChildNode, most: number): string {
  if (isText(node)) return node.data.replace(/\s+/g, '').slice(0, most)
  if (!isElement(node)) return ''
  let words = ''
  for (const child of node.children) {
    if (words.length >= most) break
    words += wordsOf(child, most - words.length)
  }
  return words
}
