import { type ChildNode, type Document, isText } from 'domhandler'
import { yearIn } from '../../text/dates.ts'
import { fold } from '../../text/fold.ts'
import { isNeverContent } from './boilerplate.ts'
import { linesOf } from './lines.ts'
import { Element, isElement } from './tree.ts'

/** Something hidden: the element that hides it, and the nodes inside that go with it. */
export interface Hidden {
  readonly by: Element
  readonly nodes: ChildNode[]
  /** Characters outside links, blanks left out. */
  text: number
}

/** Hidden elements with less of a page's text than this are none of its parts. */
const PART_SHARE = 0.1
/** Names of the panes of tabs, of which one is shown at a time. */
const PANE = /(?:^|[\s_-])(?:tab|pane|panel)s?\w{0,8}(?=$|[\s_\d-])/
const MIN_PANE_TEXT = 20

/**
 * What is hidden until a script shows it: most of a page's text, or a pane of it, that is no copy of what is shown. A pane with a title of
 * another year is a document of its own, and no part of the one that the page shows.
 * @param shown characters that are seen, outside links
 */
export function shownByScript(hidden: readonly Hidden[], shown: number, root: Document): ReadonlySet<Hidden> {
  const all = hidden.reduce((sum, { text }) => sum + text, shown)
  const parts = hidden.filter(({ text, by }) => text > PART_SHARE * all && !isNarrow(by))
  if (parts.length === 0) return new Set()
  const inParts = parts.reduce((sum, { text }) => sum + text, 0)
  const candidates = inParts > shown ? parts : parts.filter(({ by, text }) => isPane(by) && text >= MIN_PANE_TEXT)
  if (candidates.length === 0) return new Set()
  const removed = new Set(hidden.flatMap(({ nodes }) => nodes))
  const read = [seenText(root.children, removed)]
  let year = titleYearOf(root.children, removed)
  const kept = candidates.filter(({ by }) => {
    const words = seenText(by.children, NOTHING)
    if (read.some((text) => text.includes(words.slice(0, COPIED)))) return false
    const ownYear = titleYearOf(by.children, NOTHING)
    if (year !== null && ownYear !== null && ownYear !== year) return false
    year ??= ownYear
    read.push(words)
    return true
  })
  return new Set(kept)
}

const NOTHING: ReadonlySet<ChildNode> = new Set()
/** A copy for printers or telephones has the same first words. */
const COPIED = 40

/** Words inside a line are hidden for their own sake. */
function isNarrow({ name }: Element): boolean {
  return name === 'span' || name === 'font' || name === 'i' || name === 'b' || name === 'em'
}

function isPane(element: Element): boolean {
  const { parent } = element
  const isAmongPanes = parent instanceof Element && parent.names.are(PANE)
  return element.attribs.role === 'tabpanel' || element.names.are(PANE) || isAmongPanes
}

function seenText(nodes: readonly ChildNode[], removed: ReadonlySet<ChildNode>): string {
  const words: string[] = []
  const collect = (list: readonly ChildNode[]) => {
    for (const node of list) {
      if (removed.has(node)) continue
      if (isText(node)) words.push(node.data.replace(/\s+/g, ''))
      else if (isElement(node) && !isNeverContent(node)) collect(node.children)
    }
  }
  collect(nodes)
  return words.join('')
}

const TITLE_END = /(?:报告|总结|汇报|情况|年报)[)"”》]?$/

/** The year that the title nearest above the first sentence names; items of lists and links name others, and words without a sentence are no document. */
function titleYearOf(nodes: readonly ChildNode[], removed: ReadonlySet<ChildNode>): number | null {
  const lines = linesOf(nodes, (element) => removed.has(element) || element.name === 'li' || element.name === 'a')
  const sentence = lines.findIndex((line) => line.includes('。'))
  const title = lines
    .slice(0, Math.max(0, sentence))
    .map(fold)
    .findLast((line) => TITLE_END.test(line) && yearIn(line) !== null)
  return title === undefined ? null : yearIn(title)
}
