import { fold, squeezed } from '../../../text/fold.ts'
import type { Control } from '../../pages/controls.ts'

const NEXT =
  /^.{0,3}(?:下一?[页頁屏]|(?<!最)[后後]一?[页頁]).{0,4}$|^下一[组批]$|^[下后後][0-9]{1,3}[条篇]$|^(?:往后翻?|[向往][后下右]|[下后]翻|next(?: ?page)?|[>›»→▶►❯⟩⇨⏭〉]{1,2})[>›»→▶►❯⟩]{0,2}$/i
/** Lists of blogs, and those that are turned towards the past. */
const OLDER = /^[<‹«←]{0,2}(?:[较更][早旧]|older)的?(?:文章|信息|内容|记录|帖子|posts?|entries)?[>›»→]{0,2}$/i
const PREVIOUS = /^.{0,3}(?:上一?[页頁]|前一[页頁]).{0,2}$|^prev(?:ious)?(?: ?page)?$/i
const LAST = /^(?:尾页|末页|最后|最后一?页|最末页|尾頁|末頁|last(?: ?page)?|[>›»]\|)[>›»]{0,2}$/i
/** Of a list that grows. A bare 更多 leads to another column, or shares the page. */
const MORE =
  /^(?:点击|查看|加载|显示|展开|浏览|上拉|下拉|拉取){1,2}(?:更多|全部)(?:信息|内容|数据|文章)?[.…>›»+]{0,3}$|^(?:load|show)more$|^[上下]拉加载.{0,6}$|^(?:点[击我]|继续)加载$/i
const NEXT_PICTURE =
  /\b(?:next|xiayiye|xyy|down_?page|page_?down|pagenext|nextpage)[\w-]{0,10}\.(?:gif|png|jpe?g|svg|webp)$/i

/** A number that counts the rows: `<a title="总数">18</a>`. */
const TOTAL = /^(?:总|记录|total\b|records?\b|共[0-9\s]{0,8}[条项页])/i

/** What a control of a pager is: to the next page, the one before, the last, one by its number, or to more rows below. */
export type PagerWord = 'next' | 'previous' | 'last' | 'number' | 'more'

/** What the words of a control say. Null if it belongs to no pager. */
export function pagerWordOf({ text, hint }: Pick<Control, 'text' | 'hint'>): PagerWord | null {
  const words = [text, hint, ...hint.split(' ')].map(squeezed)
  const says = (pattern: RegExp) => words.some((one) => one.length <= 20 && pattern.test(one))
  if (says(NEXT) || says(OLDER) || NEXT_PICTURE.test(hint.trim())) return 'next'
  if (says(PREVIOUS)) return 'previous'
  if (says(LAST)) return 'last'
  if (says(MORE)) return 'more'
  return numberOf(text) === null || TOTAL.test(hint.trim()) ? null : 'number'
}

/** The page that a control names: 2, [2], -2-, 第2页, 第二页, ②, P2. */
export function numberOf(text: string): number | null {
  const words = fold(text).trim()
  const number = /^[[(-]?\s?(?:第|p|page)?\s?([0-9]{1,4})\s?页?\s?[\])-]?$/i.exec(words)?.[1]
  if (number !== undefined) return Number(number)
  const one = /^第?([二三四五六七八九])页$|^([②-⑨])$/.exec(words)
  return one === null
    ? null
    : '〇一二三四五六七八九'.indexOf(one[1] ?? '') + 1 || one[2]!.charCodeAt(0) - '①'.charCodeAt(0) + 1
}
