import { resolveHref } from '../pages/links.ts'
import type { Markup } from '../pages/markup.ts'
import type { ListItem } from './list-reading.ts'
import type { MoreLinks } from './more-link.ts'
import { isPageName } from './next-request.ts'
import { pagerWordOf } from './pagers/words.ts'

const MAX_LISTS = 30
const MAX_WORDS = 16
/** What asks for the same rows in another order or form. */
const SAME_ROWS = /^(?:打印|分享|返回|刷新|繁|简|english|en|手机|无障碍|适老|按|最新|最热|时间|升序|降序|首页|第一页)/i

/**
 * Links that ask for the list with something more in its query: `/fzzf?type=2` beside `/fzzf`, as tabs of bodies and spans of time do.
 * What the list shows without may be one of these.
 */
export function narrowerLists(
  { anchors }: Pick<Markup, 'anchors'>,
  base: string,
  pageUrl: string,
  rows: readonly ListItem[],
): MoreLinks {
  const here = new URL(pageUrl)
  if (/^\/(?:index\.\w{2,5})?$/.test(here.pathname)) return { pages: [], blind: null }
  const isRow = new Set(rows.map(({ url }) => url))
  const found = anchors.flatMap(({ href, text, title }) => {
    const words = text || title
    const url = resolveHref(href, base)
    if (url === null || isRow.has(url) || words === '' || words.length > MAX_WORDS) return []
    if (SAME_ROWS.test(words) || pagerWordOf({ text, hint: title }) !== null) return []
    return asksForMore(new URL(url), here) ? [url] : []
  })
  const pages = [...new Set(found)]
  const blind = pages.length > MAX_LISTS ? `more than ${MAX_LISTS} lists by the query of this one` : null
  return { pages: pages.slice(0, MAX_LISTS), blind }
}

function asksForMore(there: URL, here: URL): boolean {
  if (there.host !== here.host || there.pathname !== here.pathname) return false
  const kept = [...here.searchParams].every(([name, value]) => there.searchParams.get(name) === value)
  const added = [...there.searchParams.keys()].filter((name) => !here.searchParams.has(name))
  return kept && added.length > 0 && !added.some(isPageName)
}
