/** Browsers send no longer address than this. */
const MAX_LENGTH = 4096

/**
 * What a request says of the page that led to it, as browsers do unless a page wants otherwise (`strict-origin-when-cross-origin`):
 * that page's address, elsewhere only its origin, and nothing on the way from https to http.
 */
export function referrerOf(page: string, target: string): string | null {
  const [from, to] = [new URL(page), new URL(target)]
  if (from.protocol === 'https:' && to.protocol === 'http:') return null
  const whole = `${from.origin}${from.pathname}${from.search}`
  return from.origin === to.origin && whole.length <= MAX_LENGTH ? whole : `${from.origin}/`
}
