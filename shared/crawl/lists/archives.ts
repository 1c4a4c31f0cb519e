import { squeezed } from '../../text/fold.ts'
import type { Control } from '../pages/controls.ts'
import { isAddress, resolveHref } from '../pages/links.ts'
import { type Anchor, MAX_SCRIPTS, type Markup } from '../pages/markup.ts'
import { addressOfHandler } from '../pages/script-calls.ts'
import type { ListItem } from './list-reading.ts'
import type { MoreLinks } from './more-link.ts'
import { withOwnValue } from './pagers/turns.ts'
import { isDivision, isEarlier, isMonths, isOldSite, isYears, namesEarlier } from './year-words.ts'

const SUBJECT = /法治政府|依法行政|法治建设/
/** Words about earlier years of these reports are no longer. */
const MAX_WORDS = 60
/** A link whose words stand before it: 更早的报告见这里. */
const SAYS_NOTHING = /^(?:点击|查看|进入|请?点击?)?(?:这里|此处|链接|查看|进入)$/
const MAX_ARCHIVES = 5
/** Years with a script are looked at one by one, each in the page's scripts. */
const MAX_SCRIPTED = 30

/**
 * Lists of other years that a list names: 往年法治政府建设年度报告, 历史公开信息, 2021年. A row with a date is a document, and so is a row
 * with nothing but a year.
 * @param rows those of the page
 */
export function readArchiveLinks(
  { anchors, scripts }: Pick<Markup, 'anchors' | 'scripts'>,
  controls: readonly Control[],
  base: string,
  pageUrl: string,
  rows: readonly ListItem[],
): MoreLinks {
  const dated = new Set(rows.filter(({ publishedOn }) => publishedOn !== null).map(({ url }) => url))
  const isRow = new Set(rows.map(({ url }) => url))
  const divisions = controls.filter(({ handler, text }) => handler !== null && isDivision(text))
  const linkOf = ({ href, text }: Pick<Anchor, 'href' | 'text'>) => ({ text, href, url: resolveHref(href, base) })
  const byScript = (found: readonly Control[]) =>
    found.map((one, at) => linkOfYear(one, at < MAX_SCRIPTED ? scripts : '', base))
  const earlier = anchors.filter(({ text, title, around }) => {
    return namesArchive(text || title) || (SAYS_NOTHING.test(text) && namesEarlier(around.before))
  })
  const months = anchors.filter(({ text, title }) => isMonths(text || title)).map(linkOf)
  const folder = new URL('.', pageUrl).href
  const years = anchors
    .filter(({ text, title, href }) => isYears(text || title) && !/^javascript:/i.test(href))
    .map(linkOf)
    // Calendars have links of months, too, and those of one alone say nothing.
    .concat(months.length > 1 ? months.filter(({ url }) => url?.startsWith(folder)) : [])
    .filter(({ url }) => url === null || !isRow.has(url))
    .concat(byScript(controls.filter(isYearOfScript)))
    .concat(controls.filter(isArea).map(({ hint, href }) => linkOf({ text: hint, href: href ?? '' })))
    .concat(divisions.length > 1 ? byScript(divisions) : [])
  const others = earlier
    .map(linkOf)
    .filter(({ url, text }) => url !== pageUrl && (url === null || isEarlier(text) || !dated.has(url)))
  const pagesOf = (links: readonly { readonly url: string | null }[]) =>
    [...new Set(links.flatMap(({ url }) => url ?? []))].filter((url) => url !== pageUrl)
  const pages = pagesOf(others)
  // An address within the page shows a part of it, and what has none is one of its tabs.
  const isLost = ({ url, href }: (typeof others)[number]) => url === null && !/^#|^javascript:[\s;]*$/.test(href)
  const lost = others.find((link) => isLost(link) || isWholeSite(link, pageUrl)) ?? years.find(isLost)
  const left = pages.length > MAX_ARCHIVES ? others[MAX_ARCHIVES] : lost
  return {
    pages: [...new Set([...pages.slice(0, MAX_ARCHIVES), ...pagesOf(years)])],
    blind: left === undefined ? null : `a link to other parts that cannot be followed: ${left.text.slice(0, 40)}`,
  }
}

/** An old site cannot be known to have no other list than what the link shows, unless that is a page of its own on another host. */
function isWholeSite({ text, url }: { readonly text: string; readonly url: string | null }, pageUrl: string): boolean {
  if (url === null || !isOldSite(text)) return false
  const [there, here] = [new URL(url), new URL(pageUrl)]
  return there.host === here.host || /^\/(?:index\.\w{2,5})?$/.test(there.pathname)
}

function namesArchive(words: string): boolean {
  const folded = squeezed(words)
  return isEarlier(words) || (folded.length <= MAX_WORDS && namesEarlier(words) && SUBJECT.test(folded))
}

/** Options are read with their select. */
function isYearOfScript({ tag, handler, dataAddress, href, text }: Control): boolean {
  const isScripted = handler !== null || (dataAddress !== null && !isAddress(href))
  return tag !== 'option' && isScripted && (isYears(text) || isEarlier(text))
}

function isArea({ tag, hint }: Control): boolean {
  return tag === 'area' && isYears(hint)
}

/** Where a year with a script leads. */
function linkOfYear({ handler, href, dataAddress, text }: Control, scripts: string, base: string) {
  const address = dataAddress ?? addressOfHandler(withOwnValue(handler ?? '', href), scripts.slice(0, MAX_SCRIPTS))
  return { text, href: '', url: address === null ? null : resolveHref(address, base) }
}
