import { nodeOf } from './handles.ts'
import { ask } from './requests.ts'
import { type Callback, isCallback, isObject, type Settings } from './values.ts'

/** An object with an address and any of these is a request. */
const OF_REQUEST = ['success', 'data', 'callback', 'type', 'method']
const IS_ADDRESS = /^(?:https?:\/\/|\.{0,2}\/)/i
/** What pagers call their callback for another page. */
const TURNS = /jump|call|page|click|change|back|go|load|fn|fun|select/i
const MAX_CALLS = 20

/** What a library was called with that may be a pager's. */
interface PagerCall {
  readonly settings: Settings
  readonly callbacks: readonly Callback[]
}

export const pagerCalls: PagerCall[] = []

/** A library that is not here was called: with the settings of a request, with those of a pager, or with a callback of one. */
export function called(args: readonly unknown[]): void {
  const [address, settings] = args
  if (typeof address === 'string' && IS_ADDRESS.test(address) && isObject(settings)) {
    if (OF_REQUEST.some((key) => key in settings)) ask({ ...settings, url: address })
  }
  for (const one of args) {
    if (!isObject(one) || nodeOf(one) !== undefined) continue
    if (typeof one.url === 'string' && OF_REQUEST.some((key) => key in one)) ask(one)
    else note({ settings: one, callbacks: Object.entries(one).flatMap(([name, fn]) => (isTurn(name, fn) ? [fn] : [])) })
  }
  if (args.length > 1) note({ settings: {}, callbacks: args.filter(isCallback) })
}

function isTurn(name: string, value: unknown): value is Callback {
  return isCallback(value) && TURNS.test(name)
}

function note(call: PagerCall): void {
  if (pagerCalls.length < MAX_CALLS) pagerCalls.push(call)
}
