import { wait } from './events.ts'
import { axios, library } from './libraries.ts'
import { missing, nothing } from './nothing.ts'
import { attempt, type Callback, isCallback, isObject } from './values.ts'

/** What a component does by itself, in this order. */
const HOOKS = ['beforeCreate', 'created', 'beforeMount', 'mounted']

/** What lists use of Vue: a component gets its data and methods and begins. What it would show is not told. */
export const Vue = library(component, {
  createApp: application,
  nextTick: wait,
  onMounted: wait,
  onBeforeMount: wait,
  onUnmounted: () => undefined,
  ref: (value: unknown) => ({ value }),
  shallowRef: (value: unknown) => ({ value }),
  reactive: (value: unknown) => value,
  toRefs: (value: unknown) => value,
  computed: (made: unknown) => ({
    get value() {
      return isCallback(made) ? attempt(made, undefined) : nothing
    },
  }),
  watch: (_: unknown, fn: unknown, settings: unknown) => {
    if (isCallback(fn) && isObject(settings) && settings.immediate === true) attempt(fn, undefined, nothing)
  },
  watchEffect: (fn: unknown) => isCallback(fn) && attempt(fn, undefined),
})

function application(options: unknown): object {
  const chain: object = new Proxy({}, { get: (_, key) => (key === 'mount' ? () => component(options) : () => chain) })
  return chain
}

function component(options: unknown): unknown {
  if (!isObject(options)) return nothing
  const own = new Map<unknown, unknown>([
    ['$http', axios],
    ['$axios', axios],
    ['$nextTick', (fn: unknown) => isCallback(fn) && wait(() => attempt(fn, self))],
    ['$mount', () => self],
  ])
  const computed = new Map<unknown, Callback>()
  const self: object = new Proxy(
    {},
    {
      get(_, key) {
        if (own.has(key)) return own.get(key)
        const get = computed.get(key)
        if (get !== undefined) return attempt(get, self)
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
  for (const [name, one] of entriesOf(options.computed)) {
    const get = isObject(one) ? one.get : one
    if (isCallback(get)) computed.set(name, get)
  }
  if (isCallback(options.setup)) {
    for (const [name, value] of entriesOf(attempt(options.setup, undefined, {}, { emit: nothing })))
      own.set(name, value)
  }
  for (const [name, one] of entriesOf(options.watch)) {
    if (isObject(one) && one.immediate === true && isCallback(one.handler)) attempt(one.handler, self, own.get(name))
  }
  for (const name of HOOKS) {
    const hook = options[name]
    if (isCallback(hook)) attempt(hook, self)
  }
  return self
}

function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : []
}
