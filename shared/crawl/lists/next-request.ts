import { jsonPost, type ListRequest } from '../fetch/list-request.ts'

/** What services call the number of a page. */
const PAGE = /^(?:_?page|page_?(?:no|num|number|index)|cur(?:r|rent)?_?page|page_?cur(?:rent)?|p|pn|page_?id)$/i

/**
 * The same request for the next page, if the request has the number of one: in its query, its form or its JSON body, or in a
 * parameter that is JSON itself. Null if it has none.
 */
export function nextRequest({ url, post }: ListRequest): ListRequest | null {
  if (post?.type === 'application/json') {
    const body = nextIn(parseJson(post.body))
    if (body !== null) return { url, post: jsonPost(body) }
  } else if (post !== null) {
    const fields = new URLSearchParams(post.body)
    if (raise(fields)) return { url, post: { ...post, body: fields.toString() } }
  }
  const next = new URL(url)
  return raise(next.searchParams) ? { url: next.href, post } : null
}

/** Whether services call the number of a page so. */
export function isPageName(name: string): boolean {
  return PAGE.test(name)
}

/** The number of the page that a request asks for. Null if it has none. */
export function pageNumberOf(request: ListRequest): number | null {
  const next = nextRequest(request)
  if (next === null) return null
  const numbers = `${next.url}\n${next.post?.body ?? ''}`.match(/[0-9]+/g) ?? []
  const before = `${request.url}\n${request.post?.body ?? ''}`.match(/[0-9]+/g) ?? []
  const raised = numbers.find((number, at) => number !== before[at])
  return raised === undefined ? null : Number(raised) - 1
}

/** The request without the number of its page: pages of one series count together. */
export function seriesOf(request: ListRequest): string {
  const url = new URL(request.url)
  for (const name of [...url.searchParams.keys()]) {
    if (PAGE.test(name) || parseJson(url.searchParams.get(name)!) instanceof Object) url.searchParams.delete(name)
  }
  return url.href
}

function raise(parameters: URLSearchParams): boolean {
  for (const [name, value] of parameters) {
    if (PAGE.test(name) && /^[0-9]{1,6}$/.test(value)) {
      parameters.set(name, String(Number(value) + 1))
      return true
    }
    const nested = value.startsWith('{') ? nextIn(parseJson(value)) : null
    if (nested === null) continue
    parameters.set(name, JSON.stringify(nested))
    return true
  }
  return false
}

/** A JSON body with the number of its page raised, at its top or one level below. */
function nextIn(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null
  for (const [name, value] of Object.entries(body)) {
    if (PAGE.test(name) && /^[0-9]{1,6}$/.test(String(value))) {
      const next = Number(value) + 1
      return { ...body, [name]: typeof value === 'string' ? String(next) : next }
    }
  }
  for (const [name, value] of Object.entries(body)) {
    const nested = nextIn(value)
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
