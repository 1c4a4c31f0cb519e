import { readMarkup } from '../../pages/markup.ts'
import type { ListPage, ListSystem, SystemReading } from '../list-system.ts'
import { nextRequest, pageNumberOf, parseJson, seriesOf } from '../next-request.ts'
import { recordsIn } from '../records.ts'
import { generic } from './generic.ts'

/** Answers of services with fewer rows than any service gives at a time have no further page. */
const FEWEST_ROWS_OF_A_PAGE = 5

/** An answer in JSON or JSONP: records with titles and addresses, or markup in one of its strings. */
export const json: ListSystem<'json'> = {
  name: 'json',
  recognises: ({ text }) => parseJson(text) !== undefined,
  read: (page) => readAnswer(page) ?? { items: [], follow: [] },
}

/** The reading of an answer in JSON. Null if the page is something else. */
export function readAnswer(page: ListPage): SystemReading | null {
  const answer = parseJson(page.text)
  if (answer === undefined) return null
  const html = markupIn(answer, 0)
  const records = recordsIn(answer, page.url)
  if (records === null || records.items.length + records.unreadable.length === 0) {
    if (html !== null) return readFragment(page, html)
    return { items: [], follow: [], saysEmpty: records !== null }
  }
  const { items, unreadable, total, pages } = records
  const rows = items.length + unreadable.length
  const isLast = pages !== null && (pageNumberOf(page.request) ?? 0) >= pages
  const next = isLast ? null : nextRequest(page.request)
  const declared = total === null ? null : { series: seriesOf(page.request), items: total, isExact: true }
  // A service that does not say how many rows it has may have more than it can be asked for.
  const blindPager =
    total === null && pages === null && next === null && rows >= FEWEST_ROWS_OF_A_PAGE
      ? 'a service that does not say how many rows it has'
      : null
  return { items, unreadable, follow: next === null ? [] : [next], declared, declaredPages: pages, blindPager }
}

/** Markup that a service gives inside of its answer. Its own pager leads on, else the next number, until a page is empty. */
function readFragment(page: ListPage, html: string): SystemReading {
  const reading = generic.read({ ...page, text: html, markup: readMarkup(html) })
  const rows = reading.items.length + (reading.unreadable?.length ?? 0)
  if (rows === 0) return { ...reading, saysEmpty: true, follow: [], blindPager: null }
  const hasPager =
    reading.blindPager !== null || (reading.declaredPages ?? 1) > 1 || (reading.declared?.items ?? 0) > rows
  const next = hasPager || rows >= FEWEST_ROWS_OF_A_PAGE * 2 ? nextRequest(page.request) : null
  const isLast = (pageNumberOf(page.request) ?? 0) >= (reading.declaredPages ?? Number.POSITIVE_INFINITY)
  if (reading.follow.length > 0 || next === null || isLast) return reading
  return { ...reading, follow: [next], blindPager: null }
}

function markupIn(value: unknown, depth: number): string | null {
  if (typeof value === 'string') return /<(?:li|a|tr|div|ul)\b/i.test(value) ? value : null
  if (typeof value !== 'object' || value === null || depth > 4) return null
  return (
    Object.values(value)
      .map((one) => markupIn(one, depth + 1))
      .find((html) => html !== null) ?? null
  )
}
