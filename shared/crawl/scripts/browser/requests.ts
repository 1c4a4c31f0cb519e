import { UNKNOWN } from '../unknown.ts'
import { send } from './effects.ts'
import { Parameters } from './parameters.ts'
import { isCallback, isObject, type Settings, text } from './values.ts'

const FORM = 'application/x-www-form-urlencoded'
export const JSON_TYPE = 'application/json'

function pending() {}

/** What a request returns: it can be waited for and chained, and nothing ever comes of it. */
export const later: unknown = new Proxy(pending, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => UNKNOWN : () => later),
})

/** Parameters of a form as jQuery writes them: `a=1&b[c]=2&d[]=3`, encoded. */
export function encode(data: unknown): string {
  if (!isObject(data) || data instanceof Parameters) return text(data)
  const pairs: string[] = []
  const add = (name: string, value: unknown): void => {
    const inName = (key: string, part: unknown) => (Array.isArray(value) && !isObject(part) ? '' : key)
    if (isObject(value)) for (const [key, part] of Object.entries(value)) add(`${name}[${inName(key, part)}]`, part)
    else if (isCallback(value)) add(name, text(value()))
    else pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(text(value))}`)
  }
  for (const [name, value] of Object.entries(data)) add(name, value)
  return pairs.join('&')
}

function isPost(method: unknown): boolean {
  return /^post$/i.test(text(method))
}

/** Keeps a request. Without a body of its own its data are in its address. */
export function request(method: unknown, url: unknown, data: unknown): unknown {
  const address = text(url)
  const sent = encode(data)
  if (isPost(method)) {
    send({ url: address, post: { type: /^\s*[{[]/.test(sent) ? JSON_TYPE : FORM, body: sent } })
  } else {
    const query = sent === '' ? '' : `${address.includes('?') ? '&' : '?'}${sent}`
    send({ url: `${address}${query}`, post: null })
  }
  return later
}

/** A request as libraries are asked for it: by an address with settings, or by settings that have it. */
export function settingsOf(what: unknown, more: unknown): Settings {
  return isObject(what) ? what : { ...(isObject(more) ? more : {}), url: what }
}

/** Keeps a request by its settings, as `$.ajax`, `fetch` and `axios` name them. */
export function ask(settings: Settings): unknown {
  const { url, contentType, headers } = settings
  const method = settings.type ?? settings.method
  const data = settings.data ?? settings.params ?? settings.body
  const type = contentType ?? (isObject(headers) ? (headers['Content-Type'] ?? headers['content-type']) : '')
  const isForm = data instanceof Parameters
  const isJson = isObject(data) && !isForm && isPost(method) && /json/.test(text(type))
  return request(method, url, isJson ? JSON.stringify(data) : data)
}

/** `XMLHttpRequest`. */
export class AjaxRequest {
  #method: unknown
  #url: unknown

  open(method: unknown, url: unknown): void {
    this.#method = method
    this.#url = url
  }

  send(body: unknown): void {
    request(this.#method, this.#url, body)
  }

  setRequestHeader(): void {}

  addEventListener(): void {}
}
