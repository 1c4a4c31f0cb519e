import { getOf } from '../../fetch/list-request.ts'
import { baseOf } from '../../pages/links.ts'
import type { Markup } from '../../pages/markup.ts'
import { withParameter } from '../../pages/with-parameter.ts'
import type { ListSystem } from '../list-system.ts'
import { generic } from './generic.ts'

/** Text around the pager: 共68条 1/5, or 共68条 … 第1页/共5页. */
const POSITION =
  /共\s{0,5}(?<items>[0-9]{1,6})\s{0,5}条[^0-9共]{0,20}(?:第\s{0,3})?(?<page>[0-9]{1,4})\s{0,3}页?\s{0,3}\/\s{0,3}(?:共\s{0,3})?(?<pages>[0-9]{1,4})/

/** Names of its pager and components, and the form of its article addresses. */
const MARKS = /wbtreeid=|_vsb_|vsb_content|\bp_next\b|["'/]info\/[0-9]{1,9}\/[0-9]{1,9}\.htm/i

/** Visual SiteBuilder: generic pages whose pager says how many items there are. */
export const vsb: ListSystem<'vsb'> = {
  name: 'vsb',
  recognises: ({ text, markup }) => MARKS.test(text) || text.includes('PAGENUM=') || readPosition(markup) !== null,
  read: (page) => {
    const position = readPosition(page.markup)
    const found = generic.read(page)
    if (position === null) return found
    const counted = countedPage(page.markup, page.url, position)
    const next = found.follow[0] ?? (counted === null ? null : getOf(counted))
    const declared = { series: 'rows', items: position.items, isExact: false }
    const isTurned = next !== null || position.page >= position.pages
    return { ...found, follow: next === null ? [] : [next], declared, ...(isTurned && { blindPager: null }) }
  },
}

interface Position {
  readonly items: number
  readonly page: number
  readonly pages: number
}

function readPosition(markup: Markup): Position | null {
  const found = POSITION.exec(markup.text.replace(/\s+/g, ' '))?.groups
  return found ? { items: Number(found.items), page: Number(found.page), pages: Number(found.pages) } : null
}

/**
 * The page after this one, if its pager is a script without a link: `/C.htm` is followed by `/C/4.htm`, `/C/3.htm` … of
 * five, and `list.jsp` takes the number.
 */
function countedPage(markup: Markup, pageUrl: string, position: Position): string | null {
  if (position.page >= position.pages) return null
  const url = new URL(baseOf(markup, pageUrl))
  if (url.pathname.endsWith('.jsp')) return withParameter(url.href, 'PAGENUM', String(position.page + 1))
  const column = /^(.*?)(?:\/[0-9]{1,4})?\.htm$/.exec(url.pathname)?.[1]
  if (column === undefined) return null
  url.pathname = `${column}/${position.pages - position.page}.htm`
  return url.href
}
