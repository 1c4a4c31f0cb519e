import { isCandidate } from '../../candidate.ts'
import { getOf, requestKey } from '../../fetch/list-request.ts'
import { readControls } from '../../pages/controls.ts'
import { baseOf } from '../../pages/links.ts'
import { unfoldersOf } from '../../pages/only-shows.ts'
import { FETCHES } from '../fetches.ts'
import { foldersOf, insideOf } from '../folders.ts'
import { framedPartsOf, framesOf } from '../frames.ts'
import { itemsOf, linksOf, rowGroupsOf } from '../items.ts'
import type { ListSystem } from '../list-system.ts'
import { lostRowsOf } from '../lost-rows.ts'
import { readMoreLink } from '../more-link.ts'
import { readOtherParts, surroundingsOf } from '../other-parts.ts'
import { readPager } from '../pagers/read-pager.ts'
import { unexplainedControls } from '../pagers/unexplained.ts'
import { signOfMoreRows } from '../pagers/unshown.ts'
import { recordsIn } from '../records.ts'
import { recordsInScripts } from '../script-records.ts'
import { scriptRowsOf, titleKey } from '../script-rows.ts'

/** A page is made of fewer parts than this that hold different numbers of rows. */
const MAX_SIZES = 100

/** Any page: rows by their links and scripts, further pages by the page's own pager. */
export const generic: ListSystem<'generic'> = {
  name: 'generic',
  recognises: () => true,
  read: (page) => {
    const { url, markup } = page
    const base = baseOf(markup, url)
    const all = readControls(page.text)
    const unfolders = unfoldersOf(all, page.text, markup.scripts)
    const controls = unfolders.others
    const links = linksOf(markup, url)
    const linked = itemsOf(links, url)
    const titles = new Set([
      ...links.flatMap(({ anchor: { text, title } }) => [text, title]),
      ...linked.map(({ title }) => title),
    ])
    const listed = scriptedRecords(markup.scripts, base, titles)
    for (const { title } of listed) titles.add(title)
    const scripted = scriptRowsOf(controls, markup.scripts, base, titles)
    const around = surroundingsOf(page, unfolders, linked, base)
    const parts = readOtherParts(page, controls, linked, around)
    // What leads to the list of earlier years is no document of this list.
    const archives = new Set(parts.archives.map(requestKey))
    const items = [...linked, ...listed, ...scripted.items].filter(({ url }) => !archives.has(requestKey(getOf(url))))

    const unaddressed = new Set(scripted.unreadable.map(({ title }) => titleKey(title)))
    const lost = lostRowsOf(markup, items, base, url).filter(({ title }) => !unaddressed.has(titleKey(title)))

    const { declaredRows, others, ...pager } = readPager(page, controls)
    const total = declaredRows ?? (listed.length > 0 ? totalOfRecords(markup.scripts) : null)
    const more = readMoreLink(markup, base, url)
    const hasReports = items.some(({ title }) => isCandidate(title, '')) || scripted.unreadable.length + lost.length > 0
    const frames = framesOf(controls.frames, base, url, hasReports)
    const framed = framedPartsOf(markup, base, url)
    // A pager over records that the page has all of only shows some of them at a time.
    const isDrawn = listed.length > 0 && !FETCHES.test(markup.scripts)
    const groups = rowGroupsOf(links, linked)
    const isFirst = page.number === 1 && pager.follow.length + pager.before.length === 0
    const blind = pager.blindPager ?? (isFirst ? signOfMoreRows(controls, { linked, groups, url, ...around }) : null)
    const unreadable = [...scripted.unreadable, ...lost]
    return {
      ...pager,
      ...parts,
      archives: [...parts.archives, ...others],
      items,
      unreadable,
      beside: [...more.pages, ...frames.pages, ...framed.pages].map(getOf),
      folders: foldersOf(items),
      inside: items.length === 0 ? insideOf(markup, base, url) : [],
      blindPager: (isDrawn ? null : blind) ?? more.blind ?? (hasReports ? null : frames.blind),
      unexplained: unexplainedControls(around.gaps, { url, ...around }),
      blindPart: parts.blindPart ?? framed.blind,
      rowGroups: [...new Set([...groups.map(({ size }) => size), listed.length, scripted.items.length])]
        .sort((a, b) => a - b)
        .slice(0, MAX_SIZES),
      declared: total === null ? null : { series: 'rows', items: total, isExact: false },
    }
  },
}

/** The number of all records beside those that a script has. Null if it says none. */
function totalOfRecords(scripts: string): number | null {
  const total = /["']?\btotal["']?\s{0,5}:\s{0,5}["']?([0-9]{1,6})\b/.exec(scripts)?.[1]
  return total === undefined ? null : Number(total)
}

/** Records of a script that are rows of this list: some of them are reports, and the page does not show them itself. */
function scriptedRecords(scripts: string, base: string, known: ReadonlySet<string>) {
  const items = recordsIn(recordsInScripts(scripts), base)?.items ?? []
  const rows = items.filter(({ title }) => !known.has(title))
  return rows.some(({ title }) => isCandidate(title, '')) ? rows : []
}
