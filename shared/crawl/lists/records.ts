import { fold } from '../../text/fold.ts'
import { resolveHref } from '../pages/links.ts'
import { collapse } from '../pages/markup.ts'
import { bounded } from './items.ts'
import { findDate } from './list-date.ts'
import type { ListItem, UnreadableRow } from './list-reading.ts'
import { parseJson } from './next-request.ts'

const TITLE = /title|subject|headline|^(?:name|bt|wjbt|topic)$/i
const ADDRESS = /url|link|href|address|path$/i
const DATE = /date|time|day|^fbsj$/i
const TOTAL = /^(?:total|total_?(?:count|records?|rows|num|elements|size)|record_?(?:count|total)|post_count)$/i
const COUNT = /^(?:count|records)$/i
const PAGES = /^(?:pages|page_?count|total_?pages?|page_?total)$/i
const IS_ADDRESS = /^(?:https?:\/\/|\.{0,2}\/)[^\s<>]+$|^[\w./-]+\.s?html?$/i
const IS_TITLE = /[\u4e00-\u9fff]{4}/
/** Answers nest their rows two or three levels deep. */
const MAX_DEPTH = 6
const MAX_RECORDS = 2000
/** China has one time zone. */
const CHINA_OFFSET_MS = 8 * 3600_000

export interface Records {
  readonly items: readonly ListItem[]
  readonly unreadable: readonly UnreadableRow[]
  /** How many there are on all pages. Null if the answer does not say. */
  readonly total: number | null
  readonly pages: number | null
  /** It has more rows than are read. */
  readonly isCut: boolean
  /** It has a list for its rows, and nothing in it. */
  readonly isEmpty: boolean
}

/**
 * The rows in an answer of a service: the longest list of objects with a title. A row without an address is unreadable. Null if
 * the answer has no list at all.
 * @param base what relative addresses are relative to
 */
export function recordsIn(answer: unknown, base: string): Records | null {
  const lists = listsIn(answer, 0).map((list) => list.map(unwrapped))
  if (lists.length === 0) return null
  const named = lists.filter((list) => list.some((one) => titleOf(one) !== ''))
  const rows = named.length > 0 ? named : lists.map((list) => list.map(renamed))
  const [longest = []] = rows
    .filter((list) => list.some((one) => titleOf(one) !== ''))
    .sort((a, b) => b.length - a.length)
  return {
    ...rowsOf(longest.slice(0, MAX_RECORDS), base),
    total: totalIn(answer, longest.length),
    pages: numberIn(answer, PAGES, 0),
    isCut: longest.length > MAX_RECORDS,
    isEmpty: lists.every((list) => list.length === 0 || !list.some(isRecord)),
  }
}

/**
 * The number of all rows that an answer names. Null if it names none.
 * @param rows how many it gives: a bare `count` that is not greater may have counted these alone
 */
export function totalIn(answer: unknown, rows: number): number | null {
  const count = numberIn(answer, COUNT, 0)
  return numberIn(answer, TOTAL, 0) ?? (count === null || count <= rows ? null : count)
}

type Entry = readonly [name: string, value: unknown]

function rowsOf(list: readonly unknown[], base: string): Pick<Records, 'items' | 'unreadable'> {
  const items: ListItem[] = []
  const unreadable: UnreadableRow[] = []
  for (const one of list) {
    const title = titleOf(one)
    if (title === '') continue
    const address = addressOf(one)
    const url = address === null ? null : resolveHref(address, base)
    if (url === null) unreadable.push({ title, detail: 'its record has no address' })
    else items.push({ url, title, publishedOn: dateOf(one) })
  }
  return { items, unreadable }
}

/** A record whose names say nothing, under the names that its values suggest: `{t:'…报告',u:'/1.html',d:'2023-03-01'}`. */
function renamed(one: unknown): unknown {
  const texts = entriesOf(one).flatMap(([, value]) => (typeof value === 'string' ? [value.trim()] : []))
  const url = texts.find((text) => IS_ADDRESS.test(text))
  const titles = texts.filter((text) => text !== url && IS_TITLE.test(text)).sort((a, b) => b.length - a.length)
  if (url === undefined || titles.length === 0) return one
  return { title: titles[0], url, date: texts.find((text) => /^20[0-9]{2}\D/.test(text)) ?? '' }
}

/** A record whose parts are in an object of its own, as search engines give them: `{score: 1, source: {title: '…'}}`. */
function unwrapped(one: unknown): unknown {
  if (titleOf(one) !== '') return one
  const inner = entriesOf(one).find(([, value]) => titleOf(value) !== '')?.[1]
  return inner === undefined ? one : Object.fromEntries([...entriesOf(one), ...entriesOf(inner)])
}

function isRecord(one: unknown): boolean {
  return entriesOf(one).length > 0
}

function listsIn(value: unknown, depth: number): (readonly unknown[])[] {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return []
  if (Array.isArray(value)) {
    const inner = value.length > 0 && depth < 3 ? value.slice(0, 50).flatMap((one) => listsIn(one, depth + 2)) : []
    return [value, ...inner]
  }
  return Object.values(value).flatMap((one) => listsIn(one, depth + 1))
}

/** A number of that name, the uppermost first. */
function numberIn(value: unknown, pattern: RegExp, depth: number): number | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > MAX_DEPTH) return null
  const own = Object.entries(value).find(([name, one]) => pattern.test(name) && /^[0-9]{1,7}$/.test(String(one)))
  if (own !== undefined) return Number(own[1])
  return (
    Object.values(value)
      .map((one) => numberIn(one, pattern, depth + 1))
      .find((total) => total !== null) ?? null
  )
}

function entriesOf(one: unknown): Entry[] {
  return typeof one === 'object' && one !== null && !Array.isArray(one) ? Object.entries(one) : []
}

function titleOf(one: unknown): string {
  const titles = entriesOf(one).flatMap(([name, value]) =>
    TITLE.test(name) && typeof value === 'string' ? [value] : [],
  )
  return bounded(collapse((titles.sort((a, b) => b.length - a.length)[0] ?? '').replace(/<[^<>]{1,200}>/g, '')))
}

function addressOf(one: unknown): string | null {
  const found = entriesOf(one).filter(
    ([name]) => ADDRESS.test(name) && !/(?:img|pic|image|icon|logo|thumb)/i.test(name),
  )
  const isPage = (value: string) => /^(?:https?:\/\/|\.{0,2}\/|[\w-]+\/|[\w-]+\.\w)/i.test(value)
  return found.flatMap(([, value]) => addressesIn(value)).find(isPage) ?? null
}

/** An address, or one for each kind of device, which may be JSON within the answer: `{"pc": "/1.html", "phone": "/m/1.html"}`. */
function addressesIn(value: unknown): string[] {
  if (typeof value !== 'string') return entriesOf(value).flatMap(([, one]) => (typeof one === 'string' ? [one] : []))
  return value.startsWith('{') ? addressesIn(parseJson(value)) : [value]
}

function dateOf(one: unknown): string | null {
  for (const [name, value] of entriesOf(one)) {
    const day = DATE.test(name) ? dayOf(value) : null
    if (day !== null) return day
  }
  return null
}

/** A date as services give it: a text, or a time in seconds or milliseconds. */
function dayOf(value: unknown): string | null {
  if (typeof value === 'string' && !/^[0-9]{9,14}$/.test(value)) return findDate(fold(value))
  const time = Number(value)
  const milliseconds = time > 9e11 ? time : time * 1000
  if (!(milliseconds > 9e11 && milliseconds < 5e12)) return null
  return new Date(milliseconds + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}
