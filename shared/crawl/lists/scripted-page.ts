import { decode } from '../../formats/decode.ts'
import { getOf, type ListRequest, requestKey } from '../fetch/list-request.ts'
import { readControls } from '../pages/controls.ts'
import { laterPages, MAX_PAGES } from '../pages/later-pages.ts'
import { resolveHref } from '../pages/links.ts'
import type { Problem } from '../problem.ts'
import type { Effects } from '../scripts/effects.ts'
import { asScript, placeOf, scriptParts } from '../scripts/page-scripts.ts'
import { runScripts } from '../scripts/run-scripts.ts'
import { ownFile, type ReadScriptFile } from '../scripts/script-files.ts'
import { isMadeOfUnknown } from '../scripts/unknown.ts'
import type { Page } from '../visit.ts'
import type { ListReading } from './list-reading.ts'
import { isPageName, nextByPath, nextRequest, previousRequest } from './next-request.ts'
import type { ListPlace } from './open-page.ts'
import { calledPager } from './pagers/called-pager.ts'
import { turnHandlers } from './pagers/turn-handlers.ts'
import { readPage } from './read-page.ts'

/** Requests of a page that bring no rows. */
const OTHER_REQUEST =
  /count|stat|visit|hits?\b|click|weather|login|user|token|captcha|verify|share|log\b|search(?:word|hot)|hotword/i
const MAX_REQUESTS = 6
/** Parameters by which a service continues where it was. */
const CURSOR = /cursor|after|last|offset|start|begin|since|next|skip|from/i
/** An encoded byte is no number of a page. */
const ENCODED = /%[0-9a-f]{2}/gi
/** Of what was written. One that is made of something unknown leads nowhere. */
const TAG = /<(\w{1,20})\b[^<>]{1,4000}>/g

/**
 * Reads a page of a list once more with what its scripts write, would ask for and would turn to. The scripts run in an engine of their
 * own; what they would ask for, the walk asks for. Gives the first reading if they add nothing.
 */
export async function readScripted(
  first: ListReading,
  page: Pick<Page, 'url' | 'body' | 'nextPage' | 'sendsTo'>,
  { system, ...place }: ListPlace,
  readFile: ReadScriptFile,
): Promise<ListReading | Problem> {
  const { text } = decode(page.body)
  const { parts, elements } = scriptParts(text)
  const next = place.number + 1
  const handlers = turnHandlers(readControls(text).controls, elements, next)
  if (parts.length + handlers.length === 0) return first
  const scripts: string[] = []
  for (const part of parts) {
    const url = 'source' in part ? ownFile(part.source, page.url) : null
    const text = 'text' in part ? part.text : url === null ? '' : ((await readFile(url)) ?? '')
    scripts.push(part.isModule === true ? asScript(text) : text)
  }
  const ran = await runScripts({ place: placeOf(page.url), elements, scripts }, next, handlers)
  if (ran === null) return first
  const { loaded, turned } = ran
  const written = loaded.written.replace(TAG, (tag, name) => (isMadeOfUnknown(tag) ? `<${name}>` : tag))
  const body = new TextEncoder().encode(`\uFEFF${text}<div>${written}</div>`)
  const reading = written.trim() === '' ? first : readPage(system, { ...page, body }, place)
  if ('code' in reading) return reading
  const rows = reading.items.length + reading.unreadable.length
  if (rows === 0) return withFetched(reading, fetched(loaded, page.url))
  const led = reading.follow.length > 0 ? reading : { ...reading, ...turnedTo(turned, reading, page.url, next) }
  return { ...led, isTurnedByScript: led.follow.length > first.follow.length }
}

/** Rows that a page fetches beside its pager are a part of the page: without them it is not read. */
function withFetched(reading: ListReading, brought: Partial<ListReading>): ListReading {
  if (reading.follow.length === 0) return { ...reading, ...brought }
  const beside = [...(brought.follow ?? []), ...(brought.beside ?? [])]
  const isUnread = beside.length === 0 && reading.nextIs === 'live'
  const blindPart = brought.blindPart ?? reading.blindPart
  return {
    ...reading,
    beside,
    blindPart,
    blindPager: isUnread ? 'a page with a pager and without rows' : reading.blindPager,
  }
}

/** Where rows come from that a page without any asks for. */
function fetched({ requests, goesTo }: Effects, pageUrl: string): Partial<ListReading> {
  const own = ownRequests(requests, pageUrl).filter(({ url }) => !OTHER_REQUEST.test(new URL(url).pathname))
  if (own.length === 1) return { follow: own, isScriptOnly: false }
  if (own.length > 1) {
    const cut = own.length > MAX_REQUESTS ? { blindPart: `a page that asks ${own.length} services` } : {}
    return { ...cut, beside: own.slice(0, MAX_REQUESTS), isScriptOnly: false }
  }
  const to = goesTo === null ? [] : ownRequests([getOf(goesTo)], pageUrl)
  return to.length === 0 ? {} : { follow: to, isScriptOnly: false }
}

/** The next page, if what a pager did leads to an address with its number, or asks a service for what comes next. */
function turnedTo(turned: Effects, reading: ListReading, pageUrl: string, next: number): Partial<ListReading> {
  const { pages, addressOf } = calledPager(turned)
  const last = Math.max(pages ?? 0, reading.declaredPages ?? 0)
  if (last > 0 && next > last) return { blindPager: null, declaredPages: last }
  const declaredPages = last > 0 ? last : null
  if (addressOf !== null && declaredPages !== null && next === 2) {
    const addresses = laterPages(declaredPages).map(addressOf)
    return { follow: ownRequests(addresses.map(getOf), pageUrl), blindPager: null, declaredPages }
  }
  const led = turned.goesTo === null ? turned.requests : [getOf(turned.goesTo)]
  const [request] = ownRequests(led, pageUrl).filter((one) => leadsOn(one, pageUrl, next))
  if (request === undefined) return {}
  // A service counts the rows that the page had at first, too, and need not give the same number of them at a time.
  const first = turned.goesTo === null && next === 2 ? previousRequest(request) : null
  const before = first === null ? reading.before : [...reading.before, first]
  return { follow: [request, ...upTo(last, request, next)], before, blindPager: null, declaredPages }
}

/** The pages after one by their numbers, where it is known how many there are: what a service gives has no pager of its own. */
function upTo(last: number, request: ListRequest, number: number): ListRequest[] {
  const pages: ListRequest[] = []
  let page: ListRequest | null = request
  for (let at = number; at < last && at < MAX_PAGES && page !== null; at++) {
    page = nextRequest(page) ?? nextByPath(page, at)
    if (page !== null) pages.push(page)
  }
  return pages
}

/** Whether a request names the next page, or a place from which a service is to go on. */
function leadsOn({ url, post }: ListRequest, pageUrl: string, next: number): boolean {
  const address = new URL(url)
  const names = [
    ...address.searchParams.keys(),
    ...(post === null ? [] : (post.body.match(/[A-Za-z_]\w{0,30}/g) ?? [])),
  ]
  const isNumbered = (text: string) => new RegExp(`(?<![0-9])(?:${next}|${next - 1})(?![0-9])`).test(text)
  const changed = url.replace(pageUrl.split('?')[0]!, '').replace(ENCODED, ' ')
  return isNumbered(post?.body ?? changed) || names.some((name) => isPageName(name) || CURSOR.test(name))
}

function ownRequests(requests: readonly ListRequest[], pageUrl: string): ListRequest[] {
  const { host } = new URL(pageUrl)
  const known = requests.filter(({ url, post }) => !isMadeOfUnknown(`${url} ${post?.body ?? ''}`))
  const found = known.flatMap(({ url, post }) => {
    const address = resolveHref(url, pageUrl)
    return address === null || new URL(address).host !== host || (post === null && address === pageUrl)
      ? []
      : [{ url: address, post }]
  })
  return [...new Map(found.map((one) => [requestKey(one), one])).values()]
}
