import { getOf } from '../../fetch/list-request.ts'
import { readControls } from '../../pages/controls.ts'
import { baseOf, resolveHref } from '../../pages/links.ts'
import { itemsOf, rowGroupsOf } from '../items.ts'
import type { ListSystem } from '../list-system.ts'
import { readMoreLink } from '../more-link.ts'
import { readPager } from '../pagers/read-pager.ts'
import { scriptRowsOf } from '../script-rows.ts'

/** Any page: rows by their links and scripts, further pages by the page's own pager. */
export const generic: ListSystem<'generic'> = {
  name: 'generic',
  recognises: () => true,
  read: (page) => {
    const { url, markup } = page
    const base = baseOf(markup, url)
    const controls = readControls(page.text)
    const linked = itemsOf(markup, url)
    const links = markup.anchors.filter(({ href }) => resolveHref(href, base) !== null)
    const titles = new Set([...links.flatMap(({ text, title }) => [text, title]), ...linked.map(({ title }) => title)])
    const scripted = scriptRowsOf(controls, markup.scripts, base, titles)
    const { declaredRows, ...pager } = readPager(page, controls)
    const more = readMoreLink(markup, base, url)
    return {
      ...pager,
      items: [...linked, ...scripted.items],
      unreadable: scripted.unreadable,
      follow: [...pager.follow, ...more.pages.map(getOf)],
      blindPager: pager.blindPager ?? more.blind,
      rowGroups: rowGroupsOf(markup, linked, url),
      declared: declaredRows === null ? null : { series: 'rows', items: declaredRows, isExact: false },
    }
  },
}
