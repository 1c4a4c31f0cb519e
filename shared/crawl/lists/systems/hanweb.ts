import { formPost, getOf, type ListRequest } from '../../fetch/list-request.ts'
import { resolveHref } from '../../pages/links.ts'
import { collapse } from '../../pages/markup.ts'
import { addressAround } from '../address-around.ts'
import { recordItem, recordText } from '../items.ts'
import type { ListPage, ListSystem, SystemReading } from '../list-system.ts'
import { nextRequest as nextPage, pageNumberOf, parseJson } from '../next-request.ts'
import { generic } from './generic.ts'

/** Records per request if the page does not say: three screens of fifteen, as in the pages' own scripts. */
const RECORDS_A_REQUEST = 45
const CATALOGUE = 'module/xxgk/search.jsp'
const MESSAGES = 'messageController/getMessage.do'
const PARAMETERS = [
  'col',
  'appid',
  'webid',
  'path',
  'columnid',
  'sourceContentType',
  'unitid',
  'webname',
  'permissiontype',
]

/** Hanweb's `jpage`: records inside the page, and more of them from a record service. */
export const hanweb: ListSystem<'hanweb'> = {
  name: 'hanweb',
  recognises: ({ text, url }) => isHanweb(text) || isCatalogue(text) || url.includes(CATALOGUE),
  read: (page) => {
    const { url } = page
    if (url.includes(CATALOGUE)) return readCatalogue(page)
    const text = unwrapped(page.text)
    if (isCatalogue(text) && !isHanweb(text)) {
      const first = catalogueRequest(text, url)
      const own = generic.read(page)
      return first === null ? own : { ...own, follow: [first], beside: [], before: [], blindPager: null }
    }
    const records = recordsIn(text)
    if (records.length === 0 && !isHanweb(text)) return generic.read(page)
    const next = nextRequest(text, url, records.length)
    // Without records and without a service to ask, the rows are in the page like those of any other list.
    if (records.length === 0 && next === null) return generic.read(page)
    const total = totalOf(text)
    const declared = total === null ? null : { series: 'records', items: total, isExact: true }
    const rows = records.map((record) => ({ record, item: recordItem(record, url) }))
    const items = rows.flatMap(({ item }) => item ?? [])
    const unreadable = rows
      .filter(({ item }) => item === null)
      .map(({ record }) => ({ title: recordText(record), detail: 'its record has no address' }))
    // Records end with their number, or with a group that names no next one. Otherwise a script may know of more.
    const isEnd = total !== null || text.includes('<nextgroup') || isService(new URL(url))
    const blindPager = next === null && !isEnd ? 'records whose number nothing tells' : null
    return { items, unreadable, follow: next === null ? [] : [getOf(next)], declared, blindPager }
  },
}

/** The answer of `getMessage.do` has the records of `jpage` in a string of its JSONP. */
function unwrapped(text: string): string {
  const answer = parseJson(text)
  const result = typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : null
  return typeof result === 'string' ? result : text
}

/** Whether a page is a catalogue of disclosed documents, whose rows `search.jsp` gives. */
function isCatalogue(text: string): boolean {
  return text.includes(CATALOGUE) || /module\/xxgk\/tree\.jsp\?[^"']{0,300}\barea=/.test(text)
}

/** The first page of a catalogue: what the page's script asks for, else all documents of the area that its tree names. */
function catalogueRequest(text: string, pageUrl: string): ListRequest | null {
  const area = /tree\.jsp\?[^"']{0,300}?\barea=([\w-]{1,60})/.exec(text)?.[1]
  const href = addressAround(text, CATALOGUE)?.href ?? `/${CATALOGUE}`
  const address = resolveHref(href, pageUrl)
  if (address === null) return null
  const url = new URL(address)
  if (!url.searchParams.has('area') && area !== undefined) url.searchParams.set('area', area)
  url.searchParams.set('currpage', '1')
  return { url: url.href, post: formPost([]) }
}

/** A page of a catalogue: a table with a pager whose script is elsewhere, and which the same request turns by its number. */
function readCatalogue(page: ListPage): SystemReading {
  const read = generic.read(page)
  const isEmpty = read.items.length + (read.unreadable?.length ?? 0) === 0
  if (isEmpty) return { ...read, follow: [], beside: [], before: [], blindPager: null, saysEmpty: true }
  const pages = read.declaredPages ?? null
  const isLast = pages !== null && (pageNumberOf(page.request) ?? 1) >= pages
  const next = isLast ? null : nextPage(page.request)
  return { ...read, follow: next === null ? [] : [next], beside: [], before: [], blindPager: null, nextIs: null }
}

/** Whether a page is served by Hanweb's `jpage`, or is an answer of its record service. */
function isHanweb(text: string): boolean {
  return text.includes('dataproxy.jsp') || text.includes(MESSAGES) || text.includes('<datastore')
}

/** The markup of each record in a `<datastore>`. Empty if there is none. */
function recordsIn(text: string): string[] {
  const records: string[] = []
  for (let at = text.indexOf('<record>'); at !== -1; at = text.indexOf('<record>', at + 1)) {
    const end = text.indexOf('</record>', at)
    if (end === -1) break
    records.push(withoutCdata(text.slice(at + '<record>'.length, end)))
    at = end
  }
  return records
}

/** How many records the service has, according to the answer or the page's script. */
function totalOf(text: string): number | null {
  const total = /(?:<totalrecord>\s{0,20}|\btotalRecord["']?\s{0,5}[:=]\s{0,5}["']?)([0-9]{1,7})/i.exec(text)?.[1]
  return total === undefined ? null : Number(total)
}

/**
 * The next request to the record service after this page or answer.
 * @param seen records on this page
 */
function nextRequest(text: string, pageUrl: string, seen: number): string | null {
  const here = new URL(pageUrl)
  if (here.searchParams.has('endrecord')) return followingRange(here, totalOf(text))
  const group = nextGroup(text, here)
  if (group !== null) return group
  if (isService(here)) return null
  return firstRange(text, here, seen)
}

function isService({ pathname }: URL): boolean {
  return pathname.endsWith('dataproxy.jsp') || pathname.endsWith(MESSAGES)
}

/** Records after those of a request by range. */
function followingRange(url: URL, total: number | null): string | null {
  const end = Number(url.searchParams.get('endrecord'))
  const start = Number(url.searchParams.get('startrecord') ?? 1)
  if (total === null || !(end >= start) || end >= total) return null
  const next = new URL(url)
  next.searchParams.set('startrecord', String(end + 1))
  next.searchParams.set('endrecord', String(end + (end - start + 1)))
  return next.href
}

/** The address in `<nextgroup>`, where older versions name the following records. */
function nextGroup(text: string, here: URL): string | null {
  const at = text.indexOf('<nextgroup>')
  if (at === -1) return null
  const end = text.indexOf('</nextgroup>', at)
  const href = /href\s{0,5}=\s{0,5}["']([^"']{1,900})["']/.exec(text.slice(at, end === -1 ? at + 2000 : end))?.[1]
  if (href === undefined || !href.includes('dataproxy.jsp')) return null
  const next = new URL(href.replaceAll('&amp;', '&'), here)
  return next.href === here.href ? null : next.href
}

/** The first request of a page whose script asks for ranges. */
function firstRange(text: string, here: URL, seen: number): string | null {
  const path = /[^\s"'<>=(]{0,300}(?:dataproxy\.jsp|messageController\/getMessage\.do)[^\s"'<>)]{0,900}/.exec(text)?.[0]
  const total = totalOf(text)
  if (path === undefined || (total !== null && seen >= total)) return null
  const url = new URL(path.replaceAll('&amp;', '&'), here)
  if (url.searchParams.has('page')) return url.href
  const column = /\/col\/col([0-9]{1,12})\//.exec(here.pathname)?.[1]
  for (const name of PARAMETERS) {
    const value = settingOf(text, name) ?? (name === 'columnid' ? column : undefined)
    if (!url.searchParams.has(name) && value !== undefined) url.searchParams.set(name, value)
  }
  const perPage = Number(settingOf(text, 'perPage') ?? 15)
  const isMessages = url.pathname.endsWith(MESSAGES)
  // This service refuses requests for more rows than its site allows; a page's own number is allowed.
  const usual = isMessages ? perPage : perPage * 3
  const size = perPage > 0 && perPage <= 100 ? usual : RECORDS_A_REQUEST
  if (isMessages) url.searchParams.set('columnId', settingOf(text, 'columnId') ?? '')
  if (isMessages) url.searchParams.set('callback', 'show')
  url.searchParams.set('startrecord', String(seen + 1))
  url.searchParams.set('endrecord', String(seen + size))
  url.searchParams.set('perpage', String(perPage))
  return url.href
}

/** The value of a name in a script, such as `columnid:76705`, `'unitid' : "29"` or `webid=1`. */
function settingOf(text: string, name: string): string | undefined {
  return new RegExp(`["'&?{,\\s]${name}["']?\\s{0,5}[:=]\\s{0,5}["']?([^"',;&}\\s]{1,100})`).exec(text)?.[1]
}

function withoutCdata(record: string): string {
  return collapse(record.replace(/^\s*<!\[CDATA\[/, '').replace(/\]\]>\s*$/, ''))
}
