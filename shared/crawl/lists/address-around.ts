const MAX_BEFORE = 200
const MAX_AFTER = 900
const ENDS = /[\s"'<>()]/

export interface FoundAddress {
  readonly href: string
  /** Where the text after it begins. */
  readonly end: number
}

/** The first address in a text that contains `marker`: everything around it up to a blank, a quote or a bracket. */
export function addressAround(text: string, marker: string): FoundAddress | null {
  const at = text.indexOf(marker)
  if (at === -1) return null
  let start = at
  while (start > 0 && at - start < MAX_BEFORE && !ENDS.test(text[start - 1]!)) start--
  let end = at + marker.length
  while (end < text.length && end - at < MAX_AFTER && !ENDS.test(text[end]!)) end++
  return { href: text.slice(start, end).replaceAll('&amp;', '&'), end }
}
