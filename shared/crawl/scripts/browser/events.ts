import { attempt, type Callback, isCallback } from './values.ts'

const MAX_WAITING = 100
const MAX_RUN = 200
const LATER = new Set(['DOMContentLoaded', 'load', 'readystatechange', 'pageshow'])

/** A handler of a click, with the mark of the element that it is bound to. */
interface Click {
  readonly mark: string
  readonly fn: Callback
  readonly self: unknown
}

/** Callbacks of timers, and of a page that is complete. */
const waiting: Callback[] = []
export const scrolls: Callback[] = []
export const clicks: Click[] = []

/** Runs a callback once the script that hands it over has ended. Timers run once, however often they would. */
export function wait(fn: unknown): void {
  if (isCallback(fn) && waiting.length < MAX_WAITING) waiting.push(fn)
}

/** Keeps a handler, to be worked if it may lead to the next page. */
export function listen(name: string, fn: unknown, mark: string, self: unknown): void {
  if (!isCallback(fn)) return
  if (LATER.has(name)) wait(fn)
  else if (/scroll|touch|wheel/.test(name)) scrolls.push(fn)
  else if (/click|tap|change/.test(name)) clicks.push({ mark, fn, self })
}

/** The two methods by which anything is listened to. */
export function listening(mark: string, self: () => unknown) {
  return {
    addEventListener: (name: string, fn: unknown) => listen(name, fn, mark, self()),
    attachEvent: (name: string, fn: unknown) => listen(name.replace(/^on/, ''), fn, mark, self()),
  }
}

/** Runs what waits, and what comes to wait by that. */
export function settle(): void {
  for (let run = 0; run < MAX_RUN; run++) {
    const fn = waiting.shift()
    if (fn === undefined) return
    attempt(fn, globalThis)
  }
}
