import { namesReport } from '../candidate.ts'
import { resolveHref } from '../pages/links.ts'
import type { Anchor, Block, Markup } from '../pages/markup.ts'

const MORE = /^(?:查看)?(?:更多|全部|more)(?:信息|内容)?[.…>›»+\s]{0,4}$/i
/** A box with a heading, 更多 and its rows. More levels hold boxes of other columns too. */
const MAX_LEVELS = 3

export interface MoreLinks {
  readonly pages: readonly string[]
  /** A link of the kind that no address belongs to. */
  readonly blind: string | null
}

/** The list behind 更多 in the box that shows the newest reports. A 更多 of another box belongs to another column. */
export function readMoreLink(markup: Markup, base: string, pageUrl: string): MoreLinks {
  const boxes = new Set<Block>()
  for (const anchor of markup.anchors) {
    if (namesReport(anchor.title || anchor.text)) for (const box of boxesOf(anchor)) boxes.add(box)
  }
  const isBeside = (anchor: Anchor) => boxesOf(anchor).some((box) => boxes.has(box))
  const more = markup.anchors.filter((anchor) => MORE.test(anchor.text) && isBeside(anchor))
  const found = more.map(({ href, text }) => ({ text, href, url: resolveHref(href, base) }))
  const pages = found.flatMap(({ url }) => (url !== null && url !== pageUrl ? [url] : []))
  // An address within the page shows a part of it.
  const lost = found.find(({ url, href }) => url === null && !/^#\w/.test(href))
  return { pages, blind: lost === undefined ? null : `a link without an address beside the list: ${lost.text}` }
}

/** The elements around a link, without the page itself. */
function boxesOf({ block }: Anchor): Block[] {
  const boxes: Block[] = []
  for (let box: Block | null = block; box?.parent != null && boxes.length <= MAX_LEVELS; box = box.parent)
    boxes.push(box)
  return boxes
}
