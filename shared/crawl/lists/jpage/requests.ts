import { getOf, type ListRequest } from '../../fetch/list-request.ts'
import type { ListPage } from '../list-system.ts'
import { nextRequest, pageNumberOf } from '../next-request.ts'
import type { Records } from './records.ts'

export const MESSAGES = 'messageController/getMessage.do'
const SERVICE = /(?:dataproxy\.jsp|messageController\/getMessage\.do)$/
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
const SETTINGS = /ajaxParam["']?\s{0,5}:\s{0,5}\{([^{}]{1,2000})\}/
const SETTING = /["']?(\w{1,30})["']?\s{0,5}:\s{0,5}(?:"([^"]{0,300})"|'([^']{0,300})'|([\w.-]{1,100}))/g

/** Where the records after those of a page or an answer are. */
export interface Next {
  readonly follow: readonly ListRequest[]
  /** The same by the older way, in which services are asked for groups by their number. */
  readonly otherwise: readonly ListRequest[]
}

/** Whether a request asks the service for records, and not for the page that they belong to. */
export function isService(url: string): boolean {
  return SERVICE.test(new URL(url).pathname)
}

export function nextRecords({ url, request }: Pick<ListPage, 'url' | 'request'>, records: Records): Next {
  const { text } = records
  if (isService(url)) {
    const isRange = new URL(url).searchParams.has('endrecord')
    const next = isRange ? rangeAfter(url, records) : (nextGroup(text, url) ?? groupAfter(request, records))
    return { follow: next === null ? [] : [next], otherwise: [] }
  }
  const ways = [firstRange(url, records), nextGroup(text, url)].flatMap((way) => way ?? [])
  return { follow: ways.slice(0, 1), otherwise: ways.slice(1) }
}

/** Records after those that were given for a range, which may be fewer than it has. */
function rangeAfter(url: string, { records, total }: Records): ListRequest | null {
  const next = new URL(url)
  const start = Number(next.searchParams.get('startrecord') ?? 1)
  const size = Number(next.searchParams.get('endrecord')) - start + 1
  const after = start + records.length
  const isLast = total === null ? records.length < size : after > total
  if (!(size > 0) || records.length === 0 || isLast) return null
  next.searchParams.set('startrecord', String(after))
  next.searchParams.set('endrecord', String(after + size - 1))
  return getOf(next.href)
}

/** The address in `<nextgroup>`. */
function nextGroup(text: string, url: string): ListRequest | null {
  const at = text.indexOf('<nextgroup>')
  if (at === -1) return null
  const end = text.indexOf('</nextgroup>', at)
  const href = /href\s{0,5}=\s{0,5}["']([^"']{1,900})["']/.exec(text.slice(at, end === -1 ? at + 2000 : end))?.[1]
  if (href === undefined || !href.includes('dataproxy.jsp') || !URL.canParse(href, url)) return null
  const next = new URL(href.replaceAll('&amp;', '&'), url)
  return next.href === url ? null : getOf(next.href)
}

/** The group after one that names none, and that does not end the service's records. */
function groupAfter(request: ListRequest, { records, total }: Records): ListRequest | null {
  const number = pageNumberOf(request)
  const isLast = total === null || records.length === 0 || (number ?? 0) * records.length >= total
  return isLast ? null : nextRequest(request)
}

/** What the page's script asks for when its visitor has seen the records that it came with. */
function firstRange(pageUrl: string, { text, records, total }: Records): ListRequest | null {
  const set = settingOf(text, 'proxyUrl')
  const path =
    set ?? /[^\s"'<>=(]{0,300}(?:dataproxy\.jsp|messageController\/getMessage\.do)[^\s"'<>)]{0,900}/.exec(text)?.[0]
  if (path === undefined || !URL.canParse(path, pageUrl) || (total !== null && records.length >= total)) return null
  const url = new URL(path.replaceAll('&amp;', '&'), pageUrl)
  if (!isService(url.href) || (set === undefined && text.includes('<nextgroup>'))) return null
  if (url.searchParams.has('page')) return getOf(url.href)
  const column = /\/col\/col([0-9]{1,12})\//.exec(pageUrl)?.[1]
  for (const [name, value] of ownSettings(text)) if (!url.searchParams.has(name)) url.searchParams.set(name, value)
  for (const name of PARAMETERS) {
    const value = settingOf(text, name) ?? (name === 'columnid' ? column : undefined)
    if (!url.searchParams.has(name) && value !== undefined) url.searchParams.set(name, value)
  }
  const perPage = Number(settingOf(text, 'per[Pp]age') ?? 15)
  const isMessages = url.pathname.endsWith(MESSAGES)
  // This service refuses requests for more rows than its site allows; a page's own number is allowed.
  const usual = isMessages ? perPage : perPage * 3
  const size = perPage > 0 && perPage <= 100 ? usual : RECORDS_A_REQUEST
  if (isMessages) url.searchParams.set('columnId', settingOf(text, 'columnId') ?? '')
  if (isMessages) url.searchParams.set('callback', 'show')
  url.searchParams.set('startrecord', String(records.length + 1))
  url.searchParams.set('endrecord', String(records.length + size))
  url.searchParams.set('perpage', String(perPage))
  return getOf(url.href)
}

/** What the script sends with every request. */
function ownSettings(text: string): [name: string, value: string][] {
  const [, settings = ''] = SETTINGS.exec(text) ?? []
  return [...settings.matchAll(SETTING)].map(([, name, double, single, bare]) => [
    name!,
    double ?? single ?? bare ?? '',
  ])
}

/** The value of a name in a script, such as `columnid:76705`, `'unitid' : "29"` or `webid=1`. */
function settingOf(text: string, name: string): string | undefined {
  const pattern = `["'&?{,\\s]${name}["']?\\s{0,5}[:=]\\s{0,5}(?:"([^"]{1,300})"|'([^']{1,300})'|([^"',;&}\\s]{1,100}))`
  const [, double, single, bare] = new RegExp(pattern).exec(text) ?? []
  return double ?? single ?? bare
}
