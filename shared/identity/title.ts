import {
  COLUMN_NAME,
  ISSUER_LINE,
  isFileName,
  REPORT_TITLE,
  TITLE_TAIL,
  TOWNSHIP_LINE,
} from '../structure/title-words.ts'
import { type Line, squeeze } from '../text/lines.ts'
import { isLabelled, labelledValues } from '../text/page-labels.ts'

/** A title broken by layout stands on at most this many lines. */
const MAX_LINES = 3
/** From this length on a line that ends like a title is one, not the rest of the line above. */
const WHOLE_LENGTH = 12
const BEGINS_TITLE = /法治|依法|关于|20\d\d年|二[〇○零]..年/
const BEGINS_WITHOUT_ISSUER = /^(?:关于|20\d\d年|二[〇○零]..年)/

/** What may follow a title on its own line: tools, a date, labels, the site's name. */
const AFTER_TITLE =
  /[【[(](?:字体|字号|打印|大中小)|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|(?:发布|发表|更新|公开)(?:时间|日期)|(?:信息|文章|稿件)?来源:|作者:|浏览次?数?|点击|二维码|[_|]|[-—–]{1,2}[^-—–]{2,20}(?:网|网站|平台|政府)$/
/** 【公示】《…报告》, 关于公布《…报告》: the page's words around a title. */
const IN_BOOK_MARKS = /^(?:【[^】]{1,8}】)?(?:(?:关于)?(?:公[布开示告]|发布|印发))?《([^《》]+)》$/

/**
 * The report's title among the lines above its text: joined if the layout broke it, without blanks, and with the
 * issuer's line above it if it begins without one. Null if there is none; the name of a column is not a title.
 * @param lines folded, in their order; `onPage` if there are menus around them; `pattern` what a title ends in
 */
export function titleAmong(lines: readonly Line[], onPage: boolean, pattern = REPORT_TITLE): string | null {
  let column: string | null = null
  const labelled = labelledValues(lines.map(({ text }) => text))
    .filter(({ field }) => field === 'title')
    .map(({ value }) => squeeze(value))
  for (let at = 0; at < lines.length; at++) {
    const title = titleAt(lines, at, pattern)
    if (title === null) continue
    if (!COLUMN_NAME.test(title)) return title
    column ??= title
  }
  return labelled.find((title) => pattern.test(title)) ?? (onPage ? null : column)
}

function titleAt(lines: readonly Line[], at: number, pattern: RegExp): string | null {
  let joined = ''
  for (const [count, line] of lines.slice(at, at + MAX_LINES).entries()) {
    const words = titleWords(line.text)
    if (isLabelled(line.text) || isFileName(words)) return null
    if (count > 0 && words.length >= WHOLE_LENGTH && pattern.test(words) && !BEGINS_WITHOUT_ISSUER.test(words))
      return null
    joined += words
    if (pattern.test(joined)) return joined + tailOn(lines[at + count + 1])
    if (count === 0 && !BEGINS_TITLE.test(words) && !ISSUER_LINE.test(words) && !TOWNSHIP_LINE.test(words)) return null
  }
  return null
}

/** A line's words without what follows a title on it. */
export function titleWords(line: string): string {
  const words = squeeze(line)
  const after = words.search(AFTER_TITLE)
  return (after > WHOLE_LENGTH ? words.slice(0, after) : words).replace(IN_BOOK_MARKS, '$1')
}

/** The rest of a title that could have ended a line earlier: …建设情况, then 报告 on the next line. */
function tailOn(line: Line | undefined): string {
  const words = line === undefined ? '' : squeeze(line.text)
  return TITLE_TAIL.test(words) ? words : ''
}
