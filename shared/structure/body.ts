import { type Line, linesOf, squeeze } from '../text/lines.ts'
import { isFooter } from '../text/page-boilerplate.ts'
import type { Span } from '../text/span.ts'

/** How much of a text's end is searched for the page's footer. */
const TAIL = 4000
/** A footer's line; a longer last line is text. */
const LONGEST_FOOTER = 200
const FOOTER_ON_LINE = /附件下载|主办|ICP备|打印|关闭|[上下]一[篇条]/

/** The report's own text: from where it begins to the last line before the page's footer. @param text folded */
export function bodyOf(text: string, bodyStart: number): Span {
  const lines = [...linesOf(text, Math.max(bodyStart, text.length - TAIL))]
  let end = lines.at(-1)?.end ?? text.length
  const last = lines.at(-1)
  if (last !== undefined && last.text.length > LONGEST_FOOTER) return { start: bodyStart, end: endOnLine(text, last) }
  for (const [at, line] of [...lines.entries()].reverse()) {
    const words = squeeze(line.text)
    if (isFooter(words)) end = lines[at - 1]?.end ?? line.start
    else if (isProse(words)) break
  }
  return { start: bodyStart, end: Math.max(bodyStart, end) }
}

/** Where the text ends on a line that holds it whole: after its last full stop if the footer follows there. */
function endOnLine(text: string, { start, end }: Line): number {
  const stop = text.lastIndexOf('。', end) + 1
  return stop > start && FOOTER_ON_LINE.test(text.slice(stop, end)) ? stop : end
}

function isProse(words: string): boolean {
  return /[。;!]/.test(words) || words.length > 60
}
