import { type ChildNode, type Document, isText } from 'domhandler'
import { linesOf } from './lines.ts'
import { NO_NAMES } from './names.ts'
import { around, Element, isElement, parseHtml, replaceBy } from './tree.ts'

/** Pages with more text of their own show their article. */
const MAX_OWN_TEXT = 1_000
/** An article has more; advice and forms have less. */
const MIN_ARTICLE = 100
/** Data of that length may hold an article. */
const MIN_DATA = 200

const MARKUP = /<(?:p|div|br|span|table|section|h[1-6])\b/i
const ESCAPED_MARKUP = /&lt;(?:p|div|br|span|table|section|h[1-6])\b/i
/** Templates have places for what a script fills in. */
const PLACEHOLDER = /\{\{|<%|\$\{/
/** Elements whose insides are markup that is shown once a script says so. */
const SLEEPING = new Set(['template', 'noscript'])

/**
 * Puts an article into a page that carries it as data until a script writes it there: escaped in a field, in a script, in an attribute, in a
 * template. Only a page with hardly any text of its own does so.
 * @param ownText characters that the page shows outside links
 * @returns whether it found one
 */
export function unfoldCarried(root: Document, ownText: number): boolean {
  if (ownText > MAX_OWN_TEXT) return false
  const articles = [...carriersIn(root.children)].flatMap(({ carrier, nodes }) => {
    const length = nodes === null ? 0 : lengthOf(nodes)
    return nodes !== null && length >= MIN_ARTICLE && length > ownText ? [{ carrier, nodes, length }] : []
  })
  const longest = articles.reduce<(typeof articles)[number] | null>(
    (best, one) => (best === null || one.length > best.length ? one : best),
    null,
  )
  if (longest === null) return false
  const { carrier, nodes } = longest
  replaceBy(isInHead(carrier) ? lastOfBody(root, carrier) : carrier, divOf(nodes))
  return true
}

interface Carrier {
  readonly carrier: Element
  /** What it shows once a script has written it; null if it is no markup. */
  readonly nodes: ChildNode[] | null
}

function* carriersIn(nodes: readonly ChildNode[]): Generator<Carrier> {
  for (const node of nodes) {
    if (!isElement(node)) continue
    if (SLEEPING.has(node.name)) yield { carrier: node, nodes: node.children }
    else if (node.name === 'textarea' || node.name === 'xmp') yield { carrier: node, nodes: shownBy(dataOf(node)) }
    else if (node.name === 'script') yield { carrier: node, nodes: shownBy(writtenBy(node)) }
    for (const value of Object.values(node.attribs))
      if (value.length >= MIN_DATA) yield { carrier: node, nodes: shownBy(value) }
    yield* carriersIn(node.children)
  }
}

function dataOf({ children }: Element): string {
  return children.map((child) => (isText(child) ? child.data : '')).join('')
}

/** The markup of a script of a kind that browsers do not run, or the longest text in quotes in one that they do. */
function writtenBy(script: Element): string {
  const data = dataOf(script)
  if (/html|template|plain/i.test(script.attribs.type ?? '')) return data
  let longest = ''
  for (const [, double = '', single = '', back = ''] of data.matchAll(QUOTED)) {
    const found = double + single + back
    if (found.length > longest.length && (MARKUP.test(found) || ESCAPED_MARKUP.test(found) || /\\u003c/i.test(found)))
      longest = found
  }
  return longest.replace(ESCAPE, (_, code: string) => characterOf(code))
}

const QUOTED = /"((?:[^"\\\n]|\\.){200,})"|'((?:[^'\\\n]|\\.){200,})'|`((?:[^`\\]|\\.){200,})`/g
const ESCAPE = /\\(u[0-9a-f]{4}|x[0-9a-f]{2}|[\s\S])/gi
const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '', t: ' ' }

function characterOf(code: string): string {
  return code.length > 1 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (CONTROL[code] ?? code)
}

function shownBy(data: string): ChildNode[] | null {
  if (data.length < MIN_DATA || PLACEHOLDER.test(data)) return null
  if (MARKUP.test(data)) return parseHtml(data).children
  if (!ESCAPED_MARKUP.test(data)) return null
  const markup = parseHtml(data)
    .children.map((node) => (isText(node) ? node.data : ''))
    .join('')
  return MARKUP.test(markup) ? parseHtml(markup).children : null
}

/** Chinese characters that would be read. */
function lengthOf(nodes: readonly ChildNode[]): number {
  return linesOf(nodes).reduce((sum, line) => sum + (line.match(/\p{Script=Han}/gu)?.length ?? 0), 0)
}

function isInHead(element: Element): boolean {
  for (const { name } of around(element)) if (name === 'head') return true
  return false
}

/** A place in the body that nothing is lost from; the carrier's own if the page has no body. */
function lastOfBody(root: Document, carrier: Element): Element {
  const all = root.children.filter(isElement)
  const body = [...all, ...all.flatMap(({ children }) => children.filter(isElement))].find(
    ({ name }) => name === 'body',
  )
  if (body === undefined) return carrier
  const place = divOf([])
  place.parent = body
  body.children.push(place)
  return place
}

function divOf(nodes: ChildNode[]): Element {
  const element = new Element('div', {})
  element.names = NO_NAMES
  element.children = nodes
  return element
}
