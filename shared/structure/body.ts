import type { Span } from '../report/report.ts'
import { linesOf, squeeze } from './lines.ts'
import { isFooter } from './page-furniture.ts'

/** How much of a text's end is searched for the page's footer. */
const TAIL = 4000

/** The report's own text: from where it begins to the last line before the page's footer. @param text folded */
export function bodyOf(text: string, bodyStart: number): Span {
  const lines = [...linesOf(text, Math.max(bodyStart, text.length - TAIL))]
  let end = lines.at(-1)?.end ?? text.length
  for (const [at, line] of [...lines.entries()].reverse()) {
    const words = squeeze(line.text)
    if (isFooter(words)) end = lines[at - 1]?.end ?? line.start
    else if (isProse(words)) break
  }
  return { start: bodyStart, end: Math.max(bodyStart, end) }
}

function isProse(words: string): boolean {
  return /[。;!]/.test(words) || words.length > 60
}
