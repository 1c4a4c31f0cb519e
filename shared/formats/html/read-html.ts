import type { Document } from 'domhandler'
import type { PageFacts } from '../canonical.ts'
import type { FoundTable } from '../found-tables.ts'
import { ArticleTitle } from './article-title.ts'
import { besideOf } from './beside.ts'
import { findBody } from './body.ts'
import { withoutBoilerplate } from './boilerplate.ts'
import { unfoldCarried } from './carried.ts'
import { footOf } from './foot.ts'
import { contentOf, linesOf } from './lines.ts'
import { framesOf, linksOf } from './links.ts'
import { mayGenerate } from './may-generate.ts'
import { readPageFacts } from './page-facts.ts'
import { partHeader } from './part-header.ts'
import { keepSeen } from './seen.ts'
import { showShadowRoots } from './shadow-roots.ts'
import { NO_SHEETS, type SheetAt } from './style/linked-sheets.ts'
import { detach, type Element, headOf, isElement, parseHtml } from './tree.ts'
import { unreadOf } from './unread.ts'
import { isBoilerplate, isLinkList, takeOut, unlinkedIn, type Weight, type Weights, weigh } from './weigh.ts'

export interface Page {
  /** The article's title and then its lines; nothing of the page around it. */
  readonly text: string
  readonly facts: PageFacts
  readonly tables: readonly FoundTable[]
  /** As `FileContent` has it. */
  readonly unread: readonly string[]
  /** Addresses of what it shows in frames. */
  readonly frames: readonly string[]
}

/** Few pages have any. */
const SHADOW_ROOT = /shadowrootmode/i

/** The header of a disclosed document, or a publication line, stands among the first lines of its container. */
const HEADER_LINES = 16

/**
 * Reads a portal page: the article's text, and what the page says of it.
 * @param sheetAt style sheets that came with it
 * @throws {RefusalError} `too_complex` if the page nests deeper or has more elements than any page does
 */
export async function readHtml(html: string, sheetAt: SheetAt = NO_SHEETS): Promise<Page> {
  const root = parseHtml(html)
  if (SHADOW_ROOT.test(html)) showShadowRoots(root)
  await keepSeen(root, sheetAt)
  if (sheetAt !== NO_SHEETS || mayGenerate(html)) (await import('./generated.ts')).writeGenerated(root, sheetAt)
  const weights = await weighWhole(root, sheetAt)
  const title = new ArticleTitle(root)
  for (const partsOf of [footOf, besideOf]) {
    const parts = partsOf(root, weights, title)
    takeOut(weights, parts)
    detach(parts)
  }
  const body = findBody(root, weights)
  const pageSentences = body.reduce((sum, element) => sum + (weights.get(element)?.sentences ?? 0), 0)
  const holders = new Set(body)
  const skip = (element: Element) => !holders.has(element) && isBoilerplate(element, weights, pageSentences)

  const { lines: bodyLines, tables } = contentOf(body, skip)
  const opening = partHeader(bodyLines.slice(0, HEADER_LINES))
  const around = linesOf(root.children, (element) => holders.has(element) || isLinkList(element, weights.get(element)!))
  const lines = { around: [...around, ...opening.stated], above: () => linesAbove(root, holders, weights) }
  const frames = framesOf(root)
  const links = linksOf(weights.keys(), holders, frames)
  const facts = readPageFacts({ head: headOf(root), weights }, lines, links)

  const article = withoutBoilerplate([...opening.article, ...bodyLines.slice(HEADER_LINES)])
  const unread = unreadOf(
    article.filter((line) => line !== facts.title),
    body,
    links,
    frames,
    facts.title === null ? null : html,
  )
  return { text: withTitle(facts.title, article, unread.length > 0).join('\n'), facts, tables, unread, frames }
}

/** Weighs a page, with the article that it may carry until a script shows it. */
async function weighWhole(root: Document, sheetAt: SheetAt): Promise<Map<Element, Readonly<Weight>>> {
  const weights = weigh(root)
  const ownText = root.children.reduce((sum, node) => sum + (isElement(node) ? unlinkedIn(node, weights) : 0), 0)
  if (!unfoldCarried(root, ownText)) return weights
  await keepSeen(root, sheetAt)
  return weigh(root)
}

/** The lines of the page down to the article. */
function linesAbove(root: Document, holders: ReadonlySet<Element>, weights: Weights): string[] {
  let isBelow = false
  return linesOf(root.children, (element) => {
    isBelow ||= holders.has(element)
    return isBelow || isLinkList(element, weights.get(element)!)
  })
}

/** The title is among the first lines of most articles. If it is not, it is added. */
const TITLE_LINES = 6

/** @param isStub whether the title stands for a report that the page only links to or shows as pictures */
function withTitle(title: string | null, article: readonly string[], isStub: boolean): readonly string[] {
  if (title === null || (article.length === 0 && !isStub)) return article
  const squeeze = (text: string) => text.replace(/\s+/g, '')
  const stands = squeeze(article.slice(0, TITLE_LINES).join('')).includes(squeeze(title))
  return stands ? article : [title, ...article]
}
