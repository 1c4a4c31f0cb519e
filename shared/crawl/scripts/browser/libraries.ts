import { wait } from './events.ts'
import { nodeOf, put } from './handles.ts'
import { missing } from './nothing.ts'
import { blank, find, made } from './page.ts'
import { ask, encode, JSON_TYPE, later, request, settingsOf } from './requests.ts'
import { attempt, type Callback, isCallback, isObject, type Settings, text } from './values.ts'
import { wrap } from './wrapped.ts'

/** A function with members of its own, to which scripts may add others. */
export function library(call: Callback, members: Settings): unknown {
  const own = new Map(Object.entries(members))
  return new Proxy(call, {
    get(_, key) {
      if (typeof key === 'symbol') return Reflect.get(call, key)
      return own.has(key) ? own.get(key) : missing(key)
    },
    set(_, key, value) {
      own.set(text(key), value)
      return true
    },
  })
}

const askBy = (method: string) => (url: unknown, data: unknown) =>
  isObject(url) ? ask({ method, ...url }) : request(method, url, isCallback(data) ? '' : data)

/** What lists use of jQuery. */
export const jQuery = library(select, {
  ajax: (what: unknown, more: unknown) => ask(settingsOf(what, more)),
  get: askBy('GET'),
  getJSON: askBy('GET'),
  post: askBy('POST'),
  getScript: () => later,
  when: () => later,
  // Of old versions: which one of the known browsers it is. It is none.
  browser: {},
  param: encode,
  trim: (words: unknown) => text(words).trim(),
  extend: (...all: unknown[]) => Object.assign(...(all.filter(isObject) as [object])),
  map: (list: Iterable<unknown>, fn: (one: unknown, at: number) => unknown) => Array.from(list, fn),
  each,
})

/** `$(what)`: a function waits for the page; a text is markup or else a selector. */
function select(what: unknown): object {
  if (isCallback(what)) wait(() => attempt(what, globalThis, jQuery))
  if (typeof what !== 'string') return wrap(nodeOf(what) ?? blank('window'), 'window')
  if (!/^\s*</.test(what)) return wrap(find(what), what)
  const tag = /^\s*<(\w+)\s*\/?>(?:<\/\w+>)?\s*$/.exec(what)?.[1] ?? ''
  const element = made(tag.toLowerCase())
  if (tag === '') put(element, what)
  return wrap(element, '')
}

function each(list: object, fn: Callback): void {
  for (const [key, one] of Object.entries(list)) {
    if (attempt(fn, one, Array.isArray(list) ? Number(key) : key, one) === false) return
  }
}

/** `axios`, and each that it makes with settings of its own: an address that all others are relative to. */
function axiosWith(own: Settings): unknown {
  const defaults = { ...own }
  // Objects are sent as JSON.
  const askOne = (what: unknown, more: unknown) => {
    const settings = { contentType: JSON_TYPE, ...defaults, ...settingsOf(what, more) } as Settings
    return ask({ ...settings, url: joined(settings.baseURL, settings.url) })
  }
  return library(askOne, {
    defaults,
    get: askOne,
    request: askOne,
    post: (url: unknown, data: unknown, more: Settings = {}) => askOne({ ...more, method: 'POST', url, data }, {}),
    create: (settings: unknown) => axiosWith({ ...defaults, ...(isObject(settings) ? settings : {}) }),
  })
}

function joined(base: unknown, url: unknown): string {
  const isWhole = /^(?:https?:)?\/\//i.test(text(url))
  return base === undefined || isWhole
    ? text(url)
    : `${text(base).replace(/\/+$/, '')}/${text(url).replace(/^\/+/, '')}`
}

export const axios = axiosWith({})
