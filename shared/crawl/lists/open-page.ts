import type { ListReading } from './list-reading.ts'
import type { ListPage } from './list-system.ts'
import type { SystemChoice } from './system-names.ts'

/** Where a page stands in its list, and as what it is read. */
export type ListPlace = Pick<ListPage, 'request' | 'number' | 'fragment'> & { readonly system: SystemChoice }

/** Scripts of a page that add to it. They may write its pager, whose words are then nowhere else. */
const WRITES =
  /document\.write|\.innerHTML\b|insertAdjacent(?:HTML|Element)|\bappendChild\b|\.(?:append|prepend|html|after|before)\s{0,3}\(/

/**
 * Whether a page leaves open what only its scripts may tell: rows, or where it leads.
 * @param bytes of the page
 */
export function leavesOpen({ items, unreadable, ...reading }: ListReading, number: number, bytes: Uint8Array): boolean {
  const { follow, beside, before, declaredPages, declared, blindPager, blindPart } = reading
  const rows = items.length + unreadable.length
  // A page with a pager and no rows may have a script that brings them.
  if (follow.length > 0) return rows === 0 && reading.system === 'generic' && beside.length === 0
  if (reading.system === 'recipe') return false
  if (rows === 0) return number === 1 && beside.length === 0
  const isCutByCount = (declaredPages ?? 1) > number || (number === 1 && (declared?.items ?? 0) > rows)
  return (
    unreadable.length > 0 ||
    blindPager !== null ||
    blindPart !== null ||
    (before.length === 0 && isCutByCount) ||
    WRITES.test(Buffer.from(bytes).toString('latin1'))
  )
}
