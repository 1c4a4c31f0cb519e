/**
 * An address with a parameter of its query set. The others stay as they are written: they may be encoded in the charset of the site,
 * which `URLSearchParams` would replace.
 */
export function withParameter(address: string, name: string, value: string): string {
  const url = new URL(address)
  const pairs = url.search.slice(1).split('&').filter(Boolean)
  const at = pairs.findIndex((pair) => new URLSearchParams(pair).has(name))
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`
  url.search = (at < 0 ? [...pairs, pair] : pairs.with(at, pair)).join('&')
  return url.href
}
