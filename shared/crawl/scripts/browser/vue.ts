import { axios, library } from './libraries.ts'
import { missing, nothing } from './nothing.ts'
import { attempt, isCallback, isObject } from './values.ts'

/** What a component does by itself, in this order. */
const HOOKS = ['beforeCreate', 'created', 'beforeMount', 'mounted']

/** What lists use of Vue: a component gets its data and methods and begins. What it would show is not told. */
export const Vue = library(component, { createApp: application })

function application(options: unknown): object {
  const chain: object = new Proxy({}, { get: (_, key) => (key === 'mount' ? () => component(options) : () => chain) })
  return chain
}

function component(options: unknown): unknown {
  if (!isObject(options)) return nothing
  const own = new Map<unknown, unknown>([
    ['$http', axios],
    ['$axios', axios],
  ])
  const self: object = new Proxy(
    {},
    {
      get(_, key) {
        if (own.has(key)) return own.get(key)
        return typeof key === 'symbol' ? undefined : missing(key)
      },
      set(_, key, value) {
        own.set(key, value)
        return true
      },
    },
  )
  for (const [name, method] of entriesOf(options.methods))
    own.set(name, (...args: unknown[]) => isCallback(method) && method.apply(self, args))
  const data = isCallback(options.data) ? attempt(options.data, self) : options.data
  for (const [name, value] of entriesOf(data)) own.set(name, value)
  for (const name of HOOKS) {
    const hook = options[name]
    if (isCallback(hook)) attempt(hook, self)
  }
  return self
}

function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : []
}
