import type { Markup } from '../pages/markup.ts'
import { FETCHES } from './fetches.ts'
import type { ListPage } from './list-system.ts'

/** Scripts that may fetch the rows: those of other files may, whatever they hold. */
const MAY_FETCH = new RegExp(`<script\\b[^>]{1,1000}\\bsrc\\s{0,3}=|${FETCHES.source}`, 'i')
const WORDS =
  '暂无(?:相关)?(?:信息|内容|数据|记录|文章|文件)|没有(?:找到)?(?:相关|符合条件的)?(?:信息|内容|数据|记录)|共\\s{0,3}0\\s{0,3}条'
const SAYS_EMPTY = new RegExp(WORDS)
const HIDDEN = 'display\\s{0,3}:\\s{0,3}none|hidden|hide|d-none|v-if|v-else|v-show|ng-if|ng-show|x-show'
/** Words in an element that a script shows if it finds nothing. */
const SHOWN_LATER = new RegExp(
  `<[a-z][^<>]{0,300}?\\b(?:${HIDDEN})\\b[^<>]{0,300}>(?:(?!</(?:div|p|ul|li|section)>)[^]){0,300}?(?:${WORDS})`,
  'i',
)
/** The place of the rows, without any. */
const EMPTY_LIST = /<(ul|ol|tbody)\b[^<>]{0,300}>\s{0,50}<\/\1>/i

/** Whether the words of a page say so, wherever they stand. */
export function namesEmpty({ text }: Pick<Markup, 'text'>): boolean {
  return SAYS_EMPTY.test(text)
}

export function mayFetch(html: string): boolean {
  return MAY_FETCH.test(html)
}

/**
 * Whether a page without rows says that its list has none. The words stand on many pages before their scripts have run: hidden, or
 * beside the place that these fill.
 */
export function saysEmpty({ text: html, markup, number }: ListPage): boolean {
  if (!namesEmpty(markup)) return false
  const isFilledLater = number === 1 && EMPTY_LIST.test(html)
  return !mayFetch(html) || !(isFilledLater || SHOWN_LATER.test(html))
}
