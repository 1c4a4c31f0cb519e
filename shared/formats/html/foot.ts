import { type ChildNode, type Document, type Element, isText } from 'domhandler'
import { isArticleName } from './body-names.ts'
import { isNeverContent } from './boilerplate.ts'
import { headOf, isElement, namesOf } from './tree.ts'
import type { Weights } from './weigh.ts'

/** Words of the foot of a site's pages, which stand in no report. */
const FOOT_WORDS =
  /网站标识码|ICP备|公网安备|公安备案|版权所有|网站地图|站点地图|copyright|©|主办单位|(?:主办|承办|技术支持)\s{0,2}[:：]|免责声明|网站声明|分辨率|浏览器/i
/** How to reach the owner, in two ways at least: an article names one. */
const CONTACT = '(?:地址|邮编|邮政编码|电话|传真|邮箱)[:：]'
const CONTACTS = new RegExp(`${CONTACT}.{0,80}${CONTACT}`)
const FOOT_NAMES = /(?:^|[\s_-])(?:foot\w{0,8}|copyright|copy|bottom\w{0,4}|btm)(?=$|[\s_\d-])/
/** A text that is longer is prose, even if it speaks of browsers. */
const MAX_WORDS = 300
/** Characters of a foot outside links. */
const MAX_FOOT = 700
/** What is left of a page without its foot is never less than this share. */
const MAX_SHARE = 0.9

/**
 * The parts of a page that belong to the site and not to the article: the foot with its owner, numbers and advice. They have more
 * sentence ends than an article that is a table, or one line and an attachment.
 * @param weights of the page's elements
 */
export function footOf(root: Document, weights: Weights): Element[] {
  const holdsArticle = articleTest(titleOf(root))
  const candidates = [...weights.keys()].filter((element) => isFoot(element, weights, holdsArticle))
  const highest = new Set(candidates.map((element) => climb(element, weights, holdsArticle)))
  const feet = [...highest].filter((element) => !isUnder(element, highest))
  const all = root.children.reduce((sum, node) => sum + (isElement(node) ? unlinked(node, weights) : 0), 0)
  const inFeet = feet.reduce((sum, element) => sum + unlinked(element, weights), 0)
  return inFeet > MAX_SHARE * all ? [] : feet
}

/** Elements whose own text speaks of the site, or that are named as its foot; none inside a container of articles. */
function isFoot(element: Element, weights: Weights, holdsArticle: Test): boolean {
  if (INLINE.has(element.name) || unlinked(element, weights) > MAX_FOOT) return false
  const names = namesOf(element)
  if (!(names.length > 1 && FOOT_NAMES.test(names)) && !element.children.some(speaksOfSite)) return false
  return element.name !== 'body' && element.name !== 'html' && !holdsArticle(element) && !isInArticle(element)
}

const INLINE = new Set(['a', 'span', 'font', 'b', 'strong', 'em', 'i', 'u'])

function speaksOfSite(node: ChildNode): boolean {
  if (isText(node)) return node.data.length <= MAX_WORDS && (FOOT_WORDS.test(node.data) || CONTACTS.test(node.data))
  return isElement(node) && INLINE.has(node.name) && !isNeverContent(node) && node.children.some(speaksOfSite)
}

/** The largest element around that still holds no more than a foot does. */
function climb(element: Element, weights: Weights, holdsArticle: Test): Element {
  let highest = element
  for (let around = element.parent; around !== null && isElement(around as ChildNode); around = around.parent) {
    const parent = around as Element
    if (parent.name === 'body' || parent.name === 'html' || unlinked(parent, weights) > MAX_FOOT) break
    if (holdsArticle(parent)) break
    highest = parent
  }
  return highest
}

type Test = (element: Element) => boolean

/** Tests whether an element holds the title of the article or its container; each element is looked into once. */
function articleTest(title: string): Test {
  const known = new Map<Element, boolean>()
  const isTitle = (words: string) => title !== '' && words.length >= title.length && squeeze(words).includes(title)
  const holds = (element: Element): boolean => {
    const before = known.get(element)
    if (before !== undefined) return before
    const found =
      element.name === 'h1' ||
      isArticleName(namesOf(element)) ||
      element.children.some((child) =>
        isText(child) ? isTitle(child.data) : isElement(child) && !isNeverContent(child) && holds(child),
      )
    known.set(element, found)
    return found
  }
  return holds
}

function isInArticle(element: Element): boolean {
  for (let around = element.parent; around !== null; around = around.parent) {
    if (isElement(around as ChildNode) && isArticleName(namesOf(around as Element))) return true
  }
  return false
}

function isUnder(element: Element, others: ReadonlySet<Element>): boolean {
  for (let around = element.parent; around !== null; around = around.parent)
    if (others.has(around as Element)) return true
  return false
}

function unlinked(element: Element, weights: Weights): number {
  const weight = weights.get(element)
  return weight === undefined ? 0 : weight.text - weight.linked
}

const MIN_TITLE = 6

/** What the page says its article is called, without blanks; empty if it says nothing of a title's length. */
function titleOf(root: Document): string {
  const head = headOf(root)
  const meta = head.find(({ name, attribs }) => name === 'meta' && /^articletitle$/i.test(attribs.name ?? ''))?.attribs
    .content
  const tag = head.find(({ name }) => name === 'title')
  const words = tag === undefined ? '' : tag.children.map((child) => (isText(child) ? child.data : '')).join('')
  return [meta ?? '', ...words.split(/[-_|—–]/)].map(squeeze).find(({ length }) => length >= MIN_TITLE) ?? ''
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}
