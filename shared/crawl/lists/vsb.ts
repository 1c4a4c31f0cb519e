import { baseOf } from '../pages/links.ts'
import type { Markup } from '../pages/markup.ts'

/** Text around the pager: 共68条 1/5, or 共68条 … 第1页/共5页. */
const POSITION =
  /共\s{0,5}([0-9]{1,6})\s{0,5}条[^0-9共]{0,20}(?:第\s{0,3})?([0-9]{1,4})\s{0,3}页?\s{0,3}\/\s{0,3}(?:共\s{0,3})?([0-9]{1,4})/

export interface VsbPosition {
  readonly items: number
  readonly page: number
  readonly pages: number
}

/** Whether a page is made by Visual SiteBuilder: its pager, its component names or its articles' addresses tell. */
export function isVsb(html: string): boolean {
  return /PAGENUM=|wbtreeid=|_vsb_|vsb_content|\bp_next\b|["'/]info\/[0-9]{1,9}\/[0-9]{1,9}\.htm/i.test(html)
}

export function readVsbPosition(markup: Markup): VsbPosition | null {
  const found = POSITION.exec(markup.text.replace(/\s+/g, ' '))
  return found === null ? null : { items: Number(found[1]), page: Number(found[2]), pages: Number(found[3]) }
}

/**
 * The page after this one where its pager is a script without a link: `/C.htm` is followed by `/C/4.htm`, `/C/3.htm` … of
 * five, and `list.jsp` takes the number.
 */
export function countedVsbPage(markup: Markup, pageUrl: string, position: VsbPosition): string | null {
  if (position.page >= position.pages) return null
  const url = new URL(baseOf(markup, pageUrl))
  if (url.pathname.endsWith('.jsp')) {
    url.searchParams.set('PAGENUM', String(position.page + 1))
    return url.href
  }
  const column = /^(.*?)(?:\/[0-9]{1,4})?\.htm$/.exec(url.pathname)?.[1]
  if (column === undefined) return null
  url.pathname = `${column}/${position.pages - position.page}.htm`
  return url.href
}
