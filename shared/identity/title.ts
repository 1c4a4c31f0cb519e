import { type Line, squeeze } from '../structure/lines.ts'
import { isLabelled } from '../structure/page-labels.ts'
import {
  COLUMN_NAME,
  ISSUER_LINE,
  isFileName,
  REPORT_TITLE,
  TITLE_TAIL,
  TOWNSHIP_LINE,
} from '../structure/title-words.ts'

/** A title broken by layout stands on at most this many lines. */
const MAX_LINES = 3
/** From this length on a line that ends like a title is one, not the rest of the line above. */
const WHOLE_LENGTH = 12
const BEGINS_TITLE = /法治|依法|关于|20\d\d年|二[〇○零]..年/
const BEGINS_WITHOUT_ISSUER = /^(?:关于|20\d\d年|二[〇○零]..年)/

/**
 * The report's title among the lines above its text: joined where layout broke it, blanks left out, and with the
 * issuer's line over it where it begins without one. Null where there is none; a column's name is none.
 * @param lines folded, in their order; `onPage` where menus stand around them; `pattern` what a title ends in
 */
export function titleAmong(lines: readonly Line[], onPage: boolean, pattern = REPORT_TITLE): string | null {
  let column: string | null = null
  for (let at = 0; at < lines.length; at++) {
    const title = titleAt(lines, at, pattern)
    if (title === null) continue
    if (!COLUMN_NAME.test(title)) return title
    column ??= title
  }
  return onPage ? null : column
}

function titleAt(lines: readonly Line[], at: number, pattern: RegExp): string | null {
  let joined = ''
  for (const [count, line] of lines.slice(at, at + MAX_LINES).entries()) {
    const words = squeeze(line.text)
    if (isLabelled(line.text) || isFileName(words)) return null
    if (count > 0 && words.length >= WHOLE_LENGTH && pattern.test(words) && !BEGINS_WITHOUT_ISSUER.test(words))
      return null
    joined += words
    if (pattern.test(joined)) return joined + tailOn(lines[at + count + 1])
    if (count === 0 && !BEGINS_TITLE.test(words) && !ISSUER_LINE.test(words) && !TOWNSHIP_LINE.test(words)) return null
  }
  return null
}

/** The rest of a title that could have ended a line earlier: …建设情况, then 报告 on the next line. */
function tailOn(line: Line | undefined): string {
  const words = line === undefined ? '' : squeeze(line.text)
  return TITLE_TAIL.test(words) ? words : ''
}
