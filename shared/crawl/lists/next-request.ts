import { jsonPost, type ListRequest } from '../fetch/list-request.ts'
import { withParameter } from '../pages/with-parameter.ts'

/** What services call the number of a page. */
const PAGE =
  /^(?:_?page|paged|(?:cur(?:r|rent)?_?)?page_?(?:no|num|number|index)|cur(?:r|rent)?(?:_?page)?|page_?(?:cur(?:rent)?|now)|now_?page|p|pn)$/i
/** `/ajax_list-2.html`, `/list/page/2`. */
const NUMBERED_PATH = /^(?<before>.*(?:[_-]|\/page\/))(?<number>[0-9]{1,4})(?<after>\/?|\.\w{2,5})$/

/**
 * The same request for the next page, if the request has the number of one: in its query, its form or its JSON body, or in a
 * parameter that is JSON itself. Null if it has none.
 */
export function nextRequest(request: ListRequest): ListRequest | null {
  return renumbered(request, (number) => number + 1)
}

/** The same request for the page before. Null if it has no number, or that of a first page. */
export function previousRequest(request: ListRequest): ListRequest | null {
  return (pageNumberOf(request) ?? 0) < 1 ? null : renumbered(request, (number) => number - 1)
}

/**
 * The same request for the next page by the number at the end of its path. Any number may stand there, so it must be the place of the
 * page in its list, from 1 or from 0.
 */
export function nextByPath({ url, post }: ListRequest, place: number): ListRequest | null {
  const next = withPathNumber(url, place, (number) => String(number + 1))
  return next === null ? null : { url: next, post }
}

function withPathNumber(url: string, place: number, change: (number: number) => string): string | null {
  const changed = new URL(url)
  const { before, number, after } = NUMBERED_PATH.exec(changed.pathname)?.groups ?? {}
  if (number === undefined || (Number(number) !== place && Number(number) !== place - 1)) return null
  changed.pathname = `${before}${change(Number(number))}${after}`
  return changed.href
}

/** Whether services call the number of a page so. */
export function isPageName(name: string): boolean {
  return PAGE.test(name)
}

/** The number of the page that a request asks for. Null if it has none. */
export function pageNumberOf(request: ListRequest): number | null {
  let found: number | null = null
  renumbered(request, (number) => {
    found = number
    return number
  })
  return found
}

/**
 * The request without the number of its page: pages of one series count together.
 * @param place of the page in its list
 */
export function seriesOf(request: ListRequest, place: number): string {
  const isByPath = pageNumberOf(request) === null
  const url = new URL((isByPath ? withPathNumber(request.url, place, () => '') : null) ?? request.url)
  for (const name of [...url.searchParams.keys()]) {
    if (PAGE.test(name) || parseJson(url.searchParams.get(name)!) instanceof Object) url.searchParams.delete(name)
  }
  return url.href
}

type Change = (number: number) => number

function renumbered({ url, post }: ListRequest, change: Change): ListRequest | null {
  if (post?.type === 'application/json') {
    const body = changedIn(parseJson(post.body), change)
    if (body !== null) return { url, post: jsonPost(body) }
  } else if (post !== null) {
    const fields = new URLSearchParams(post.body)
    const changed = changedOf(fields, change)
    if (changed !== null) {
      fields.set(...changed)
      return { url, post: { ...post, body: fields.toString() } }
    }
  }
  const changed = changedOf(new URL(url).searchParams, change)
  return changed === null ? null : { url: withParameter(url, ...changed), post }
}

/** The parameter with the number of the page, changed. Null if there is none. */
function changedOf(parameters: URLSearchParams, change: Change): [name: string, value: string] | null {
  for (const [name, value] of parameters) {
    if (PAGE.test(name) && /^[0-9]{1,6}$/.test(value)) return [name, String(change(Number(value)))]
    const nested = value.startsWith('{') ? changedIn(parseJson(value), change) : null
    if (nested !== null) return [name, JSON.stringify(nested)]
  }
  return null
}

/** A JSON body with the number of its page changed, at its top or one level below. */
function changedIn(body: unknown, change: Change): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null
  for (const [name, value] of Object.entries(body)) {
    if (PAGE.test(name) && /^[0-9]{1,6}$/.test(String(value))) {
      const changed = change(Number(value))
      return { ...body, [name]: typeof value === 'string' ? String(changed) : changed }
    }
  }
  for (const [name, value] of Object.entries(body)) {
    const nested = changedIn(value, change)
    if (nested !== null) return { ...body, [name]: nested }
  }
  return null
}

/** A JSON text, or one in a call as JSONP has it. Undefined if it is neither. */
export function parseJson(text: string): unknown {
  const bare = text.trim().replace(/^\uFEFF/, '')
  const inner = /^[\w$.]{1,100}\s{0,3}\(([\s\S]*)\)\s{0,3};?$/.exec(bare)?.[1] ?? bare
  if (!/^[[{]/.test(inner)) return undefined
  try {
    return JSON.parse(inner)
  } catch {
    // Not an answer of a service. The caller reads the text as what it is.
    return undefined
  }
}
