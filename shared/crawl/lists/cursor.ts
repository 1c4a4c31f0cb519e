import { getOf, jsonPost, type ListRequest } from '../fetch/list-request.ts'
import { resolveHref } from '../pages/links.ts'
import { parseJson } from './next-request.ts'

/** What answers call the place at which their service goes on. */
const IN_ANSWER =
  /^(?:next|next_?(?:cursor|token|page_?token|id|key|url|link)|cursor|end_?cursor|after|scroll_?id|last_?id|continuation(?:_?token)?)$/i
const IN_REQUEST = /cursor|token|after|scroll_?id|last_?id|since|continu|^next/i

/** `end`: the answer says that nothing follows. Null: it says nothing of that, or the request has no place for it. */
export function nextByCursor(request: ListRequest, answer: unknown): ListRequest | 'end' | null {
  const found = cursorIn(answer, 0)
  if (found === undefined) return null
  if (found === '') return 'end'
  if (/^(?:https?:\/\/|\/|\?)/.test(found)) {
    const address = resolveHref(found, request.url)
    return address === null ? null : getOf(address)
  }
  const url = new URL(request.url)
  for (const name of url.searchParams.keys()) {
    if (!IN_REQUEST.test(name)) continue
    url.searchParams.set(name, found)
    return { ...request, url: url.href }
  }
  const body = request.post?.type === 'application/json' ? parseJson(request.post.body) : null
  if (typeof body !== 'object' || body === null) return null
  const field = Object.keys(body).find((name) => IN_REQUEST.test(name))
  return field === undefined ? null : { ...request, post: jsonPost({ ...body, [field]: found }) }
}

/** Empty if the answer has a place for the cursor and nothing in it. */
function cursorIn(value: unknown, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 2) return undefined
  for (const [name, one] of Object.entries(value)) {
    if (!IN_ANSWER.test(name)) continue
    if (one === null || one === false || one === '') return ''
    if (typeof one === 'string' || typeof one === 'number') return String(one)
  }
  return Object.values(value)
    .map((one) => cursorIn(one, depth + 1))
    .find((found) => found !== undefined)
}
