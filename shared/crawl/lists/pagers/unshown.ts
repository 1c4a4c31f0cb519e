import type { Gap } from '../../pages/around-rows.ts'
import type { Controls } from '../../pages/controls.ts'
import { resolveHref } from '../../pages/links.ts'
import type { RowGroup } from '../items.ts'
import type { ListItem } from '../list-reading.ts'
import { unexplainedAround } from './unexplained.ts'
import { unknownCall } from './unknown-calls.ts'
import { pagerWordOf } from './words.ts'

/** Numbers of rows that content systems show on one page. Lists of any other length seldom are cut there. */
const PAGE_SIZES = new Set([10, 12, 15, 18, 20, 24, 25, 30, 35, 36, 40, 45, 50, 60, 75, 80, 90, 100])
/** Files of scripts that draw pagers or fetch more rows. */
const PAGER_FILE =
  /(?:^|[/_.-])(?:pg|pager?|paging|pagination|paginator|jqpaginator|laypage|fenye|fanye|dropload|mescroll|jscroll|infinite[\w-]{0,20}|load-?more|(?:jquery[.-]?)?(?:simple)?-?pag(?:e|ing|inat)\w{0,10})(?:[._-][\w.-]{0,30})?\.js\b/i

export interface ShownRows {
  /** Rows by their links, in the order of the page. */
  readonly linked: readonly ListItem[]
  readonly groups: readonly RowGroup[]
  readonly gaps: readonly Gap[]
  /** Its inline scripts. */
  readonly scripts: string
  readonly hasScripts: boolean
  readonly base: string
  readonly url: string
}

/**
 * A sign that a page without a pager has more rows than it shows: something in a pager's place or behind the rows that is not explained,
 * a script for pagers, a call with counts, or as many rows as pages usually have. Null if there is none. Without scripts nothing but
 * a link can lead to more rows.
 */
export function signOfMoreRows(controls: Controls, shown: ShownRows): string | null {
  const { scripts, base, url, hasScripts, gaps } = shown
  const { scriptSources } = controls
  const seen = unexplainedLink(controls, shown) ?? unexplainedAround(gaps, { base, url, scripts, hasScripts })
  if (seen !== null || !hasScripts) return seen
  const file = scriptSources.find((source) => PAGER_FILE.test(source))
  if (file !== undefined) return `a script for pagers: ${file.slice(0, 80)}`
  const call = unknownCall(scripts, scripts, 2)
  if (call !== null) return `a call with counts: ${call}`
  const full = shown.groups.find(({ size, unit }) => unit !== null && size % unit === 0 && PAGE_SIZES.has(size))
  return full === undefined ? null : `${full.size} rows without a pager, as many as pages usually have`
}

/** A control of a pager that leads somewhere, and neither to a row nor to this page or one before it. */
function unexplainedLink({ controls }: Controls, { linked, base, url }: ShownRows): string | null {
  const rows = new Set(linked.map((row) => row.url))
  for (const { isInPager, isDisabled, tag, text, hint, href, handler, dataAddress } of controls) {
    if (!isInPager || isDisabled || (tag !== 'a' && tag !== 'button')) continue
    const address = dataAddress ?? href
    const target = address === null ? null : resolveHref(address, base)
    if (target === null ? handler === null : target === url || rows.has(target)) continue
    const word = pagerWordOf({ text, hint })
    if (word === 'previous' || /^(?:首页|第一页|first|[01])$/i.test(text)) continue
    return `a link of a pager that is not understood: ${(text || hint).slice(0, 30)}`
  }
  return null
}
