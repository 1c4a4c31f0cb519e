import { load } from 'cheerio/slim'
import { findBody } from '../../formats/html/body.ts'
import { keepSeen } from '../../formats/html/seen.ts'
import { parseHtml } from '../../formats/html/tree.ts'
import { weigh } from '../../formats/html/weigh.ts'
import { baseOf, resolveHref } from '../pages/links.ts'
import { readMarkup } from '../pages/markup.ts'
import { readTrsPager, trsPages } from '../pages/trs-pager.ts'

/** Reports have up to a dozen pages. A pager with more belongs to something else. */
const MAX_PARTS = 30
/** Makes the joined page UTF-8, whichever encoding its parts declare. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The further pages of an article that is split over several: `NAME_1.shtml` … beside `NAME.shtml`, by the page's own
 * links or its pager call. Other articles have other names and are never parts.
 */
export function partsOf(html: string, pageUrl: string): string[] {
  const markup = readMarkup(html)
  const here = new URL(pageUrl)
  const { stem, extension } = /^(?<stem>.*?)\.(?<extension>s?html?|jsp)$/.exec(here.pathname)?.groups ?? {}
  if (stem === undefined || extension === undefined) return []
  const numberOf = (url: string) => {
    const { host, pathname } = new URL(url)
    if (host !== here.host || !pathname.startsWith(`${stem}_`) || !pathname.endsWith(`.${extension}`)) return null
    const number = pathname.slice(stem.length + 1, -extension.length - 1)
    return /^[0-9]{1,2}$/.test(number) ? Number(number) : null
  }
  const pager = readTrsPager(markup.scripts, pageUrl)
  const isOwn = pager !== null && stem.endsWith(`/${pager.stem}`)
  const base = baseOf(markup, pageUrl)
  const named = isOwn ? trsPages(pager, pageUrl).fromZero : markup.anchors.map(({ href }) => resolveHref(href, base))
  const parts = new Set(named.filter((url) => url !== null).filter((url) => numberOf(url) !== null))
  return [...parts].sort((a, b) => numberOf(a)! - numberOf(b)!).slice(0, MAX_PARTS)
}

/**
 * One page with the whole article: the first page as it is, followed by the body of each further part.
 * @param pages decoded, in order
 * @throws {RefusalError} `too_complex` if a part is nested deeper or has more elements than the limits allow
 */
export async function joinParts(pages: readonly string[]): Promise<string> {
  const [first, ...rest] = await Promise.all(
    pages.map(async (html) => {
      const root = parseHtml(html)
      await keepSeen(root)
      return { root, body: findBody(root, weigh(root)) }
    }),
  )
  const $ = load(first!.root)
  const end = first!.body.at(-1)
  if (end === undefined) return pages[0]!
  for (const { root, body } of rest) $(end).append(load(root).html([...body]))
  return BYTE_ORDER_MARK + $.html()
}
