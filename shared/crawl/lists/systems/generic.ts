import { getOf } from '../../fetch/list-request.ts'
import { baseOf, resolveHref } from '../../pages/links.ts'
import type { Markup } from '../../pages/markup.ts'
import { itemsOf } from '../items.ts'
import type { ListSystem } from '../list-system.ts'

const NEXT = /^(?:下一?页|下一頁|后一?页|next(?: page)?|[>›»]{1,2})\s?[>›»]{0,2}$/i

/** Any page: rows by their links, the next page by the page's own links. */
export const generic: ListSystem<'generic'> = {
  name: 'generic',
  recognises: () => true,
  read: ({ url, markup, number }) => {
    const next = nextLink(markup, url, number)
    const items = itemsOf(markup, url)
    const blindPager = next === null && hasBlindPager(markup) ? `${url} has a pager that only works by script` : null
    return { items, follow: next === null ? [] : [getOf(next)], blindPager }
  },
}

/**
 * The next page by the page's own links: `rel=next`, a link with the text 下一页, or the link whose text is the next number.
 * @param number of this page, from 1
 */
function nextLink(markup: Markup, pageUrl: string, number: number): string | null {
  const base = baseOf(markup, pageUrl)
  const named = markup.anchors.filter(({ isNext, text, title }) => isNext || isNextWord(text) || isNextWord(title))
  const numbered = markup.anchors.filter(({ text }) => text === String(number + 1))
  for (const { href } of [...named, ...numbered]) {
    const url = resolveHref(href, base)
    if (url !== null && url !== pageUrl) return url
  }
  return null
}

/** Whether the page offers a next page that only its script can open. */
function hasBlindPager(markup: Markup): boolean {
  return markup.anchors.some(({ text, href }) => isNextWord(text) && /^javascript:(?!void|;)/i.test(href))
}

function isNextWord(text: string): boolean {
  return text.length <= 20 && NEXT.test(text.replace(/\s/g, ''))
}
