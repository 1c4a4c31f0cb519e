/** A title longer than this was not closed: its numbers are read again. */
const LONGEST_TITLE = 120
/** What stands in quotes is a name or a slogan up to this length; a longer quotation is read like any text. */
const LONGEST_QUOTED_NAME = 30

const CLOSING: Record<string, string> = { '《': '》', '〈': '〉', '“': '”', '‘': '’', '「': '」', '『': '』', '"': '"' }

/**
 * Where the title or quoted name that opens at `at` ends, or `at` itself if it is not closed in time. Numbers inside are
 * names: 《关于深化三项制度的意见》, “3·15”.
 */
export function endOfName(text: string, at: number): number {
  const open = text[at]!
  const close = CLOSING[open]
  if (close === undefined) return at
  const title = open === '《' || open === '〈'
  const limit = Math.min(text.length, at + 1 + (title ? LONGEST_TITLE : LONGEST_QUOTED_NAME))
  for (let i = at + 1; i < limit; i++) {
    const character = text[i]
    if (character === close || (open === '“' && character === '"')) return i
    if (character === '\n' || character === open || (open === '"' && character === ',')) return at
  }
  return at
}
