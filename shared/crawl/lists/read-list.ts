import { type Markup, readMarkup } from '../pages/markup.ts'
import { isLaterTrsPage, readTrsPager, trsPages } from '../pages/trs-pager.ts'
import type { ListSystem } from '../portals.ts'
import { gkmlptSeries, gkmlptServices, isGkmlpt, isGkmlptAnswer, nextGkmlptPage, readGkmlptAnswer } from './gkmlpt.ts'
import { hanwebRecords, hanwebTotal, isHanweb, nextHanwebRequest } from './hanweb.ts'
import { itemsOf, recordItem } from './items.ts'
import type { KnownSystem, ListPage, ListReading } from './list-reading.ts'
import { hasBlindPager, nextLink } from './next-link.ts'
import { countedVsbPage, isVsb, readVsbPosition } from './vsb.ts'

const SAYS_EMPTY =
  /暂无(?:相关)?(?:信息|内容|数据|记录|文章|文件)|没有(?:找到)?(?:相关|符合条件的)?(?:信息|内容|数据|记录)|共\s{0,3}0\s{0,3}条/

/** Where in the list a page stands, and what the list's own address said. */
export interface Place {
  /** From 1. */
  readonly number: number
  /** Fragment of the list's address: gkmlpt names its category there. */
  readonly fragment: string
}

/** Reads one page of a list; a layout that nobody knows shows as a reading without items. */
export function readList(system: ListSystem, page: ListPage, place: Place): ListReading {
  const markup = readMarkup(page.text)
  const known = system === 'auto' ? recognise(page, markup) : system
  const common = {
    system: known,
    otherwise: [],
    declared: null,
    column: columnOf(markup),
    saysEmpty: SAYS_EMPTY.test(markup.text),
    hasBlindPager: false,
  }
  return { ...common, ...READERS[known](page, markup, place) }
}

type Reader = (
  page: ListPage,
  markup: Markup,
  place: Place,
) => Pick<ListReading, 'items' | 'follow'> & Partial<ListReading>

const READERS: Readonly<Record<KnownSystem, Reader>> = { trs: readTrs, hanweb, gkmlpt, vsb, generic }

function recognise({ url, text }: ListPage, markup: Markup): KnownSystem {
  if (isGkmlpt(url)) return 'gkmlpt'
  if (isHanweb(text)) return 'hanweb'
  if (readTrsPager(markup.scripts) !== null) return 'trs'
  return isVsb(text) || readVsbPosition(markup) !== null ? 'vsb' : 'generic'
}

function readTrs(page: ListPage, markup: Markup, place: Place) {
  const pager = readTrsPager(markup.scripts)
  if (pager === null) return generic(page, markup, place)
  const items = itemsOf(markup, page.url)
  if (isLaterTrsPage(pager, page.url)) return { items, follow: [] }
  const { fromZero, fromOne } = trsPages(pager, page.url)
  return { items, follow: fromZero, otherwise: fromOne }
}

function hanweb(page: ListPage, markup: Markup, place: Place) {
  const records = hanwebRecords(page.text)
  if (records.length === 0 && !isHanweb(page.text)) return generic(page, markup, place)
  const next = nextHanwebRequest(page.text, page.url, records.length)
  // Without records and without a service to ask, the rows stand in the page like anywhere else.
  if (records.length === 0 && next === null) return generic(page, markup, place)
  const total = hanwebTotal(page.text)
  const declared = total === null ? null : { series: 'records', items: total, isExact: true }
  const items = records.flatMap((record) => recordItem(record, page.url) ?? [])
  return { items, follow: next === null ? [] : [next], declared }
}

function gkmlpt(page: ListPage, markup: Markup, place: Place) {
  if (!isGkmlptAnswer(page.url)) {
    return { items: [], follow: gkmlptServices(page.text, page.url, place.fragment) }
  }
  const answer = readGkmlptAnswer(page.text, page.url)
  if (answer === null) return generic(page, markup, place)
  const declared = answer.count === null ? null : { series: gkmlptSeries(page.url), items: answer.count, isExact: true }
  const follow = answer.items.length === 0 ? [] : [nextGkmlptPage(page.url)]
  return { items: answer.items, follow, declared, saysEmpty: answer.count === 0 }
}

function vsb(page: ListPage, markup: Markup, place: Place) {
  const position = readVsbPosition(markup)
  const found = generic(page, markup, place)
  if (position === null) return found
  const next = found.follow[0] ?? countedVsbPage(markup, page.url, position)
  const declared = { series: 'items', items: position.items, isExact: false }
  return { items: found.items, follow: next === null ? [] : [next], declared }
}

function generic(page: ListPage, markup: Markup, { number }: Place) {
  const next = nextLink(markup, page.url, number)
  const items = itemsOf(markup, page.url)
  return { items, follow: next === null ? [] : [next], hasBlindPager: next === null && hasBlindPager(markup) }
}

function columnOf(markup: Markup): string {
  return markup.metas.get('columnname')?.trim() || markup.title
}
