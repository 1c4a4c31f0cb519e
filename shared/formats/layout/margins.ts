import { beginsNote } from './foot-notes.ts'
import { mostFrequent } from './most-frequent.ts'
import type { Line } from './run.ts'

/** Running heads and page numbers stand in this many lines from a page's top or bottom. */
const MARGIN_LINES = 2
/** A running head stands on this share of the pages; a heading that two pages share by chance does not. */
const REPEATED_SHARE = 0.5
const MIN_REPEATS = 2

/** A head or foot that stands on one page only is told by its small type and its distance. */
const SMALL_TYPE = 0.85
const APART = 2

const PAGE_NUMBER =
  /^[-–—―－·.\s]{0,6}(?:第\s?)?[0-9０-９]{1,4}(?:\s?页)?(?:\s?[/／,，]?\s?(?:共\s?)?[0-9]{1,4}(?:\s?页)?)?[-–—―－·.\s]{0,6}$/

/** Drops page numbers, and heads and feet that repeat from page to page, apart from the figures in them. */
export function withoutMargins(pages: readonly (readonly Line[])[]): Line[][] {
  const seen = new Map<string, number>()
  for (const lines of pages) {
    const keys = new Set(lines.filter((_, index) => isInMargin(index, lines.length)).map(keyOf))
    for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  const enough = Math.max(MIN_REPEATS, REPEATED_SHARE * pages.length)
  const bodySize = mostFrequent(pages.flat().map(({ size }) => size))
  const isMargin = (line: Line, neighbour: Line | undefined) =>
    line.ruled === undefined &&
    (PAGE_NUMBER.test(line.text) ||
      (seen.get(keyOf(line)) ?? 0) >= enough ||
      (line.size < SMALL_TYPE * bodySize && neighbour !== undefined && isApart(line, neighbour) && !beginsNote(line)))
  return pages.map((lines) =>
    lines.filter((line, index) => !(isInMargin(index, lines.length) && isMargin(line, neighbourOf(index, lines)))),
  )
}

/** The next line towards the middle of the page. */
function neighbourOf(index: number, lines: readonly Line[]): Line | undefined {
  return lines[index < lines.length / 2 ? index + 1 : index - 1]
}

function isApart(line: Line, neighbour: Line): boolean {
  return Math.abs(line.y - neighbour.y) > APART * neighbour.size
}

function isInMargin(index: number, lines: number): boolean {
  return index < MARGIN_LINES || index >= lines - MARGIN_LINES
}

function keyOf({ text, y }: Line): string {
  return `${Math.round(y / 4)} ${text.replace(/[0-9]+/g, '0')}`
}
