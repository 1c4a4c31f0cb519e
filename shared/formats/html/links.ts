import type { ChildNode, Document } from 'domhandler'
import type { Link } from '../canonical.ts'
import { addressOf, embeddedIn, isAttachment, MAY_BE_ATTACHMENT } from './attachment.ts'
import { textOf } from './lines.ts'
import { parseDeclarations } from './style/declarations.ts'
import { hides } from './style/visibility.ts'
import { type Element, isElement, isInside } from './tree.ts'

/** A page links to a few attachments and perhaps its next part; lists have hundreds of links and are read elsewhere. */
const MAX_LINKS = 500
/** Handlers that send a file under other names: `/fileDown.do?fileId=7`, `/e/DownSys/DownSoft/?id=7`. */
const HANDLER = /\/\w{0,20}(?:down|getfile)\w{0,20}(?:\.\w{2,6}|\/)?\?|[?&](?:file|attach)_?id=/i
/** What every handler is given: most addresses have none. */
const PARAMETERS = /[?&]/
const NEXT_PART = /^(?:下一?页|末页|尾页|\[?[0-9]{1,2}\]?)$/

/**
 * Links inside the article, and from the whole page those to attachments, by their address or by the file's name in their words, and to
 * further parts of the article. A file that the page shows in a frame is a link without text.
 * @param elements that may be content
 */
export function linksOf(elements: Iterable<Element>, body: ReadonlySet<Element>, frames: readonly string[]): Link[] {
  const links: Link[] = []
  for (const element of elements) {
    if (links.length === MAX_LINKS) break
    const href = addressOf(element)
    if (href === null) continue
    const link = { href, text: textOf(element) }
    if (isInside(element, body) || isFile(link) || NEXT_PART.test(link.text)) links.push(link)
  }
  const files = frames.filter(isAttachment).map((href) => ({ href, text: '' }))
  return [...links, ...files].slice(0, MAX_LINKS)
}

function isFile({ href, text }: Link): boolean {
  return MAY_BE_ATTACHMENT.test(href) || (PARAMETERS.test(href) && HANDLER.test(href)) || isAttachment(text)
}

/** Stands for the address of a frame whose page is written in the page itself. */
const INLINE_FRAME = 'about:srcdoc'

/** The addresses of what the page shows in frames, in its order, each once. Hidden frames count visits and show nothing. */
export function framesOf(root: Document): string[] {
  const found = new Set<string>()
  const collect = (nodes: readonly ChildNode[]) => {
    for (const node of nodes) {
      if (!isElement(node)) continue
      const address = embeddedIn(node)
      if (address !== null && isShown(node)) found.add(address)
      else if (node.attribs.srcdoc !== undefined && isShown(node)) found.add(INLINE_FRAME)
      collect(node.children)
    }
  }
  collect(root.children)
  return [...found]
}

function isShown({ attribs }: Element): boolean {
  if (attribs.hidden !== undefined || /^[01]$/.test(attribs.width ?? '') || /^[01]$/.test(attribs.height ?? ''))
    return false
  return attribs.style === undefined || !hides(parseDeclarations(attribs.style))
}
