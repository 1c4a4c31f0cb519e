import { namesReport } from '../candidate.ts'
import type { Control, Controls } from '../pages/controls.ts'
import { resolveHref } from '../pages/links.ts'
import type { Anchor, Block, Markup } from '../pages/markup.ts'
import { addressOfHandler } from '../pages/script-calls.ts'
import { withOwnValue } from './pagers/turns.ts'

const MORE = /^(?:查看)?(?:更多|全部|more)(?:信息|内容)?[.…>›»+\s]{0,4}$/i
/** A year of a list that is split by years: 2021, 2021年, 2021年度. */
const YEAR_TAB = /^20[0-9]{2}(?:年度?)?$/
/** A box with a heading, 更多 and its rows. More levels hold boxes of other columns too. */
const MAX_LEVELS = 3
const MAX_YEARS = 30
const MAX_SCRIPTS = 200_000

export interface MoreLinks {
  readonly pages: readonly string[]
  /** A 更多 or a year beside rows of reports that no address belongs to. */
  readonly blind: string | null
}

/**
 * Further parts of a list that stand beside it: 更多 in the box that shows the newest reports, and lists of other years. A 更多
 * of another box belongs to another column.
 */
export function readMoreLink(
  markup: Markup,
  { controls }: Pick<Controls, 'controls'>,
  base: string,
  pageUrl: string,
): MoreLinks {
  const boxes = new Set<Block>()
  for (const anchor of markup.anchors) {
    if (namesReport(anchor.title || anchor.text)) for (const box of boxesOf(anchor)) boxes.add(box)
  }
  const isBeside = (anchor: Anchor) => boxesOf(anchor).some((box) => boxes.has(box))
  const more = markup.anchors.filter((anchor) => MORE.test(anchor.text) && isBeside(anchor))
  const years = markup.anchors.filter(({ text }) => YEAR_TAB.test(text)).slice(0, MAX_YEARS)
  const scripted = controls.filter(({ handler, text }) => handler !== null && YEAR_TAB.test(text)).slice(0, MAX_YEARS)
  const linked = years.filter(({ href }) => !/^javascript:/i.test(href))
  const found = [...more, ...linked]
    .map(({ href, text }) => ({ text, href, url: resolveHref(href, base) }))
    .concat(scripted.map((year) => ({ text: year.text, href: '', url: addressOfYear(year, markup.scripts, base) })))
  const host = new URL(pageUrl).host
  const pages = found.flatMap(({ url }) => (url !== null && url !== pageUrl && new URL(url).host === host ? [url] : []))
  // An address within the page shows a part of it.
  const lost = found.find(({ url, href }) => url === null && !/^#\w/.test(href))
  return { pages, blind: lost === undefined ? null : `a link without an address beside the list: ${lost.text}` }
}

/** Where a year of a select or with a script leads. */
function addressOfYear({ handler, href }: Control, scripts: string, base: string): string | null {
  const address = addressOfHandler(withOwnValue(handler ?? '', href), scripts.slice(0, MAX_SCRIPTS))
  return address === null ? null : resolveHref(address, base)
}

/** The elements around a link, without the page itself. */
function boxesOf({ block }: Anchor): Block[] {
  const boxes: Block[] = []
  for (let box: Block | null = block; box?.parent != null && boxes.length <= MAX_LEVELS; box = box.parent)
    boxes.push(box)
  return boxes
}
