import type { ChildNode, Document } from 'domhandler'
import { isText } from 'domhandler'
import { isAttachment } from './attachment.ts'
import { BOILERPLATE_NAMES, isNeverContent } from './boilerplate.ts'
import { around, type Element, isElement } from './tree.ts'

/** How much of what an element holds, in one bottom-up pass, each node counted once. */
export interface Weight {
  /** Characters of text, blanks left out. */
  text: number
  /** Of these, inside links. */
  linked: number
  links: number
  /** Ends of sentences outside links, rows of tables, and attachments: what articles have and navigation has not. */
  sentences: number
}

export type Weights = ReadonlyMap<Element, Readonly<Weight>>

/** The elements for which a test holds. */
export function weighed(weights: Weights, test: (element: Element, weight: Readonly<Weight>) => boolean): Element[] {
  const found: Element[] = []
  weights.forEach((weight, element) => {
    if (test(element, weight)) found.push(element)
  })
  return found
}

/** Takes out what the elements and their insides weigh: they are no part of any body. */
export function takeOut(left: Map<Element, Readonly<Weight>>, elements: readonly Element[]): void {
  for (const element of elements) {
    const { text, linked, links, sentences } = left.get(element)!
    for (const one of around(element)) {
      const weight = left.get(one)
      if (weight === undefined) continue
      left.set(one, {
        text: weight.text - text,
        linked: weight.linked - linked,
        links: weight.links - links,
        sentences: weight.sentences - sentences,
      })
    }
    remove(element, left)
  }
}

function remove(element: Element, weights: Map<Element, Readonly<Weight>>): void {
  weights.delete(element)
  for (const child of element.children) if (isElement(child) && weights.has(child)) remove(child, weights)
}

/**
 * Weighs every element that may be content, each after those inside it, so that the map is also the list of a page's elements;
 * elements that never are have no weight and are left out of every walk.
 */
export function weigh(root: Document): Map<Element, Readonly<Weight>> {
  const weights = new Map<Element, Weight>()
  weighInto(weights, root.children, false)
  return weights
}

function weighInto(weights: Map<Element, Weight>, nodes: readonly ChildNode[], inLink: boolean): Weight {
  const weight = { text: 0, linked: 0, links: 0, sentences: 0 }
  for (const node of nodes) {
    if (isText(node)) {
      const length = lengthOf(node.data)
      weight.text += length
      if (inLink) weight.linked += length
      else if (length > 0) weight.sentences += sentencesIn(node.data)
    } else if (isElement(node) && !isNeverContent(node)) {
      const isLink = node.name === 'a' && node.attribs.href !== undefined
      const inside = weighInto(weights, node.children, inLink || isLink)
      if (isLink) inside.links += 1
      if (isLink ? isAttachment(node.attribs.href!) : node.name === 'tr' && isRowOfFigures(node, inside))
        inside.sentences += 1
      weights.set(node, inside)
      weight.text += inside.text
      weight.linked += inside.linked
      weight.links += inside.links
      weight.sentences += inside.sentences
    }
  }
  return weight
}

const MIN_CELLS = 2
/** Cells that name the one beside them make the header of a page, not a table of its article. */
const LABEL_CELL = /[:：]\s*$/

/** A row of a table says as much as a sentence does. Rows that lay out pages hold links. */
function isRowOfFigures({ children }: Element, { links, text }: Weight): boolean {
  if (links > 0 || text === 0) return false
  const cells = children.filter(isElement).filter(({ name }) => name === 'td' || name === 'th')
  return cells.length >= MIN_CELLS && !cells.some((cell) => LABEL_CELL.test(lastText(cell)))
}

function lastText(element: Element): string {
  const last = element.children.findLast((child) => isElement(child) || (isText(child) && child.data.trim() !== ''))
  if (last === undefined) return ''
  return isText(last) ? last.data : isElement(last) ? lastText(last) : ''
}

/** Characters, blanks left out. Counted one by one: on many short texts a regular expression takes several times as long. */
function lengthOf(text: string): number {
  let length = 0
  for (let at = 0; at < text.length; at++) if (!isBlank(text.charCodeAt(at))) length++
  return length
}

const NO_BREAK_SPACE = 0xa0
const IDEOGRAPHIC_SPACE = 0x3000
const BYTE_ORDER_MARK = 0xfeff

/** White space as `\s` has it. */
function isBlank(code: number): boolean {
  if (code > IDEOGRAPHIC_SPACE) return code === BYTE_ORDER_MARK
  if (code < NO_BREAK_SPACE) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return /\s/.test(String.fromCharCode(code))
}

/** 。；;！ */
function isSentenceEnd(code: number): boolean {
  return code === 0x3002 || code === 0xff1b || code === 0x3b || code === 0xff01
}

function sentencesIn(text: string): number {
  let ends = 0
  for (let at = 0; at < text.length; at++) if (isSentenceEnd(text.charCodeAt(at))) ends++
  return ends
}

/** Characters of an element outside links. */
export function unlinkedIn(element: Element, weights: Weights): number {
  const weight = weights.get(element)
  return weight === undefined ? 0 : weight.text - weight.linked
}

const LIST_LINKS = 3
const LINK_SHARE = 0.6
const BLOCKS = new Set(['div', 'ul', 'ol', 'dl', 'table', 'section', 'td', 'center'])
/** A part with this share of the page's sentences is content, even if its class says otherwise. */
const CONTENT_SHARE = 0.3

/** True if an element is navigation: it is named so and has no prose, or it is little more than a list of links. */
export function isBoilerplate(element: Element, weights: Weights, pageSentences: number): boolean {
  const weight = weights.get(element)
  if (weight === undefined) return true
  if (weight.sentences > CONTENT_SHARE * pageSentences) return false
  return element.names.are(BOILERPLATE_NAMES) || isLinkList(element, weight)
}

/** True for little more than a list of links. */
export function isLinkList({ name }: Element, { text, linked, links }: Readonly<Weight>): boolean {
  return links >= LIST_LINKS && linked > LINK_SHARE * text && BLOCKS.has(name)
}
