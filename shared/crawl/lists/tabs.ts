import type { Gap } from '../pages/around-rows.ts'
import { hiddenParts } from '../pages/hidden-parts.ts'
import { panesOf } from '../pages/panes.ts'
import { FETCHES } from './fetches.ts'
import type { ListItem } from './list-reading.ts'
import { isDivision, isEarlier, isYears } from './year-words.ts'

/** Of a sentence: 2021年以前的信息请点击…. */
const SAYS_EARLIER =
  /20[0-9]{2}年?度?及?[以之]前|(?:往年|历年|历史|以往|更早|旧版|原网站)[^。;]{0,20}(?:请|访问|点击|移步|查阅)/
/** What stands behind more rows belongs to each of them. */
const MAX_PLACES = 2

export interface TabbedPage {
  readonly html: string
  /** Its inline scripts. */
  readonly scripts: string
  readonly hasScripts: boolean
  readonly gaps: readonly Gap[]
  readonly rowOf: (href: string) => string | null
  /** The rows of the page, by their addresses. */
  readonly rows: ReadonlyMap<string, ListItem>
}

/**
 * Years, bodies or spans of time one after the other, or words for earlier ones, that lead nowhere by themselves: a script may fetch what they show. They are
 * explained where the page itself hides a part with rows for each of them but the one that is shown, or has one element with rows of
 * its year for each.
 */
export function unexplainedTabs(page: TabbedPage): string | null {
  const { html, scripts, hasScripts, gaps, rowOf } = page
  if (!hasScripts) return null
  const found = gaps.map(({ unled }) => tabsIn(unled)).filter((tabs) => tabs.length > 0)
  const [tabs] = found
  if (tabs === undefined || found.length > MAX_PLACES) return null
  const others = Math.max(1, tabs.length - 1)
  const isOnPage = !FETCHES.test(scripts) && found.length === 1
  if (isOnPage && (hiddenParts(html, rowOf) >= others || hasPaneOfEach(tabs, page))) return null
  return `parts that a script may show: ${tabs.join(' ').slice(0, 40)}`
}

/** Whether as many elements of one kind as there are tabs hold the rows of their years. Of other tabs nothing tells which is whose. */
function hasPaneOfEach(tabs: readonly string[], { html, rowOf, rows }: TabbedPage): boolean {
  const years = tabs.map((words) => /20[0-9]{2}/.exec(words)?.[0] ?? null)
  return panesOf(html, rowOf).some((panes) => {
    if (panes.length !== years.length) return false
    return panes.every((pane, at) => {
      const year = years[at]
      const shown = [...pane].flatMap((url) => rows.get(url) ?? [])
      return (
        year != null && shown.some(({ title, publishedOn }) => title.includes(year) || publishedOn?.startsWith(year))
      )
    })
  })
}

/** A sentence about earlier years that are to be found elsewhere. Null if there is none. */
export function saidOfEarlier(gaps: readonly Gap[]): string | null {
  const found = gaps.flatMap(({ text }) => SAYS_EARLIER.exec(text)?.[0] ?? [])
  return found.length === 1 ? `words about earlier years: ${found[0]}` : null
}

function tabsIn(words: string): string[] {
  const all = words.split(' ')
  const isTab = (at: number) => isYears(all[at] ?? '') || isDivision(all[at] ?? '')
  return all.filter((word, at) => isEarlier(word) || (isTab(at) && (isTab(at - 1) || isTab(at + 1))))
}
