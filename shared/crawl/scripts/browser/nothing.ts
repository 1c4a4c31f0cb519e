import { UNKNOWN } from '../unknown.ts'
import { called } from './calls.ts'
import { wait } from './events.ts'
import { place } from './page.ts'
import { Parameters } from './parameters.ts'

/** Functions of libraries that read a parameter of the page's address go by such names. */
const READS_ADDRESS =
  /(?:get|url|query|request).{0,12}(?:param|query|string|args?$)|^(?:get)?(?:param|query|qs)(?:eter|s|string)?$/i

/**
 * Stands for whatever is not here: it can be called, constructed and iterated, has every property, and leaves a mark in each text
 * that is made of it, so that no address or row is made of what is not known. It is no promise: code that waits for it goes on.
 */
export const nothing = standIn((args) => {
  called(args)
  return nothing
})

const readsAddress = standIn(([name]) => (typeof name === 'string' ? new Parameters(place.search).get(name) : nothing))

/** `mui.ready(function(){ … })`. */
const waits = standIn(([fn]) => {
  wait(fn)
  return nothing
})

/** What is not here by its name, which may tell what it does. */
export function missing(name: string): unknown {
  if (name === 'ready') return waits
  return READS_ADDRESS.test(name) ? readsAddress : nothing
}

/** Has a prototype, so that what stands for it can also be constructed. */
function anything() {}

function standIn(call: (args: readonly unknown[]) => unknown): object {
  return new Proxy(anything, {
    get(_, key) {
      if (key === Symbol.iterator) return function* () {}
      if (key === 'toString' || key === 'valueOf' || key === 'toJSON') return () => UNKNOWN
      return typeof key === 'symbol' || key === 'then' ? undefined : missing(key)
    },
    // Code that is strict fails where it cannot set a property.
    set: () => true,
    apply: (_, __, args) => call(args),
    construct(_, args) {
      call(args)
      return nothing
    },
  })
}
