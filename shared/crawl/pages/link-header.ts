/** One link of a `Link` header (RFC 8288): its target, and its parameters. */
const LINK = /<([^<>]{1,2000})>([^<]{0,500})/g
const IS_NEXT = /;\s{0,5}rel\s{0,5}=\s{0,5}(?:"(?:[^"]{0,100}\s)?next(?:\s[^"]{0,100})?"|next(?=[\s;,]|$))/i

/** The next page of a list by an answer's `Link` header, as written there. Null if it names none. */
export function nextInLinkHeader(header: string): string | null {
  for (const [, target, parameters] of header.matchAll(LINK)) if (IS_NEXT.test(parameters!)) return target!
  return null
}
