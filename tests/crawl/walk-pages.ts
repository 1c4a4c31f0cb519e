import { getOf, type ListRequest } from '../../shared/crawl/fetch/list-request.ts'
import { readPage } from '../../shared/crawl/lists/read-page.ts'
import type { SystemChoice } from '../../shared/crawl/lists/system-names.ts'
import { type OpenListPage, walkList } from '../../shared/crawl/lists/walk-list.ts'
import { readMarkup } from '../../shared/crawl/pages/markup.ts'
import { portalOf } from './crawl.ts'

export const ORIGIN = 'http://www.portal.example'

/** A page of a portal around its list. */
export const framed = (content: string) => `<html><head><title>法治政府建设-云溪县人民政府</title></head><body>
<ul class="nav"><li><a href="/">网站首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul>
<div>今天是2026年1月3日</div>${content}<div class="foot"><a href="/wzdt.html">网站地图导航</a></div></body></html>`

/** A page of a list as a walk opens it. */
export const opened = (url: string, text: string, number = 1, request: ListRequest = getOf(url)) => ({
  request,
  url,
  text,
  markup: readMarkup(text),
  number,
  nextPage: null,
  fragment: '',
})

/** A page as text, with what its headers say, or made from the body of a POST request; null if that body gets none. */
export type Served = Answer | ((body: string) => string | null)

type Answer = string | { readonly html: string; readonly nextPage?: string; readonly sendsTo?: string }

/**
 * Walks pages that are given by path and query; no others exist. The first is the list's own.
 * @returns the walk, and the paths that were asked for
 */
export async function walk(pages: Readonly<Record<string, Served>>, maxPages = 20) {
  const { lists } = portalOf({ hosts: ['www.portal.example'], lists: [ORIGIN + Object.keys(pages)[0]!] })
  let system: SystemChoice = 'auto'
  const asked: string[] = []
  const open: OpenListPage = async (request, number) => {
    const path = request.url.split('#')[0]!.slice(ORIGIN.length)
    asked.push(path)
    const served = pages[path]
    const made = typeof served === 'function' ? served(request.post?.body ?? '') : served
    if (made === undefined || made === null) return { code: 'not_found', detail: 'the server answers 404' }
    const { html: text, ...headers } = typeof made === 'string' ? { html: made } : made
    const { nextPage, sendsTo } = { nextPage: null, sendsTo: null, ...headers }
    const body = new TextEncoder().encode(text)
    const reading = readPage(
      system,
      { url: request.url.split('#')[0]!, body, nextPage, sendsTo },
      { request, number, fragment: '' },
    )
    if ('system' in reading && reading.system !== 'generic' && reading.system !== 'recipe') system = reading.system
    return reading
  }
  return { ...(await walkList(getOf(lists[0]!.url), maxPages, open)), asked }
}
