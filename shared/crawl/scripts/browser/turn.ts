import { pagerCalls } from './calls.ts'
import { hasLed } from './effects.ts'
import { elementOf } from './elements.ts'
import { clicks, scrolls, settle } from './events.ts'
import { findNumbered } from './page.ts'
import { attempt } from './values.ts'

/** Marks of what a visitor clicks to see the next page. */
const PAGER = /next|more|pag(?:e|er|ing|ination)|pg|fenye|fanye|down|load|xia/i

const MAX_CLICKED = 3

/** Works what may lead to the page with a number, until something leads anywhere. */
export function turn(number: number): void {
  for (const work of ways(number)) {
    if (hasLed()) return
    work()
    settle()
  }
}

function* ways(number: number): Generator<() => unknown> {
  // The number may come first or behind an event, alone or in an object. A second argument may also say that nobody turned yet.
  const any = numbered(number)
  const handed = [[any], [any, any], [number]]
  for (const { settings, callbacks } of [...pagerCalls])
    for (const fn of callbacks) for (const args of handed) yield () => attempt(fn, settings, ...args)
  for (const { mark, fn, self } of clicks) {
    if (!PAGER.test(mark)) continue
    // What listens for the clicks on many is told which one was clicked.
    const clicked = [...findNumbered(mark, number).slice(0, MAX_CLICKED).map(elementOf), self]
    for (const one of clicked) yield () => attempt(fn, one, eventAt(one))
  }
  for (const fn of scrolls) yield () => attempt(fn, globalThis, eventAt(globalThis))
}

function number() {}

/** The number of a page, which also is each of its properties: `page`, `data.page`, `obj.curr`. */
function numbered(value: number): unknown {
  return new Proxy(number, {
    get(_, key) {
      if (key === Symbol.toPrimitive || key === 'valueOf') return () => value
      if (key === 'toString') return () => String(value)
      return typeof key === 'symbol' ? undefined : value
    },
  })
}

function eventAt(self: unknown): object {
  return { target: self, currentTarget: self, preventDefault() {}, stopPropagation() {} }
}
