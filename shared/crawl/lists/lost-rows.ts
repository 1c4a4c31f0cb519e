import { mayNameReport, yearOfTitle } from '../candidate.ts'
import { resolveHref } from '../pages/links.ts'
import type { Markup } from '../pages/markup.ts'
import { titleOf } from './items.ts'
import type { ListItem, UnreadableRow } from './list-reading.ts'
import { titleKey } from './script-rows.ts'

/**
 * Links with the title of a report that do not lead to it: to this very page, to nothing that can be asked for, or to the document
 * that another row names as that of another year.
 * @param rows the page's rows, however they were read
 */
export function lostRowsOf(
  { anchors }: Markup,
  rows: readonly ListItem[],
  base: string,
  pageUrl: string,
): UnreadableRow[] {
  const titles = new Map(rows.map(({ url, title }) => [url, title]))
  const told = new Set(rows.map(({ title }) => titleKey(title)))
  const lost = new Map<string, UnreadableRow>()
  for (const anchor of anchors) {
    const title = titleOf(anchor)
    const year = yearOfTitle(title)
    if (told.has(titleKey(title)) || !mayNameReport(title)) continue
    const url = resolveHref(anchor.href, base)
    const other = url === null ? null : (titles.get(url) ?? null)
    const isHere = url === null || url === pageUrl
    if (!isHere && (year === null || other === null || yearOfTitle(other) === year)) continue
    const said = anchor.href.slice(0, 80) || 'its address is empty'
    const detail = isHere ? `its link leads to no other page: ${said}` : `its link is that of ${other}`
    lost.set(titleKey(title), { title, detail })
  }
  return [...lost.values()]
}
