import type { ChildNode, Document } from 'domhandler'
import { isText } from 'domhandler'
import { ArticleTitle } from './article-title.ts'
import { isAttachment } from './attachment.ts'
import { SURE_NAME } from './body-names.ts'
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
  /** Whether it holds the title of the article, or its container. */
  holdsArticle: boolean
  /** Whether it stands in a container of articles. */
  isInArticle: boolean
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
        holdsArticle: weight.holdsArticle,
        isInArticle: weight.isInArticle,
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
  const scale = new Scale(new ArticleTitle(root))
  scale.weigh(root.children, false, false)
  return scale.weights
}

class Scale {
  readonly weights = new Map<Element, Weight>()
  readonly #title: ArticleTitle

  constructor(title: ArticleTitle) {
    this.#title = title
  }

  weigh(nodes: readonly ChildNode[], isInLink: boolean, isInArticle: boolean): Weight {
    const weight = { text: 0, linked: 0, links: 0, sentences: 0, holdsArticle: false, isInArticle }
    for (const node of nodes) {
      if (isText(node)) {
        const length = lengthOf(node.data)
        weight.text += length
        if (isInLink) weight.linked += length
        else if (length > 0) weight.sentences += sentencesIn(node.data)
        weight.holdsArticle ||= this.#title.standsIn(node.data)
      } else if (isElement(node) && !isNeverContent(node)) {
        const inside = this.#weighElement(node, isInLink, isInArticle)
        weight.text += inside.text
        weight.linked += inside.linked
        weight.links += inside.links
        weight.sentences += inside.sentences
        weight.holdsArticle ||= inside.holdsArticle
      }
    }
    return weight
  }

  #weighElement(element: Element, isInLink: boolean, isInArticle: boolean): Weight {
    const { name, names, children, attribs } = element
    const isLink = name === 'a' && attribs.href !== undefined
    const isContainer = names.are(SURE_NAME)
    const weight = this.weigh(children, isInLink || isLink, isInArticle || isContainer)
    if (isLink) weight.links += 1
    if (isLink ? isAttachment(attribs.href!) : name === 'tr' && isRowOfFigures(element, weight)) weight.sentences += 1
    weight.holdsArticle ||= isContainer || name === 'h1'
    weight.isInArticle = isInArticle
    this.weights.set(element, weight)
    return weight
  }
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
