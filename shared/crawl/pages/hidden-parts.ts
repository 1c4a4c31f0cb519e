import { Parser } from 'htmlparser2'

const HIDDEN = /\bdisplay\s{0,3}:\s{0,3}none\b/i

/**
 * How many elements that a page hides hold rows which stand nowhere else on it: tabs show one part and hide the others.
 * @param rowOf the row that a link, as written, leads to; null if it leads to none
 */
export function hiddenParts(html: string, rowOf: (href: string) => string | null): number {
  const shown = new Set<string>()
  const hidden: Set<string>[] = []
  /** How deep the hidden element is that the parser has come to; null outside of one. */
  let hiddenAt: number | null = null
  let depth = 0
  const parser = new Parser({
    onopentag(tag, { style = '', hidden: isHidden, href }) {
      depth++
      if (hiddenAt === null && (isHidden !== undefined || HIDDEN.test(style))) {
        hiddenAt = depth
        hidden.push(new Set())
      }
      const row = tag === 'a' && href !== undefined ? rowOf(href) : null
      if (row !== null) (hiddenAt === null ? shown : hidden.at(-1)!).add(row)
    },
    onclosetag() {
      if (hiddenAt === depth) hiddenAt = null
      depth--
    },
  })
  parser.write(html)
  parser.end()
  return hidden.filter((rows) => [...rows].some((row) => !shown.has(row))).length
}
