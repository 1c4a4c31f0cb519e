import type { Controls } from '../../pages/controls.ts'
import { FETCHES } from '../fetches.ts'

/** Classes and IDs of elements that scripts fill with a pager. */
const PLACEHOLDER =
  /(?:^|[\s_-])(?:pag(?:e|er|es|ing|ination|inator|ebar|enav|elist|enum|ebox|ediv|ecode|econtent|einfo)?s?[\w-]{0,12}|\w{0,12}pag(?:er|ing|ination|ebar)|(?:ui-)?pg(?:bar|box|list|nav)?|fenye\w{0,8}|fanye\w{0,8}|load-?more|infinite[\w-]{0,12})(?:$|\s)/i
/** Calls and settings that draw a pager or fetch more rows. */
const SCRIPT =
  /(?<!function\s{1,3})\b(?:\w{1,20}\.)?(?:createPage\w{0,10}|pagination|paginate|paginator|jqPaginator|laypage|pageBar|createPager|infiniteScroll|loadMore|scrollLoad|dropload|mescroll)\b[\w.]{0,20}\s{0,5}\(/i
/** Scripts that write the words of a pager, or that fetch pages by their number, or rows as the visitor scrolls. */
const WRITES = /["'`][^"'`\n]{0,200}(?:下一?页|尾页|末页)/
const BY_NUMBER =
  /\b(?:page_?no|page_?num|page_?index|page_?size|cur(?:rent)?_?page)\b|\bonscroll\b|\.scroll\s{0,3}\(|IntersectionObserver/i
/** Classes of controls without words. Those of sliders are others. */
const NEXT_MARK = /(?:page[rs]?|pagination|layui-laypage)[-_]?next|next[-_]?page/i
/** 到第 [ ] 页, 跳转. */
const JUMP = /(?:到|转到?|跳至?|跳转到?)\s{0,5}第?\s{0,5}(?:_{0,5}\s{0,5})?页/

/**
 * A sign of further pages on a page whose pager, if it has one, led nowhere: a place that a script is to fill, a call that
 * draws pages, a field for a page number. Null if there is none.
 */
export function signOfPager(
  { controls, empties, scriptSources }: Controls,
  scripts: string,
  text: string,
): string | null {
  // Nothing but a script fills an element.
  const isFilled = scriptSources.length > 0 || scripts.trim() !== ''
  const placeholder = (isFilled ? empties : []).find((marks) => PLACEHOLDER.test(marks))
  if (placeholder !== undefined) return `an empty element for a pager: ${placeholder.slice(0, 60)}`
  const bare = controls.find(({ text, marks }) => text === '' && NEXT_MARK.test(marks))
  if (bare !== undefined) return `a control without words: ${bare.marks.slice(0, 60)}`
  if (WRITES.test(scripts)) return 'a script that writes a pager'
  if (FETCHES.test(scripts) && BY_NUMBER.test(scripts)) return 'a script that fetches pages'
  const call = SCRIPT.exec(scripts)?.[0]
  if (call !== undefined) return `a script that turns pages: ${call.slice(0, 60)}`
  return JUMP.test(text) ? 'a field for the number of a page' : null
}
