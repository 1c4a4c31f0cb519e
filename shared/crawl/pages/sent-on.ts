import type { Controls } from './controls.ts'
import { resolveHref } from './links.ts'
import { collapse, type Markup } from './markup.ts'

/** A page that only sends its visitor on has less visible text than this. */
const MAX_TEXT = 200
const SCRIPT =
  /(?:\blocation(?:\.href)?\s{0,5}=(?!=)|\blocation\.(?:replace|assign)\s{0,5}\()\s{0,5}(["'])([^"'\s]{1,800})\1\s{0,5}(?:["')]|;|$|\n|<)/
/** A script that looks at the browser first is a challenge, which is not worked around. */
const EXAMINES = /document\.cookie|\beval\s{0,3}\(|navigator\.|challenge|acw_sc|__jsl|\$_ts|\batob\s{0,3}\(/
/** Words beside the link that a visitor is to follow: 如果没有跳转，请点击这里. */
const SAYS_SO = /跳转|自动(?:转|进入)|没有(?:自动)?(?:转|进入)|页面已(?:迁移|移至|搬)|栏目已(?:迁移|移至|调整)/

/** What a page and its answer say of where it sends its visitors. */
export interface SendingPage {
  readonly url: string
  /** Address of the answer's `Refresh` header, as written; null without. */
  readonly sendsTo: string | null
}

/**
 * Where a page without content of its own sends every visitor: the header `Refresh`, `meta refresh`, a script with nothing but an
 * address, or its one link if it says so. Only on the same host. Null if it sends nobody on.
 */
export function sentOn(markup: Markup, controls: Controls, { url: pageUrl, sendsTo }: SendingPage): string | null {
  const text = collapse(markup.text)
  if (text.length >= MAX_TEXT) return null
  const { refresh, scriptSources } = controls
  const examines = EXAMINES.test(markup.scripts)
  const scripted = examines || scriptSources.length > 0 ? undefined : SCRIPT.exec(markup.scripts)?.[2]
  const target = sendsTo ?? refresh ?? scripted ?? (SAYS_SO.test(text) && !examines ? onlyLink(markup) : null)
  const url = target === null ? null : resolveHref(target, pageUrl)
  return url === null || url === pageUrl || new URL(url).host !== new URL(pageUrl).host ? null : url
}

function onlyLink({ anchors }: Markup): string | null {
  const [only, ...others] = new Set(anchors.map(({ href }) => href))
  return only !== undefined && others.length === 0 ? only : null
}
