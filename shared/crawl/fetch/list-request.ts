import { createHash } from 'node:crypto'

/** A body that a request carries: what the page's own form or script would send. */
export interface Post {
  readonly type: string
  readonly body: string
}

/** A request for one page of a list. */
export interface ListRequest {
  readonly url: string
  /** Null for GET. */
  readonly post: Post | null
}

export function getOf(url: string): ListRequest {
  return { url, post: null }
}

/** Name/value pairs as a form sends them. */
export function formPost(fields: Iterable<readonly [string, string]>): Post {
  const pairs = [...fields].map(([name, value]): [string, string] => [name, value])
  const body = new URLSearchParams(pairs).toString()
  return { type: 'application/x-www-form-urlencoded', body }
}

export function jsonPost(value: unknown): Post {
  return { type: 'application/json', body: JSON.stringify(value) }
}

/**
 * What a page of a list is kept under: its address without the fragment, which no request carries, and its body. Parameters in another
 * order ask for the same page.
 */
export function requestKey({ url, post }: ListRequest): string {
  const [address, query] = url.split('#')[0]!.split(/\?(.*)/s)
  const bare = query === undefined ? address! : `${address}?${sortedByName(query)}`
  if (post === null) return bare
  return `${bare}#post-${createHash('sha256').update(`${post.type}\n${post.body}`).digest('hex').slice(0, 16)}`
}

function sortedByName(query: string): string {
  const nameOf = (parameter: string) => parameter.split('=')[0]!
  return query
    .split('&')
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : Number(nameOf(a) > nameOf(b))))
    .join('&')
}
