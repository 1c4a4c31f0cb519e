import type { ChildNode, Document, Element } from 'domhandler'
import { isText } from 'domhandler'
import { hasFurnitureName, isNeverContent } from './furniture.ts'
import { isElement } from './tree.ts'

/** How much of what an element holds, in one bottom-up pass, each node counted once. */
export interface Weight {
  /** Characters of text, blanks left out. */
  readonly text: number
  /** Of these, inside links. */
  readonly linked: number
  readonly links: number
  /** Ends of sentences outside links: what prose has and navigation has not. */
  readonly sentences: number
}

export type Weights = ReadonlyMap<Element, Weight>

const SENTENCE_END = /[。；;！]/g
const BLANK = /\s+/g

/**
 * Weighs every element that may be content, each after those inside it, so that the map is also the list of a page's elements;
 * elements that never are have no weight and are left out of every walk.
 */
export function weigh(root: Document): Weights {
  const weights = new Map<Element, Weight>()
  weighInto(weights, root.children, false)
  return weights
}

function weighInto(weights: Map<Element, Weight>, nodes: readonly ChildNode[], inLink: boolean): Weight {
  let text = 0
  let linked = 0
  let links = 0
  let sentences = 0
  for (const node of nodes) {
    if (isText(node)) {
      const length = node.data.replace(BLANK, '').length
      text += length
      if (inLink) linked += length
      else if (length > 0) sentences += node.data.match(SENTENCE_END)?.length ?? 0
    } else if (isElement(node) && !isNeverContent(node)) {
      const isLink = node.name === 'a' && node.attribs.href !== undefined
      const inside = weighInto(weights, node.children, inLink || isLink)
      const weight = isLink ? { ...inside, links: inside.links + 1 } : inside
      weights.set(node, weight)
      text += weight.text
      linked += weight.linked
      links += weight.links
      sentences += weight.sentences
    }
  }
  return { text, linked, links, sentences }
}

const LIST_LINKS = 3
const LINK_SHARE = 0.6
const BLOCKS = new Set(['div', 'ul', 'ol', 'dl', 'table', 'section', 'td', 'center'])
/** A part with this share of the page's sentences is content, whatever its class says. */
const CONTENT_SHARE = 0.3

/** True where an element is navigation: named so without prose in it, or little more than a list of links. */
export function isFurniture(element: Element, weights: Weights, pageSentences: number): boolean {
  const weight = weights.get(element)
  if (weight === undefined) return true
  if (weight.sentences > CONTENT_SHARE * pageSentences) return false
  return hasFurnitureName(element) || isLinkList(element, weights)
}

/** True for little more than a list of links. */
export function isLinkList(element: Element, weights: Weights): boolean {
  const { text, linked, links } = weights.get(element)!
  return BLOCKS.has(element.name) && links >= LIST_LINKS && linked > LINK_SHARE * text
}
