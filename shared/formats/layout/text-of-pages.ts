import type { TextWithTables } from '../found-tables.ts'
import { findTables } from './find-tables.ts'
import { linesOfPage } from './lines.ts'
import { withoutMargins } from './margins.ts'
import { joinParagraphs } from './paragraphs.ts'
import type { Run } from './run.ts'

/** Text that stands at places on pages, as paragraphs and tables: what PDF and OFD have in common. */
export function textOfPages(pages: readonly (readonly Run[])[]): TextWithTables {
  const lines = withoutMargins(pages.map(linesOfPage))
  return { text: joinParagraphs(lines).join('\n'), tables: lines.flatMap(findTables) }
}
