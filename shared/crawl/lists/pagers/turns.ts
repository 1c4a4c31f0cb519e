import { getOf, type ListRequest, requestKey } from '../../fetch/list-request.ts'
import type { Control, Controls } from '../../pages/controls.ts'
import { formRequestOf } from '../../pages/form-request.ts'
import { MAX_PAGES } from '../../pages/later-pages.ts'
import { isAddress, resolveHref } from '../../pages/links.ts'
import { MAX_SCRIPTS } from '../../pages/markup.ts'
import { addressOfHandler, isIdle } from '../../pages/script-calls.ts'
import { withParameter } from '../../pages/with-parameter.ts'
import { isPageName, pageNumberOf } from '../next-request.ts'
import { numberOf, type PagerWord, pagerWordOf } from './words.ts'

const MAX_CONTROLS = 60
/** `{page: n}` of a request, `"?page=" + n`. */
const SENT_NAME = /[{,?&]\s{0,5}["']?([A-Za-z_]\w{0,20})["']?\s{0,3}[:=]/g
const NUMBERED = /^(?<before>.*[_=/-])(?<number>[0-9]{1,3})(?<after>(?:\.\w{2,5})?(?:[&#?].*)?)$/

/** A control of a pager with the request that it makes, as far as that can be told. */
interface Turn {
  readonly word: PagerWord
  readonly number: number | null
  readonly request: ListRequest | null
  /** It leads to this very page, as 下一页 does on the last one. */
  readonly isHere: boolean
  readonly control: Control
}

export interface Turns {
  /** Pages to read next. */
  readonly follow: readonly ListRequest[]
  /** What another 下一页 leads to: that of a second list beside the first one. */
  readonly others: readonly ListRequest[]
  /** Pages before the one that the list opens on, and a next page that may be this one. They need not have anything new. */
  readonly before: readonly ListRequest[]
  /** What was seen of a pager that leads nowhere. Null if the pager was followed, is at its end, or is not there. */
  readonly blind: string | null
  /** A later page to which a link leads, though nothing tells those before it. Null if there is none. */
  readonly skipped: string | null
  /** The last page to which it has links beside the one that is followed. Null if there are none. */
  readonly namedPages: number | null
  /** The words 下一页 are a link or run a script that is understood. */
  readonly isLive: boolean
  /** 下一页 and the like stand there without a link or a script: on a last page, or because a script binds them later. */
  readonly isInert: boolean
}

/** The page to turn to, and where. */
export interface Place {
  readonly url: string
  readonly base: string
  readonly scripts: string
  /** Place of this page in its list, from 1. */
  readonly number: number
}

/** Follows a pager's own controls: 下一页, the next number, and 尾页, whose number tells the pages before it. */
export function turnsOf(controls: Controls, place: Place): Turns {
  const turns = controls.controls
    .map((control) => ({ control, word: pagerWordOf(control) }))
    .filter(({ word }) => word !== null)
    // A calendar has more numbers than a pager, and may stand before it.
    .sort((a, b) => Number(a.word === 'number') - Number(b.word === 'number'))
    .slice(0, MAX_CONTROLS)
    .map(({ control, word }) => turnOf(control, word!, controls, place))
  const next = turns.filter(({ word }) => word === 'next')
  const numbered = turns.filter(
    ({ word, number }) => word === 'more' || (word === 'number' && number === place.number + 1),
  )
  const [leads] = [...next, ...numbered].flatMap(({ request }) => request ?? [])
  const back = place.number > 1 ? null : (turns.find(({ word }) => word === 'previous')?.request ?? null)
  const isLive = next.some(({ request }) => request !== null)
  const isInert = next.length > 0 && next.every(({ request, control }) => request === null && control.handler === null)
  // This page may be asked for by its number, too: by 下一页 of the page before it, and by its own if it is the last.
  const before = back === null ? [] : [back, ...rangeTo(back, place, { first: 1, more: 1 })]
  if (leads !== undefined) {
    const isBeside = before.some(({ url }) => url === leads.url)
    const namedPages = lastNamed(turns, leads, place.number)
    const others = otherLists(next, leads, place)
    return { follow: isBeside ? [] : [leads], others, before, blind: null, skipped: null, namedPages, isLive, isInert }
  }
  const range = rangeTo(turns.find(({ word, request }) => word === 'last' && request !== null)?.request ?? null, place)
  if (range.length > 0)
    return {
      follow: range,
      others: [],
      before,
      blind: null,
      skipped: null,
      namedPages: null,
      isLive: true,
      isInert: false,
    }
  const later = turns.filter(({ isHere }) => !isHere).filter(isLaterPage(place))
  const seen = later.find(({ request, control }) => request === null && !control.isDisabled)
  const beyond = later.find(
    ({ number, request }) => request !== null && !isFirst(request) && (number ?? 0) <= MAX_PAGES,
  )
  return {
    follow: [],
    others: [],
    before,
    blind: seen === undefined ? null : signOf(seen.control),
    skipped: beyond === undefined ? null : signOf(beyond.control),
    namedPages: null,
    isLive,
    isInert,
  }
}

/** Arrows lead on in other things, too, and other folders have other lists. */
function otherLists(next: readonly Turn[], leads: ListRequest, { url }: Place): ListRequest[] {
  const folder = new URL('.', url).href
  const found = next.flatMap(({ request, control }) =>
    request?.url.startsWith(folder) && /[下后]一?页/.test(control.text) ? [request] : [],
  )
  const others = new Map(found.map((request) => [requestKey(request), request]))
  others.delete(requestKey(leads))
  return [...others.values()]
}

/**
 * The greatest number of a pager's links, and that of 尾页 as far as it is above the next one's. Other numbers, as of a calendar, lead
 * elsewhere than the next page.
 */
function lastNamed(turns: readonly Turn[], leads: ListRequest, here: number): number | null {
  const shape = (url: string) => url.replace(/[0-9]+/g, '0')
  const alike = turns.filter(({ request }) => request !== null && shape(request.url) === shape(leads.url))
  const isPager = alike.some(({ number, request }) => number === here + 1 && request!.url === leads.url)
  const numbers = isPager ? alike.flatMap(({ number }) => (number === null || number > MAX_PAGES ? [] : [number])) : []
  const last = alike.find(({ word }) => word === 'last')?.request?.url ?? leads.url
  const [to, from] = [last, leads.url].map((url) => Number(NUMBERED.exec(url)?.groups?.number ?? 0))
  const most = Math.max(here + 1, here + 1 + to! - from!, ...numbers)
  return most > here + 1 && most <= MAX_PAGES ? most : null
}

/** Lists of one page have links to it by its number. */
function isFirst({ url, post }: ListRequest): boolean {
  return post === null && Number(NUMBERED.exec(url)?.groups?.number ?? 2) < 2
}

/** The handler of a select with the value of one of its options. */
export function withOwnValue(handler: string, value: string | null): string {
  return handler.replace(/\bthis\.(?:value|options\[this\.selectedIndex\]\.value)/g, `'${value ?? ''}'`)
}

/** Controls that lead beyond this page. The number of an earlier page does not. */
function isLaterPage({ number: here }: Place) {
  return ({ word, number, control }: Turn) =>
    (word !== 'number' && word !== 'previous') || (number !== null && number > here && isWorked(control))
}

/** A bare 2 in a text is no pager. */
function isWorked({ tag, text, handler }: Control): boolean {
  return tag === 'a' || tag === 'button' || handler !== null || (tag === 'option' && text.includes('页'))
}

function turnOf(control: Control, word: PagerWord, controls: Controls, place: Place): Turn {
  const turn = { word, number: numberOf(control.text), control, isHere: false }
  const { href, handler, dataAddress } = control
  const direct = isAddress(href) && !/^[0-9]{1,4}$/.test(href) ? resolveHref(href, place.base) : null
  const call = handler ?? ''
  const scripts = place.scripts.slice(0, MAX_SCRIPTS)
  if (handler !== null && isIdle(handler, scripts)) return { ...turn, request: null, isHere: true }
  const own = handler === null ? call : withOwnValue(handler, href)
  const asked = dataAddress === null ? null : numberedAddress(control, scripts, place.base)
  const told = direct ?? (own === '' ? null : addressOfHandler(own, scripts)) ?? asked
  const url = told === null ? null : resolveHref(told, place.base)
  const request =
    url === null ? (own === '' ? null : formRequestOf(own, scripts, controls.forms, place.url)) : getOf(url)
  const isHere = request !== null && request.post === null && request.url === place.url
  // A script that seems to lead from the first page to itself was not understood.
  return { ...turn, request: isHere ? null : request, isHere: isHere && (direct !== null || place.number > 1) }
}

/**
 * The address in a control's data, with the number there under the name by which a script of the page sends it. Null if there is
 * a number and no name for it.
 */
function numberedAddress({ dataAddress, dataNumber }: Control, scripts: string, base: string): string | null {
  const address = resolveHref(dataAddress ?? '', base)
  if (address === null || dataNumber === null || pageNumberOf(getOf(address)) !== null) return address
  const names = [...scripts.matchAll(SENT_NAME)].map(([, name]) => name!).filter(isPageName)
  return names.length === 0 ? null : withParameter(address, names[0]!, String(dataNumber))
}

/** The pages up to a last one whose address has its number: `index_4.html` is preceded by `index_1` … `index_3`. */
function rangeTo(
  last: ListRequest | null,
  { url, number }: Place,
  { first: from, more = 0 }: { first?: number; more?: number } = {},
): ListRequest[] {
  if (last === null || last.post !== null || number > 1) return []
  const found = NUMBERED.exec(last.url)?.groups
  if (found === undefined) return []
  const end = Number(found.number) + more
  const first = from ?? (found.before!.endsWith('=') ? 2 : 1)
  if (end > MAX_PAGES) return []
  const pages = Array.from(
    { length: Math.max(0, end - first + 1) },
    (_, n) => `${found.before}${first + n}${found.after}`,
  )
  return pages.filter((page) => page !== url).map(getOf)
}

function signOf({ tag, text, hint, handler, href }: Control): string {
  const target = handler ?? href ?? 'no address'
  return `a pager that is not understood: <${tag}> ${(text || hint).slice(0, 30)}, ${target.slice(0, 80)}`
}
