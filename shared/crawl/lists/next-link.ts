import { baseOf, resolveHref } from '../pages/links.ts'
import type { Markup } from '../pages/markup.ts'

const NEXT = /^(?:下一?页|下一頁|后一?页|next(?: page)?|[>›»]{1,2})\s?[>›»]{0,2}$/i

/**
 * The next page by the page's own links: `rel=next`, a link that says 下一页, or the link whose text is the next number.
 * @param number of this page, from 1
 */
export function nextLink(markup: Markup, pageUrl: string, number: number): string | null {
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
export function hasBlindPager(markup: Markup): boolean {
  return markup.anchors.some(({ text, href }) => isNextWord(text) && /^javascript:(?!void|;)/i.test(href))
}

function isNextWord(text: string): boolean {
  return text.length <= 20 && NEXT.test(text.replace(/\s/g, ''))
}
