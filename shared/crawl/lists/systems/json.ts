import { readMarkup } from '../../pages/markup.ts'
import { nextByCursor } from '../cursor.ts'
import type { ListPage, ListSystem, SystemReading } from '../list-system.ts'
import { nextByPath, nextRequest, pageNumberOf, parseJson, seriesOf } from '../next-request.ts'
import { recordsIn, totalIn } from '../records.ts'
import { generic } from './generic.ts'

/** Answers of services with fewer rows than any service gives at a time have no further page. */
const FEWEST_ROWS_OF_A_PAGE = 5
const HAS_MORE = /^has_?(?:more|next)(?:_?page)?$/i
const IS_LAST = /^(?:is_?)?(?:last|end)(?:_?page)?$/i

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
  const rows = records === null ? 0 : records.items.length + records.unreadable.length
  if (rows === 0 && html !== null) return readFragment(page, html, answer)
  if (records === null) return { items: [], follow: [] }
  const { items, unreadable, pages, isCut } = records
  // After the last page a bare `count` says nothing new: it may have counted the rows of each answer alone.
  const total = rows === 0 && page.number > 1 ? totalIn(answer, Number.POSITIVE_INFINITY) : records.total
  const declared = total === null ? null : { series: seriesOf(page.request, page.number), items: total, isExact: true }
  // An answer without rows that says that there are some was asked for a page that it does not have.
  if (rows === 0) return { items: [], follow: [], declared, saysEmpty: records.isEmpty }
  const cursor = nextByCursor(page.request, answer)
  const isAtEnd = saysEnd(answer) || cursor === 'end'
  const isLast = isAtEnd || (pages !== null && (pageNumberOf(page.request) ?? 0) >= pages)
  const isCounted = total !== null || pages !== null
  const byPath = isCounted ? nextByPath(page.request, page.number) : null
  const next = isLast ? null : (cursor ?? nextRequest(page.request) ?? byPath)
  // A service that does not say how many rows it has may have more than it can be asked for.
  const blindPager =
    !isCounted && next === null && !isAtEnd && rows >= FEWEST_ROWS_OF_A_PAGE
      ? 'a service that does not say how many rows it has'
      : null
  const blindPart = isCut ? 'an answer with more rows than are read' : null
  const follow = next === null ? [] : [next]
  return { items, unreadable, follow, declared, declaredPages: pages, blindPager, blindPart }
}

/** Markup that a service gives inside of its answer. Its own pager leads on, else the next number, until a page is empty. */
function readFragment(page: ListPage, html: string, answer: unknown): SystemReading {
  const read = generic.read({ ...page, text: html, markup: readMarkup(html) })
  const rows = read.items.length + (read.unreadable?.length ?? 0)
  const counted = Math.max(read.declared?.items ?? 0, totalIn(answer, rows) ?? 0)
  const isOfPages = counted > 0 && counted < rows
  const declaredPages = read.declaredPages ?? (isOfPages ? counted : null)
  // Of a list that grows the answer counts the rows that its page had at first, too.
  const declared = counted === 0 || isOfPages ? null : { series: 'rows', items: counted, isExact: false }
  const reading = { ...read, declared, declaredPages }
  if (rows === 0) return { ...reading, saysEmpty: true, follow: [], blindPager: null }
  if (saysEnd(answer)) return { ...reading, blindPager: null }
  const hasPager = reading.blindPager !== null || (declaredPages ?? 1) > 1 || counted > rows
  const next = hasPager || rows >= FEWEST_ROWS_OF_A_PAGE * 2 ? nextRequest(page.request) : null
  const isLast = (pageNumberOf(page.request) ?? 0) >= (declaredPages ?? Number.POSITIVE_INFINITY)
  if (reading.follow.length > 0 || next === null || isLast) return reading
  return { ...reading, follow: [next], blindPager: null }
}

/** `hasMore: false`, `isLast: true`. */
function saysEnd(answer: unknown, depth = 0): boolean {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer) || depth > 2) return false
  return Object.entries(answer).some(
    ([name, value]) =>
      (HAS_MORE.test(name) && value === false) || (IS_LAST.test(name) && value === true) || saysEnd(value, depth + 1),
  )
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
