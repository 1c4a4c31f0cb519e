import type { Document, Element } from 'domhandler'
import type { PageFacts } from '../canonical.ts'
import type { FoundTable } from '../found-tables.ts'
import { findBody } from './body.ts'
import { withoutBoilerplate } from './boilerplate.ts'
import { contentOf, linesOf } from './lines.ts'
import { readPageFacts } from './page-facts.ts'
import { partHeader } from './part-header.ts'
import { headOf, parseHtml } from './tree.ts'
import { isBoilerplate, isLinkList, type Weights, weigh } from './weigh.ts'

export interface Page {
  /** The article's title and then its lines; nothing of the page around it. */
  readonly text: string
  readonly facts: PageFacts
  readonly tables: readonly FoundTable[]
}

/** The header of a disclosed document, or a publication line, stands among the first lines of its container. */
const HEADER_LINES = 16

/**
 * Reads a portal page: the article's text, and what the page says of it.
 * @throws {RefusalError} `too_complex` if the page nests deeper or has more elements than any page does
 */
export function readHtml(html: string): Page {
  const root = parseHtml(html)
  const weights = weigh(root)
  const body = findBody(root, weights)
  const pageSentences = body.reduce((sum, element) => sum + (weights.get(element)?.sentences ?? 0), 0)
  const holders = new Set(body)
  const skip = (element: Element) => !holders.has(element) && isBoilerplate(element, weights, pageSentences)

  const { lines: bodyLines, tables } = contentOf(body, skip)
  const opening = partHeader(bodyLines.slice(0, HEADER_LINES))
  const around = linesOf(root.children, (element) => holders.has(element) || isLinkList(element, weights))
  const elements = [...headOf(root), ...weights.keys()]
  const lines = { around: [...around, ...opening.stated], above: () => linesAbove(root, holders, weights) }
  const facts = readPageFacts(elements, lines, holders)

  const article = withoutBoilerplate([...opening.article, ...bodyLines.slice(HEADER_LINES)])
  return { text: withTitle(facts.title, article).join('\n'), facts, tables }
}

/** The lines of the page down to the article. */
function linesAbove(root: Document, holders: ReadonlySet<Element>, weights: Weights): string[] {
  let isBelow = false
  return linesOf(root.children, (element) => {
    isBelow ||= holders.has(element)
    return isBelow || isLinkList(element, weights)
  })
}

/** The title is among the first lines of most articles. If it is not, it is added. */
const TITLE_LINES = 6

function withTitle(title: string | null, article: readonly string[]): readonly string[] {
  if (title === null || article.length === 0) return article
  const squeeze = (text: string) => text.replace(/\s+/g, '')
  const stands = squeeze(article.slice(0, TITLE_LINES).join('')).includes(squeeze(title))
  return stands ? article : [title, ...article]
}
