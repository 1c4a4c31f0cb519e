import { getOf } from '../fetch/list-request.ts'
import { readAroundRows } from '../pages/around-rows.ts'
import type { Controls } from '../pages/controls.ts'
import { resolveHref } from '../pages/links.ts'
import type { Unfolders } from '../pages/only-shows.ts'
import { readArchiveLinks } from './archives.ts'
import { readFilters } from './filters.ts'
import type { ListItem, ListReading } from './list-reading.ts'
import type { ListPage } from './list-system.ts'
import { narrowerLists } from './narrower.ts'
import { saidOfEarlier, unexplainedTabs } from './tabs.ts'

/** A script that runs when something is worked. */
const HANDLER = /\son(?:click|change)\s{0,3}=|javascript:\s{0,3}[\w$.]{1,40}\((?!0?\))/i

/** Components by which a visitor chooses. */
const COMPONENT = /<\w{1,12}-(?:select|radio-group|date-picker|cascader|tabs)\b/i

type OtherParts = Pick<ListReading, 'archives' | 'blindPart' | 'isUnheeded'>

/** What surrounds the rows of a page, in which its pager and its other parts are looked for. */
export function surroundingsOf(
  { text, markup }: ListPage,
  { others: controls, has }: Unfolders,
  linked: readonly ListItem[],
  base: string,
) {
  const rows = new Map(linked.map((item) => [item.url, item]))
  const rowOf = (href: string) => {
    const url = resolveHref(href, base)
    return url !== null && rows.has(url) ? url : null
  }
  const { scripts } = markup
  return {
    rows,
    rowOf,
    gaps: readAroundRows(text, (href) => rowOf(href) !== null, has),
    hasScripts: controls.scriptSources.length > 0 || scripts.trim() !== '' || HANDLER.test(text),
    scripts,
    base,
  }
}

/** Other parts of the list that a page names: other years, other choices of a filter. */
export function readOtherParts(
  { text: html, markup, url, request }: ListPage,
  { controls }: Controls,
  linked: readonly ListItem[],
  around: ReturnType<typeof surroundingsOf>,
): OtherParts {
  const archives = readArchiveLinks(markup, controls, around.base, url, linked)
  const narrower = narrowerLists(markup, around.base, url, linked)
  const filters = readFilters({ html, request, url, ...around })
  const pages = [...[...archives.pages, ...narrower.pages].map(getOf), ...filters.pages]
  const said = pages.length > 0 || !around.hasScripts ? null : saidOfEarlier(around.gaps)
  const component = COMPONENT.exec(html)
  return {
    archives: pages,
    blindPart:
      archives.blind ??
      narrower.blind ??
      filters.blind ??
      unexplainedTabs({ html, ...around }) ??
      said ??
      nameOf(component),
    isUnheeded: filters.isUnheeded,
  }
}

function nameOf(component: RegExpExecArray | null): string | null {
  return component === null ? null : `a component that may choose among the rows: ${component[0].slice(1)}`
}
