import { squeezed } from '../../text/fold.ts'
import { resolveHref } from '../pages/links.ts'
import type { Markup } from '../pages/markup.ts'
import type { ListItem } from './list-reading.ts'
import type { MoreLinks } from './more-link.ts'

/** 往年, 历年, 归档, 2021年及以前, 2021年之前. */
const EARLIER = /往年|历年|归档|存档|年度?及?[以之]前/
const SUBJECT = /法治政府|依法行政|法治建设/
/** Words for earlier years alone, so that they can be about this very list: 往年报告, 历年信息. */
const BARE =
  /^(?:查看|更多)?(?:往年|历年|历史|归档|存档|20[0-9]{2}年度?及?[以之]前)的?(?:年度)?(?:报告|信息|归档|存档|数据|资料|内容|文件|列表|栏目|年份)?[.…>›»\s]{0,4}$/
const MAX_ARCHIVES = 5

/**
 * Lists of earlier years that a list names: 往年法治政府建设年度报告. A row with a date is a document, whatever its words are.
 * @param rows those of the page
 */
export function readArchiveLinks(markup: Markup, base: string, pageUrl: string, rows: readonly ListItem[]): MoreLinks {
  const dated = new Set(rows.filter(({ publishedOn }) => publishedOn !== null).map(({ url }) => url))
  const links = markup.anchors.filter(({ text, title }) => namesArchive(text || title))
  const found = links.map(({ href, text }) => ({ text, href, url: resolveHref(href, base) }))
  const host = new URL(pageUrl).host
  const others = found.filter(({ url }) => url !== pageUrl && (url === null || !dated.has(url)))
  const pages = others.flatMap(({ url }) => (url !== null && new URL(url).host === host ? [url] : []))
  // An address within the page shows a part of it.
  const lost = others.find(({ url, href }) => (url === null ? !/^#\w/.test(href) : new URL(url).host !== host))
  const left = pages.length > MAX_ARCHIVES ? others[MAX_ARCHIVES] : lost
  return {
    pages: [...new Set(pages)].slice(0, MAX_ARCHIVES),
    blind: left === undefined ? null : `a link to earlier years that cannot be followed: ${left.text.slice(0, 40)}`,
  }
}

function namesArchive(words: string): boolean {
  const folded = squeezed(words)
  return EARLIER.test(folded) && folded.length <= 60 ? SUBJECT.test(folded) || BARE.test(folded) : BARE.test(folded)
}
