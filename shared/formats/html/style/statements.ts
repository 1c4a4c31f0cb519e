/** Most statements hold none of these, and are parted by every semicolon. */
const CAREFUL = /["'()]/
const MARKS = /[;"'()]/g

/** The parts of a text between semicolons that stand in no string and in no brackets. */
export function statementsOf(words: string): string[] {
  if (!CAREFUL.test(words)) return words.split(';')
  const statements: string[] = []
  let start = 0
  let depth = 0
  MARKS.lastIndex = 0
  for (let found = MARKS.exec(words); found !== null; found = MARKS.exec(words)) {
    const mark = found[0]
    if (mark === '"' || mark === "'") MARKS.lastIndex = endOfString(words, found.index, mark)
    else if (mark === '(') depth++
    else if (mark === ')') depth = Math.max(0, depth - 1)
    // A bracket that is never closed ends with its text.
    else if (depth === 0) {
      statements.push(words.slice(start, found.index))
      start = found.index + 1
    }
  }
  statements.push(words.slice(start))
  return statements
}

/** What stands behind the last of them. */
export function lastStatement(words: string): string {
  return words.includes(';') ? statementsOf(words).at(-1)! : words
}

/** A string ends with its line, closed or not. */
export function endOfString(css: string, from: number, quote: string): number {
  for (let at = from + 1; at < css.length; at++) {
    if (css[at] === '\\') at++
    else if (css[at] === quote || css[at] === '\n') return at + 1
  }
  return css.length
}
