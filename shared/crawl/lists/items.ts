import { ATTACHED_EXTENSIONS, anyExtension } from '../../formats/formats.ts'
import { firstOf } from '../../text/cut.ts'
import { namesReport } from '../candidate.ts'
import { baseOf, resolveHref } from '../pages/links.ts'
import { type Anchor, type Markup, readMarkup } from '../pages/markup.ts'
import { findDate } from './list-date.ts'
import type { ListItem } from './list-reading.ts'

/** Links of the navigation have two to four characters. The shortest titles of documents have more. */
const MIN_TITLE = 5
/** A longer text is not a title, and every later check of it takes time in proportion to its length. */
const MAX_TITLE = 300
/** A row's date is in its own element or in one of this many enclosing elements. */
const MAX_LEVELS = 4
/** An element with more links is not a single row. A thumbnail and a title are two links. */
const MAX_LINKS_IN_ROW = 2
/** Elements between a row and the part of the page that is its list. */
const MAX_GROUP_LEVELS = 12
const MAX_GROUPS = 100

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
    String.raw`/[0-9]{4,}\.s?html?$`,
    '/20[0-9]{2}-?[0-9]{2}/',
    String.raw`\.(?:${anyExtension(ATTACHED_EXTENSIONS)})$`,
    String.raw`downloadfile\.jsp`,
  ].join('|'),
  'i',
)

const NOT_A_TITLE = /^(?:[\s«»<>‹›0-9.…]*|上一?页|下一?页|首页|末页|尾页|更多|more|next|prev)$/i

/**
 * The links of a page that are rows of a list: they have a title, and a date, the address of an article or the title of a report.
 */
export function itemsOf(markup: Markup, pageUrl: string): ListItem[] {
  const base = baseOf(markup, pageUrl)
  const items = new Map<string, ListItem>()
  for (const anchor of markup.anchors) {
    const url = resolveHref(anchor.href, base)
    if (url === null || items.has(url) || url === pageUrl) continue
    const title = titleOf(anchor)
    if (title.length < MIN_TITLE || NOT_A_TITLE.test(title)) continue
    const publishedOn = dateOf(anchor)
    if (publishedOn === null && !ARTICLE_URL.test(url) && !namesReport(title)) continue
    items.set(url, { url, title, publishedOn })
  }
  return [...items.values()]
}

/** How many of the rows stand together in each element of the page, so that a declared count can be met by one of them. */
export function rowGroupsOf(markup: Markup, items: readonly ListItem[], pageUrl: string): number[] {
  const base = baseOf(markup, pageUrl)
  const rows = new Set(items.map(({ url }) => url))
  const counts = new Map<Anchor['block'], number>()
  for (const { href, block } of markup.anchors) {
    const url = resolveHref(href, base)
    if (url === null || !rows.delete(url)) continue
    let level: Anchor['block'] | null = block
    for (let n = 0; n < MAX_GROUP_LEVELS && level !== null; n++, level = level.parent)
      counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  return [...new Set(counts.values())].sort((a, b) => a - b).slice(0, MAX_GROUPS)
}

/** The link with the longest title in one record of a record service. Null if the record has no link. */
export function recordItem(record: string, pageUrl: string): ListItem | null {
  const anchors = readMarkup(`<li>${record}</li>`).anchors.filter(({ href }) => resolveHref(href, pageUrl) !== null)
  const [anchor] = anchors.sort((a, b) => titleOf(b).length - titleOf(a).length)
  if (anchor === undefined) return null
  return { url: resolveHref(anchor.href, pageUrl)!, title: titleOf(anchor), publishedOn: dateOf(anchor) }
}

/** A title, cut to the length that lists keep. What a service gives in JSON may hold half a character, which no table takes. */
export function bounded(title: string): string {
  return firstOf(title.toWellFormed(), MAX_TITLE).trim()
}

function titleOf({ title, text }: Anchor): string {
  const full = bounded(title.length >= MIN_TITLE ? title : text)
  // If the whole row is one link, its text contains the date too.
  return full.replace(/[\s[(（]*20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}[\])）]?$/, '').trim()
}

function dateOf({ block, text }: Anchor): string | null {
  let level: Anchor['block'] | null = block
  for (let n = 0; n < MAX_LEVELS && level !== null && level.links <= MAX_LINKS_IN_ROW; n++) {
    const date = findDate(level.text)
    if (date !== null) return date
    level = level.parent
  }
  return findDate(text.slice(-30))
}
