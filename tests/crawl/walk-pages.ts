import { getOf, type ListRequest } from '../../shared/crawl/fetch/list-request.ts'
import { walkKeptList } from '../../shared/crawl/lists/walk-kept-list.ts'
import { readMarkup } from '../../shared/crawl/pages/markup.ts'
import type { Visitor } from '../../shared/crawl/visit.ts'
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
 * Walks pages that are given by path and query, those of other hosts by their whole address; no others exist. The first is the list's own.
 * @returns the walk, and the paths that were asked for
 */
export async function walk(pages: Readonly<Record<string, Served>>, maxPages = 20) {
  const { lists, hosts } = portalOf({
    hosts: ['www.portal.example', 'old.portal.example'],
    lists: [ORIGIN + Object.keys(pages)[0]!],
  })
  const asked: string[] = []
  const visit: Visitor = async (target) => {
    const { url, post } = typeof target === 'string' ? getOf(target) : target
    const path = url.split('#')[0]!.replace(ORIGIN, '')
    asked.push(path)
    const served = pages[path]
    const made = typeof served === 'function' ? served(post?.body ?? '') : served
    if (made === undefined || made === null)
      return { kind: 'problem', problem: { code: 'not_found', detail: 'the server answers 404' } }
    const { html, ...headers } = typeof made === 'string' ? { html: made } : made
    const body = new TextEncoder().encode(html)
    const page = { url: url.split('#')[0]!, body, contentType: 'text/html', validators: NO_VALIDATORS }
    return { kind: 'page', page: { ...page, nextPage: null, sendsTo: null, ...headers } }
  }
  const nothingKept = { rows: [], keep: async () => {} }
  return { ...(await walkKeptList(lists[0]!, { id: 'portal', maxPages, hosts }, visit, nothingKept)), asked }
}

const NO_VALIDATORS = { etag: null, lastModified: null, answeredAt: null }
