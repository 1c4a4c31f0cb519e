import type { Markup } from './markup.ts'
import { withEncodedQuery } from './query-charset.ts'

/**
 * An absolute http or https URL without its fragment, null for anything else.
 * @param charset of the page, in which the query is sent
 */
export function resolveHref(href: string, base: string, charset = 'utf-8'): string | null {
  if (!URL.canParse(href, base) || href.startsWith('#')) return null
  const url = new URL(withEncodedQuery(href, charset), base)
  url.hash = ''
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}

/** The URL that the links of a page are relative to: its `<base>`, else its own. */
export function baseOf(markup: Markup, pageUrl: string): string {
  return (markup.baseHref === null ? null : resolveHref(markup.baseHref, pageUrl)) ?? pageUrl
}

/** Whether what stands as an address leads anywhere: it is neither empty nor a place in the page nor a script. */
export function isAddress(href: string | null): href is string {
  return href !== null && href !== '' && !/^(?:#|javascript:)/i.test(href)
}
