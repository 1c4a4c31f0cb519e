import { resolveHref } from '../../pages/links.ts'
import type { Markup } from '../../pages/markup.ts'
import { isPageName } from '../next-request.ts'

const FIRST = /^(?:首页|第一页|上一?页|前一?页|[<‹«]{1,2}|1|一|I|i)$/
const NUMBERED_NAME = /^(?<stem>.*?)(?:[_-](?:p|page)?[_-]?(?<number>[0-9]{1,3}))?(?<extension>\.\w{2,5})$/i
/** `/category/fzjs/page/2/` after `/category/fzjs/`. */
const NUMBERED_FOLDER = /^(?<stem>.*\/)page\/(?<number>[0-9]{1,3})\/?$/i

/**
 * Links whose addresses are those of later pages of this very list, whatever their words say: `list_2.html` beside `list.html`,
 * `?page=2` beside the same address without it. In the order of the page.
 */
export function siblingsOf(markup: Markup, base: string, pageUrl: string): string[] {
  const here = keyOf(pageUrl)
  const found = new Set<string>()
  for (const { href, text, title } of markup.anchors) {
    const url = resolveHref(href, base)
    if (url === null || url === pageUrl || FIRST.test(text) || FIRST.test(title)) continue
    const { list, number } = keyOf(url)
    if (list === here.list && number !== null && number > (here.number ?? 0)) found.add(url)
  }
  return [...found]
}

/** A list's address without the number of its page, and that number. */
function keyOf(address: string): { readonly list: string; readonly number: number | null } {
  const url = new URL(address)
  let number: number | null = null
  for (const [name, value] of [...url.searchParams]) {
    if (!isPageName(name) || !/^[0-9]{1,4}$/.test(value)) continue
    // The first page by its number is the page without one.
    number = Number(value) > 1 ? Number(value) : null
    url.searchParams.delete(name)
  }
  const name = NUMBERED_NAME.exec(url.pathname)?.groups
  if (number === null && name?.number !== undefined) {
    number = Number(name.number)
    url.pathname = `${name.stem}${name.extension}`
  }
  const folder = NUMBERED_FOLDER.exec(url.pathname)?.groups
  if (number === null && folder !== undefined) {
    number = Number(folder.number)
    url.pathname = folder.stem!
  }
  const path = url.pathname.replace(/\/index\.\w{2,5}$/, '/')
  return { list: `${url.host}${path}?${url.searchParams}`, number }
}
