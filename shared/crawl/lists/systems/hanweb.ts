import { getOf } from '../../fetch/list-request.ts'
import { collapse } from '../../pages/markup.ts'
import { recordItem } from '../items.ts'
import type { ListSystem } from '../list-system.ts'
import { generic } from './generic.ts'

/** Records per request if the page does not say: three screens of fifteen, as in the pages' own scripts. */
const RECORDS_A_REQUEST = 45
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
  recognises: ({ text }) => isHanweb(text),
  read: (page) => {
    const { text, url } = page
    const records = recordsIn(text)
    if (records.length === 0 && !isHanweb(text)) return generic.read(page)
    const next = nextRequest(text, url, records.length)
    // Without records and without a service to ask, the rows are in the page like those of any other list.
    if (records.length === 0 && next === null) return generic.read(page)
    const total = totalOf(text)
    const declared = total === null ? null : { series: 'records', items: total, isExact: true }
    const items = records.flatMap((record) => recordItem(record, url) ?? [])
    // Records end with their number, or with a group that names no next one. Otherwise a script may know of more.
    const isEnd = total !== null || text.includes('<nextgroup') || new URL(url).pathname.endsWith('dataproxy.jsp')
    const blindPager = next === null && !isEnd ? 'records whose number nothing tells' : null
    return { items, follow: next === null ? [] : [getOf(next)], declared, blindPager }
  },
}

/** Whether a page is served by Hanweb's `jpage`, or is an answer of its record service. */
function isHanweb(text: string): boolean {
  return text.includes('dataproxy.jsp') || text.includes('<datastore')
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
  if (here.pathname.endsWith('dataproxy.jsp')) return null
  return firstRange(text, here, seen)
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
  const path = /[^\s"'<>=(]{0,300}dataproxy\.jsp[^\s"'<>)]{0,900}/.exec(text)?.[0]
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
  const size = perPage > 0 && perPage <= 100 ? perPage * 3 : RECORDS_A_REQUEST
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
