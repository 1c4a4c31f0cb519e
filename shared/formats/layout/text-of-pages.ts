import { linesOfPage } from './lines.ts'
import { withoutMargins } from './margins.ts'
import { joinParagraphs } from './paragraphs.ts'
import type { Run } from './run.ts'

/** Text that stands at places on pages, as paragraphs: what PDF and OFD have in common. */
export function textOfPages(pages: readonly (readonly Run[])[]): string {
  return joinParagraphs(withoutMargins(pages.map(linesOfPage))).join('\n')
}
