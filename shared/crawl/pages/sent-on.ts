import type { Controls } from './controls.ts'
import { resolveHref } from './links.ts'
import { collapse, type Markup } from './markup.ts'

/** A page that only sends its visitor on has less visible text than this. */
const MAX_TEXT = 200
const SCRIPT =
  /(?:\blocation(?:\.href)?\s{0,5}=(?!=)|\blocation\.(?:replace|assign)\s{0,5}\()\s{0,5}(["'])([^"'\s]{1,800})\1\s{0,5}(?:\)|;|$|\n|<)/
/** A script that looks at the browser first is a challenge, which is not worked around. */
const EXAMINES = /document\.cookie|\beval\s{0,3}\(|navigator\.|challenge|acw_sc|__jsl|\$_ts|\batob\s{0,3}\(/

/**
 * Where a page without content of its own sends every visitor: `meta refresh`, or a script with nothing but an address. Only on
 * the same host. Null if it sends nobody on.
 */
export function sentOn(markup: Markup, { refresh, scriptSources }: Controls, pageUrl: string): string | null {
  if (collapse(markup.text).length >= MAX_TEXT) return null
  const isExamined = EXAMINES.test(markup.scripts) || scriptSources.length > 0
  const scripted = isExamined ? undefined : SCRIPT.exec(markup.scripts)?.[2]
  const target = refresh ?? scripted
  const url = target === undefined || target === null ? null : resolveHref(target, pageUrl)
  return url === null || url === pageUrl || new URL(url).host !== new URL(pageUrl).host ? null : url
}
