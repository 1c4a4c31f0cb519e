import { getOf, type ListRequest } from '../../shared/crawl/fetch/list-request.ts'
import type { ListReading } from '../../shared/crawl/lists/list-reading.ts'
import { readList } from '../../shared/crawl/lists/read-list.ts'
import type { SystemChoice } from '../../shared/crawl/lists/systems.ts'
import { type ListWalk, walkList } from '../../shared/crawl/lists/walk-list.ts'
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
  fragment: '',
})

/** A page as text, or made from the body of a POST request; null if that body gets none. */
export type Served = string | ((body: string) => string | null)

/** Walks pages that are given by path and query; no others exist. The first is the list's own. */
export async function walk(pages: Readonly<Record<string, Served>>, maxPages = 20): Promise<ListWalk> {
  const { lists } = portalOf({ hosts: ['www.portal.example'], lists: [ORIGIN + Object.keys(pages)[0]!] })
  let system: SystemChoice = 'auto'
  return walkList(
    lists[0]!,
    maxPages,
    async (request, number): Promise<ListReading | { code: 'not_found'; detail: string }> => {
      const served = pages[request.url.slice(ORIGIN.length)]
      const text = typeof served === 'function' ? served(request.post?.body ?? '') : served
      if (text === undefined || text === null) return { code: 'not_found', detail: 'the server answers 404' }
      const reading = readList(system, opened(request.url, text, number, request))
      system = reading.system
      return reading
    },
  )
}
