import { UNKNOWN } from '../unknown.ts'
import { called } from './calls.ts'
import { dataOf, elementOf, submit } from './elements.ts'
import { listen, wait } from './events.ts'
import { fill, handle, nodeOf, partOf, put, setAttribute } from './handles.ts'
import { escaped, innerOf, type Node } from './markup.ts'
import { nothing } from './nothing.ts'
import { find } from './page.ts'
import { request } from './requests.ts'
import { SIZE } from './sizes.ts'
import { attempt, isCallback, isObject, text } from './values.ts'

/** An element in jQuery's hands, with the selector by which it was found. */
interface Wrapped {
  readonly node: Node
  readonly mark: string
}

/** Where a method gives nothing the chain goes on with the same element. */
type Method = (wrapped: Wrapped, ...args: unknown[]) => unknown

const METHODS = new Map<string, Method>([
  ['html', ({ node }, value) => (value === undefined ? innerOf(node) : fill(node, partOf(value)))],
  ['text', ({ node }, words) => (words === undefined ? innerOf(node) : fill(node, escaped(words)))],
  ['appendTo', ({ node }, to) => put(nodeOf(to) ?? find(to), node)],
  ['prependTo', ({ node }, to) => put(nodeOf(to) ?? find(to), node)],
  ['attr', ({ node }, name, value) => attribute(node, name, value)],
  ['val', ({ node }, value) => attribute(node, 'value', value)],
  ['data', ({ node }, name) => typed(dataOf(node, text(name)))],
  ['delegate', (wrapped, selector, names, fn) => listenTo(wrapped, names, selector, fn)],
  ['each', ({ node }, fn) => void (isCallback(fn) && attempt(fn, elementOf(node), 0, elementOf(node)))],
  ['load', (_, what, data) => (isCallback(what) ? wait(what) : load(what, data))],
  // It hands over jQuery, which other libraries may have taken the short name of.
  ['ready', (_, fn) => void (isCallback(fn) && wait(() => attempt(fn, globalThis, Reflect.get(globalThis, 'jQuery'))))],
  ['submit', ({ node }, fn) => (fn === undefined ? submit(node) : undefined)],
  ['get', ({ node }) => elementOf(node)],
  ['find', (_, selector) => wrap(find(selector), text(selector))],
  ['size', () => 1],
  ['offset', () => ({ top: SIZE, left: 0 })],
  ...['append', 'prepend', 'after', 'before', 'replaceWith'].map((name) => [name, putAll] as const),
  ...['on', 'bind', 'live', 'one'].map((name) => [name, listenTo] as const),
  ...['click', 'change', 'scroll', 'touchend', 'touchmove'].map((name): [string, Method] => [
    name,
    (wrapped, fn) => listenTo(wrapped, name, fn),
  ]),
  ...['scrollTop', 'height', 'outerHeight', 'innerHeight'].map((name): [string, Method] => [name, () => SIZE]),
])

/** What jQuery gives for an element. A plug-in that is not here draws a pager, or changes nothing that is kept. */
export function wrap(node: Node, mark: string): object {
  const wrapped = { node, mark }
  const self: object = new Proxy(
    {},
    {
      get(_, key) {
        if (key === 'length') return 1
        if (key === '0') return elementOf(node)
        if (typeof key === 'symbol') return key === Symbol.toPrimitive ? () => UNKNOWN : undefined
        const method = METHODS.get(key)
        if (method !== undefined) return (...args: unknown[]) => method(wrapped, ...args) ?? self
        return (...args: unknown[]) => {
          called(args)
          return self
        }
      },
    },
  )
  return handle(self, node)
}

function putAll({ node }: Wrapped, ...all: unknown[]): void {
  for (const one of all) put(node, partOf(one))
}

function attribute(node: Node, name: unknown, value: unknown): unknown {
  if (isObject(name)) for (const [key, one] of Object.entries(name)) setAttribute(node, key, one)
  else if (value === undefined) return node.attributes.get(text(name)) ?? nothing
  else setAttribute(node, text(name), value)
}

/** Data that are written as a number are one. */
function typed(value: unknown): unknown {
  return typeof value === 'string' && String(Number(value)) === value ? Number(value) : value
}

/** `on('click', f)`, `on('click', '.next', f)`: the second is for elements within. */
function listenTo({ node, mark }: Wrapped, names: unknown, selector: unknown, handler?: unknown): void {
  const fn = isCallback(selector) ? selector : handler
  const [at, self] = typeof selector === 'string' ? [selector, find(selector)] : [mark, node]
  for (const name of text(names).split(/\s+/)) listen(name.split('.')[0]!, fn, at, elementOf(self))
}

/** `load('/part.html #rows')` asks for an address, by POST if it has data. */
function load(url: unknown, data: unknown): void {
  if (typeof url === 'string') request(isObject(data) ? 'POST' : 'GET', url.split(' ')[0], data)
}
