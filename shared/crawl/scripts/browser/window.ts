import { Address } from './address.ts'
import { document } from './document.ts'
import { goTo } from './effects.ts'
import { elementOf } from './elements.ts'
import { listen, listening, scrolls, wait } from './events.ts'
import { axios, jQuery } from './libraries.ts'
import { layui, loader } from './loaders.ts'
import { location } from './location.ts'
import { missing, nothing } from './nothing.ts'
import { withId } from './page.ts'
import { Parameters } from './parameters.ts'
import { AjaxRequest, ask, encode, settingsOf } from './requests.ts'
import { SIZE, WINDOW_SIZES } from './sizes.ts'
import { type Callback, isCallback, isObject } from './values.ts'
import { Vue } from './vue.ts'

const MARK = 'window'
const window = globalThis as Record<string, unknown> & typeof globalThis

/** Gives the scripts their global names. Any other is an element with that ID, or is missing. */
export function openWindow(): void {
  Object.assign(window, {
    document,
    $: jQuery,
    jQuery,
    axios,
    Vue,
    layui,
    require: loader,
    requirejs: loader,
    seajs: loader,
    fetch: (what: unknown, settings: unknown) => ask(settingsOf(what instanceof Address ? what.href : what, settings)),
    Request: requested,
    Headers: headed,
    URL: Address,
    Qs: FORMS,
    qs: FORMS,
    XMLHttpRequest: AjaxRequest,
    ActiveXObject: AjaxRequest,
    URLSearchParams: Parameters,
    IntersectionObserver: observer,
    setTimeout: timer,
    setInterval: timer,
    requestAnimationFrame: timer,
    open: goTo,
    ...listening(MARK, () => window),
    ...Object.fromEntries(WINDOW_SIZES.map((name) => [name, SIZE])),
    ...Object.fromEntries(['window', 'self', 'top', 'parent', 'frames'].map((name) => [name, window])),
  })
  Object.defineProperty(window, 'location', { get: () => location, set: goTo })
  for (const event of ['load', 'scroll']) {
    const set = (fn: unknown) => listen(event, fn, MARK, window)
    Object.defineProperty(window, `on${event}`, { get: () => nothing, set })
  }
  Object.setPrototypeOf(window, new Proxy(Object.prototype, { get: inherited }))
}

/** `qs`, which makes a form of an object. */
const FORMS = { stringify: encode }

/** `new Request(url, settings)`, `new Headers({…})`: what they are made of. */
function requested(url: unknown, settings: unknown): object {
  return settingsOf(url, settings)
}

function headed(headers: unknown): object {
  return isObject(headers) ? headers : {}
}

function inherited(all: object, key: string | symbol): unknown {
  if (typeof key === 'symbol' || key in all) return Reflect.get(all, key)
  const element = withId(key)
  return element === undefined ? missing(key) : elementOf(element)
}

/** A timer's callback may be a text. */
function timer(what: unknown): void {
  wait(typeof what === 'string' ? () => Function(what)() : what)
}

/** What it watches comes into sight at the end of the page. */
function observer(fn: unknown): unknown {
  if (isCallback(fn)) scrolls.push(seen(fn))
  return nothing
}

const seen = (fn: Callback) => () => fn([{ isIntersecting: true, intersectionRatio: 1, target: nothing }], nothing)
