import { type ChildNode, type Document, isText } from 'domhandler'
import { SURE_NAME } from './body-names.ts'
import { isNeverContent } from './boilerplate.ts'
import { around, type Element, headOf, isElement } from './tree.ts'

/** Tests whether an element holds the title of the article or its container. */
export interface ArticleTest {
  (element: Element): boolean
  /** As the page says it, without blanks; empty if it says none. */
  readonly title: string
  /** Whether the title is of one year: lists of reports have titles without. */
  readonly namesYear: boolean
}

/** Makes the test for a page; each element is looked into once. */
export function articleTest(root: Document): ArticleTest {
  const title = titleOf(root)
  const known = new Map<Element, boolean>()
  const isTitle = (words: string) => title !== '' && words.length >= title.length && squeeze(words).includes(title)
  const isOf = (node: ChildNode): boolean =>
    isText(node) ? isTitle(node.data) : isElement(node) && !isNeverContent(node) && holds(node)
  const holds = (element: Element): boolean => {
    const before = known.get(element)
    if (before !== undefined) return before
    const found = element.name === 'h1' || element.names.are(SURE_NAME) || element.children.some(isOf)
    known.set(element, found)
    return found
  }
  return Object.assign(holds, { title, namesYear: YEAR.test(title) })
}

const YEAR = /20\d\d|二[〇○零O]/

/** Whether an element stands in a container of articles. */
export function isInArticle(element: Element): boolean {
  for (const one of around(element)) if (one.names.are(SURE_NAME)) return true
  return false
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
