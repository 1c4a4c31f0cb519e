import type { FoundTable, TextWithTables } from '../found-tables.ts'
import { findTables } from './find-tables.ts'
import { withoutMargins } from './margins.ts'
import { charactersIn, lossOf, namesOf } from './page-losses.ts'
import type { Block, PageText } from './page-text.ts'
import { joinParagraphs } from './paragraphs.ts'
import type { Line } from './run.ts'

export interface TextOfPages extends TextWithTables {
  readonly unread: readonly string[]
  readonly isMostlyUnread: boolean
}

/**
 * Pages as paragraphs and tables: what PDF and OFD have in common.
 * @param pages null for a page that is damaged
 */
export function textOfPages(pages: readonly (PageText | null)[]): TextOfPages {
  const lines = withoutMargins(pages.flatMap((page) => page?.blocks ?? []).map((block) => block.lines))
  let next = 0
  const blocks = pages.map((page) => (page?.blocks ?? []).map(({ width }): Block => ({ width, lines: lines[next++]! })))
  const characters = blocks.map((ofPage) => ofPage.reduce((sum, block) => sum + charactersIn(block.lines), 0))
  const losses = pages.map((page, index) => (page === null ? 'damaged' : lossOf(page, characters[index]!)))
  const unknown = pages.map((page) => page?.unknown ?? 0)
  const lost = losses.filter((loss) => loss !== null).length
  return {
    text: joinParagraphs(blocks.flat()).join('\n'),
    tables: tablesOf(lines),
    unread: namesOf(losses, unknown),
    isMostlyUnread: 2 * lost > pages.length || sumOf(unknown) > sumOf(characters),
  }
}

/** A table that rules draw may go on on the next page. */
function tablesOf(pages: readonly (readonly Line[])[]): FoundTable[] {
  /** Each with its parts, page by page. */
  const tables: FoundTable[][] = []
  let last: Line | undefined
  for (const lines of pages) {
    const found = findTables(lines)
    if (goesOn(last, lines[0])) tables.at(-1)!.push(found.shift()!)
    for (const table of found) tables.push([table])
    last = lines.at(-1) ?? last
  }
  return tables.map((parts) => (parts.length === 1 ? parts[0]! : { rows: parts.flatMap(({ rows }) => rows) }))
}

function goesOn(last: Line | undefined, first: Line | undefined): boolean {
  const [before, after] = [last?.ruled?.xs ?? [], first?.ruled?.xs ?? []]
  const isSame = after.every((x, column) => Math.abs(x - (before[column] ?? 0)) < first!.size)
  return after.length > 0 && before.length === after.length && isSame
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
