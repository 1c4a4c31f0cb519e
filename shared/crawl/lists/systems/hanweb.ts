import { formPost, type ListRequest } from '../../fetch/list-request.ts'
import { resolveHref } from '../../pages/links.ts'
import { addressAround } from '../address-around.ts'
import { recordItem, recordText } from '../items.ts'
import { readRecords } from '../jpage/records.ts'
import { isService, MESSAGES, nextRecords } from '../jpage/requests.ts'
import type { ListPage, ListSystem, SystemReading } from '../list-system.ts'
import { nextRequest as nextPage, pageNumberOf } from '../next-request.ts'
import { generic } from './generic.ts'

const CATALOGUE = 'module/xxgk/search.jsp'

/** Hanweb's `jpage`: records inside the page, and more of them from a record service. */
export const hanweb: ListSystem<'hanweb'> = {
  name: 'hanweb',
  recognises: ({ text, url }) => isHanweb(text) || isCatalogue(text) || url.includes(CATALOGUE),
  read: (page) => {
    const { url } = page
    if (url.includes(CATALOGUE)) return readCatalogue(page)
    const isAnswer = isService(url)
    const said = readRecords(page.text, isAnswer)
    const { text, records, total } = said
    if (isCatalogue(text) && !isHanweb(text)) {
      const first = catalogueRequest(text, url)
      const own = generic.read(page)
      return first === null ? own : { ...own, follow: [first], beside: [], before: [], blindPager: null }
    }
    if (records.length === 0 && !isHanweb(text) && !isAnswer) return generic.read(page)
    const { follow, otherwise } = nextRecords(page, said)
    if (records.length === 0 && !isAnswer) {
      // Without a service to ask, the rows are in the page like those of any other list. Else it may hold the first of them.
      const own = generic.read(page)
      return follow.length === 0 ? own : { items: own.items, follow, otherwise }
    }
    const declared = total === null ? null : { series: 'records', items: total, isExact: true }
    const rows = records.map((record) => ({ record, item: recordItem(record, url) }))
    const items = rows.flatMap(({ item }) => item ?? [])
    const unreadable = rows
      .filter(({ item }) => item === null)
      .map(({ record }) => ({ title: recordText(record), detail: 'its record has no address' }))
    // Records end with their number, or with a group that names no next one. Otherwise a script may know of more.
    const isEnd = total !== null || text.includes('<nextgroup') || isAnswer
    const blindPager = follow.length === 0 && !isEnd ? 'records whose number nothing tells' : null
    const saysEmpty = isAnswer && records.length === 0 && (page.number > 1 || total === 0)
    // An only answer that neither counts nor leads on may be what the service gives for any request.
    const startsAnew = isAnswer && (total !== null || follow.length > 0)
    return { items, unreadable, follow, otherwise, declared, blindPager, saysEmpty, startsAnew }
  },
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
