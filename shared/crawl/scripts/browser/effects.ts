import type { Effects } from '../effects.ts'
import { markupOf, type Part } from './markup.ts'
import { isPlain, text } from './values.ts'

const MAX_REQUESTS = 40
const MAX_WRITTEN = 500_000

/** What scripts did since it was last taken. Elements may still change after they were written. */
let written: Part[] = []
let goesTo: string | null = null
let requests: Effects['requests'] = []

export function write(part: Part): void {
  written.push(part)
}

/** A visitor goes where the first script sends him. */
export function goTo(url: unknown): void {
  if (isPlain(url)) goesTo ??= text(url)
}

export function send(request: Effects['requests'][number]): void {
  if (requests.length < MAX_REQUESTS) requests.push(request)
}

/** Whether a script leads anywhere. */
export function hasLed(): boolean {
  return goesTo !== null || requests.length > 0
}

/** Gives what scripts did and forgets it. */
export function takeEffects(): Omit<Effects, 'settings'> {
  const taken = { written: written.map(markupOf).join('').slice(0, MAX_WRITTEN), goesTo, requests }
  written = []
  goesTo = null
  requests = []
  return taken
}
