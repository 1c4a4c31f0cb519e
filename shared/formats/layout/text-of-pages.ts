import type { TextWithTables } from '../found-tables.ts'
import { findTables } from './find-tables.ts'
import { withoutMargins } from './margins.ts'
import { charactersIn, lossOf, namesOf } from './page-losses.ts'
import type { Block, PageText } from './page-text.ts'
import { joinParagraphs } from './paragraphs.ts'

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
    tables: lines.flatMap(findTables),
    unread: namesOf(losses, unknown),
    isMostlyUnread: 2 * lost > pages.length || sumOf(unknown) > sumOf(characters),
  }
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
