import { getOf, type ListRequest } from '../../fetch/list-request.ts'
import { type Controls, readControls } from '../../pages/controls.ts'
import { baseOf, resolveHref } from '../../pages/links.ts'
import { isLaterTrsPage, readCountedElement, readTrsPager, type TrsPager, trsPages } from '../../pages/trs-pager.ts'
import type { ListReading } from '../list-reading.ts'
import type { ListPage } from '../list-system.ts'
import { nextRequest, pageNumberOf } from '../next-request.ts'
import { readCountedPager } from './counted-scripts.ts'
import { readDeclared } from './declared.ts'
import { numberedRun } from './numbered-run.ts'
import { siblingsOf } from './siblings.ts'
import { signOfPager } from './signs.ts'
import { turnsOf } from './turns.ts'

type PagerReading = Pick<
  ListReading,
  'follow' | 'otherwise' | 'before' | 'declaredPages' | 'namedPages' | 'blindPager' | 'nextIs'
> & {
  readonly declaredRows: number | null
  /** Pages of another list that stands beside this one, with a pager of its own. */
  readonly others: readonly ListRequest[]
}

const NOWHERE = {
  follow: [],
  others: [],
  otherwise: [],
  before: [],
  namedPages: null,
  blindPager: null,
  nextIs: null,
} as const

/** The pager of a page of a list: where it leads, how much it says there is, and what of it is not understood. */
export function readPager(page: ListPage, controls: Controls = readControls(page.text)): PagerReading {
  const { markup, number } = page
  const { rows, pages } = readDeclared(markup.text, markup.scripts, page.text)
  const counts = { declaredRows: rows, declaredPages: pages }
  const counted = readCounted(page)
  if (counted !== null) return { ...NOWHERE, ...counts, ...counted }
  const place = { url: page.url, base: baseOf(markup, page.url), scripts: markup.scripts, number }
  const links = markup.anchors.filter(({ isNext }) => isNext)
  const named = page.nextPage === null ? null : resolveHref(page.nextPage, page.url)
  const related = links
    .flatMap(({ href }) => resolveHref(href, place.base) ?? [])
    .concat(named ?? [])
    .filter((url) => url !== page.url)
  if (related.length > 0) return { ...NOWHERE, ...counts, follow: [getOf(related[0]!)], nextIs: 'live' }
  const turns = turnsOf(controls, place)
  const { skipped, isLive, isInert } = turns
  const led = turns.follow.length > 0 ? turns.follow : siblingsOf(markup, place.base, page.url).map(getOf)
  // Numbers are followed last: a list need not open on its first page, and they count from any of them.
  const run = led.length > 0 ? [] : numberedRun(markup, place.base, page.url)
  const before = [...turns.before, ...run.map(getOf)]
  // What a service gives for a number has no pager of its own that works. A list may open on any of its pages.
  const here = Math.max(number, pageNumberOf(page.request) ?? 0)
  const asked = led.length + before.length === 0 && (pages ?? 0) > here ? nextRequest(page.request) : null
  const follow = asked === null ? led : [asked]
  const element = follow.length + before.length > 0 ? null : readCountedElement(page.text, page.url)
  if (element !== null) return { ...NOWHERE, ...counts, ...pagesOf(element, page.url) }
  const blind = turns.blind ?? (run.length === 0 ? skipped : null)
  const sign =
    number === 1 && follow.length + run.length === 0 ? signOfPager(controls, markup.scripts, markup.text) : null
  return {
    ...NOWHERE,
    ...counts,
    follow,
    others: turns.others,
    before,
    namedPages: turns.namedPages,
    blindPager: follow.length > 0 ? null : (blind ?? sign),
    nextIs: isLive ? 'live' : isInert ? 'inert' : null,
  }
}

function pagesOf(trs: TrsPager, url: string) {
  if (isLaterTrsPage(trs, url)) return { declaredPages: trs.count }
  const { fromZero, fromOne } = trsPages(trs, url)
  return { follow: fromZero.map(getOf), otherwise: fromOne.map(getOf), declaredPages: trs.count }
}

/** Pages that a script names by their count. */
function readCounted({ markup, url, request }: ListPage) {
  const trs = readTrsPager(markup.scripts, url)
  if (trs !== null) return pagesOf(trs, url)
  const pager = readCountedPager(markup.scripts, request.url)
  if (pager === null) return null
  const rows = pager.rows === null ? {} : { declaredRows: pager.rows }
  const addresses = pager.addresses?.flatMap((address) => resolveHref(address, url) ?? []) ?? null
  if (addresses === null) {
    return { ...rows, blindPager: `${pager.call} draws ${pager.count} pages whose addresses cannot be told` }
  }
  return { ...rows, follow: addresses.map(getOf), declaredPages: pager.count }
}
