import { ATTACHED_EXTENSIONS, anyExtension } from '../../formats/formats.ts'
import { firstOf } from '../../text/cut.ts'
import { squeezed } from '../../text/fold.ts'
import { isCandidate, mayNameReport, namesReport } from '../candidate.ts'
import { saidBeforeCut } from '../cut-title.ts'
import { baseOf, resolveHref } from '../pages/links.ts'
import { type Anchor, type Block, collapse, MAX_SCRIPTS, type Markup, readMarkup } from '../pages/markup.ts'
import { addressOfHandler } from '../pages/script-calls.ts'
import { findDate } from './list-date.ts'
import type { ListItem } from './list-reading.ts'
import { titleAround } from './row-title.ts'

/** Links of the navigation have two to four characters. The shortest titles of documents have more. */
const MIN_TITLE = 5
/** 年度报告, 年报. */
const SHORT_TITLE = /^.{0,2}(?:年报|报告|总结)$/
/** A longer text is not a title, and every later check of it takes time in proportion to its length. */
const MAX_TITLE = 300
/** A row's date is in its own element or in one of this many enclosing elements. */
const MAX_LEVELS = 4
/** An element with links to more addresses is not a single row. A row may link its topic beside its document. */
const MAX_LINKS_IN_ROW = 2
/** Elements between a row and the part of the page that is its list. */
const MAX_GROUP_LEVELS = 12
const MAX_GROUPS = 500
/** Links with a script are looked at one by one, each in the page's scripts. A page of a list has fewer. */
const MAX_HANDLERS = 120

/** Addresses that content systems give to single articles and to files. */
const ARTICLE_URL = new RegExp(
  [
    String.raw`/t20[0-9]{6}_[0-9]+\.`,
    String.raw`/art_[0-9_]+\.`,
    '/art/[0-9]{4}/',
    String.raw`post_[0-9]+\.`,
    String.raw`/info/[0-9]+/[0-9]+\.`,
    'content[_/][^/]*[0-9]',
    '/content/',
    'newsid=',
    String.raw`/[0-9]{4,}\.(?:[sj]?html?|jspx)$`,
    '/20[0-9]{2}-?[0-9]{2}/',
    String.raw`\.(?:${anyExtension(ATTACHED_EXTENSIONS)})$`,
    String.raw`downloadfile\.jsp`,
  ].join('|'),
  'i',
)

const NOT_A_TITLE = /^(?:[\s«»<>‹›0-9.…]*|上一?页|下一?页|首页|末页|尾页|更多|more|next|prev)$/i

/** A link that leads to another page, by its address or by a script. */
export interface PageLink {
  readonly anchor: Anchor
  readonly url: string
}

/** The links of a page with the addresses that they lead to. */
export function linksOf(markup: Markup, pageUrl: string): PageLink[] {
  const base = baseOf(markup, pageUrl)
  const scripts = markup.scripts.slice(0, MAX_SCRIPTS)
  let handlers = 0
  const urlOf = (anchor: Anchor) => {
    const { href, lead } = anchor
    if (lead === null) return resolveHref(href, base)
    const isTried = lead.address === null && titleOf(anchor).length >= MIN_TITLE && handlers++ < MAX_HANDLERS
    const address = lead.address ?? (isTried ? addressOfHandler(lead.handler!, scripts) : null)
    return address === null ? null : resolveHref(address, base)
  }
  return markup.anchors.flatMap((anchor) => {
    const url = urlOf(anchor)
    return url === null ? [] : [{ anchor, url }]
  })
}

/**
 * The links of a page that are rows of a list: they have a title, and a date, the address of an article or the title of a report.
 */
export function itemsOf(links: readonly PageLink[], pageUrl: string): ListItem[] {
  const items = new Map<string, ListItem>()
  const titles = new Map<string, string>()
  for (const { anchor, url } of links) {
    if (url === pageUrl) continue
    const own = titleOf(anchor)
    const around = titleAround(own, anchor.around)
    const title = wholeTitle(titles.get(url) ?? '', around === null ? own : bounded(around))
    titles.set(url, title)
    if (items.has(url)) {
      items.set(url, { ...items.get(url)!, title })
      continue
    }
    if ((title.length < MIN_TITLE && !SHORT_TITLE.test(title)) || NOT_A_TITLE.test(title)) continue
    const publishedOn = dateOf(anchor)
    const isRow = publishedOn !== null || around !== null || ARTICLE_URL.test(url) || mayNameReport(title)
    if (!isRow && !(isCandidate(title, '') && hasYear(anchor))) continue
    items.set(url, { url, title, publishedOn })
  }
  return [...items.values()]
}

/**
 * The title of a row that links its document several times: with a picture, with 查看, or with parts of the title
 * (甲县2022年, 法治政府建设年度报告). What names a report is its title, else the first that is long enough for one.
 */
function wholeTitle(before: string, next: string): string {
  const found = [before, next, bounded(before + next)].find((one) => namesReport(one))
  return found ?? (before.length >= MIN_TITLE ? before : next || before)
}

/** Rows that stand together in one element of the page. */
export interface RowGroup {
  readonly size: number
  /** How many of them a whole group of it has: those of the innermost element with a row that names a report. Null without. */
  readonly unit: number | null
}

/** How many of the rows stand together in each element of the page, so that a declared count can be met by one of them. */
export function rowGroupsOf(links: readonly PageLink[], items: readonly ListItem[]): RowGroup[] {
  const titles = new Map(items.map(({ url, title }) => [url, title]))
  const counts = new Map<Block, number>()
  const reports: Block[][] = []
  for (const { anchor, url } of links) {
    const { block } = anchor
    const title = titles.get(url)
    if (title === undefined) continue
    titles.delete(url)
    const around = blocksAround(block)
    for (const one of around) counts.set(one, (counts.get(one) ?? 0) + 1)
    if (namesReport(title)) reports.push(around)
  }
  const units = new Map<Block, number>()
  for (const around of reports) {
    const innermost = around.findIndex((block) => counts.get(block)! > 1)
    if (innermost === -1) continue
    for (const block of around.slice(innermost))
      if (!units.has(block)) units.set(block, counts.get(around[innermost]!)!)
  }
  return [...counts].slice(0, MAX_GROUPS).map(([block, size]) => ({ size, unit: units.get(block) ?? null }))
}

function blocksAround(block: Block): Block[] {
  const blocks: Block[] = []
  for (let level: Block | null = block; level !== null && blocks.length < MAX_GROUP_LEVELS; level = level.parent)
    blocks.push(level)
  return blocks
}

/** The link with the longest title in one record of a record service. Null if the record has no link. */
export function recordItem(record: string, pageUrl: string): ListItem | null {
  const links = linksOf(readMarkup(`<li>${record}</li>`), pageUrl)
  const [link] = links.sort((a, b) => titleOf(b.anchor).length - titleOf(a.anchor).length)
  return link === undefined ? null : { url: link.url, title: titleOf(link.anchor), publishedOn: dateOf(link.anchor) }
}

/** What a record says that has no link. */
export function recordText(record: string): string {
  const { text } = readMarkup(`<li>${record}</li>`)
  return withoutDate(collapse(text))
}

/** A title, cut to the length that lists keep. What a service gives in JSON may hold half a character, which no table takes. */
export function bounded(title: string): string {
  return firstOf(title.toWellFormed(), MAX_TITLE).trim()
}

/** What a link calls its document. */
export function titleOf({ title, text }: Anchor): string {
  const full = withoutDate(title.length >= MIN_TITLE ? title : text)
  if (namesReport(full)) return full
  // A title may only say what a click does, or what the picture beside the words shows.
  const shown = withoutDate(text)
  const isInFull = squeezed(full).startsWith(saidBeforeCut(shown) ?? squeezed(shown))
  return namesReport(shown) || (!isInFull && mayNameReport(shown) && !mayNameReport(full)) ? shown : full
}

/** If the whole row is one link, its text contains the date too. */
function withoutDate(title: string): string {
  return bounded(title)
    .replace(/[\s[(（]*20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}[\])）]?$/, '')
    .trim()
}

function dateOf({ block, text }: Anchor): string | null {
  for (const { text } of levelsOf(block)) {
    const date = findDate(text)
    if (date !== null) return date
  }
  return findDate(text.slice(-30))
}

/** Whether a year stands in the row of a link, as in a column of years behind it. */
function hasYear({ block }: Anchor): boolean {
  return levelsOf(block).some(({ text }) => /20[0-9]{2}/.test(text))
}

/** The elements around a link that hold nothing but its row. */
function levelsOf(block: Block): Block[] {
  const levels: Block[] = []
  for (let level: Block | null = block; level !== null && level.targets.size <= MAX_LINKS_IN_ROW; level = level.parent)
    if (levels.push(level) === MAX_LEVELS) break
  return levels
}
