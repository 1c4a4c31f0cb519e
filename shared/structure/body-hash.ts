import { createHash } from 'node:crypto'
import type { Section } from '../report/report.ts'
import { squeeze } from '../text/lines.ts'

/**
 * SHA-256, in hex, of a report's own text: its level-1 sections one after the other without white space, so that a page, a file
 * and a copy of it elsewhere are known for the same text. Null if it has no section.
 * @example bodyHashOf(text, sections) === bodyHashOf(textOfPdf, sectionsOfPdf)
 */
export function bodyHashOf(text: string, sections: readonly Section[]): string | null {
  const outermost = sections.filter(({ level }) => level === 1)
  if (outermost.length === 0) return null
  const sha256 = createHash('sha256')
  for (const { start, end } of outermost) sha256.update(squeeze(text.slice(start, end)))
  return sha256.digest('hex')
}
