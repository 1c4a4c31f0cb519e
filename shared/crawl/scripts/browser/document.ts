import { goTo, write } from './effects.ts'
import { elementOf, queries } from './elements.ts'
import { listen, listening } from './events.ts'
import { location } from './location.ts'
import { escaped } from './markup.ts'
import { missing } from './nothing.ts'
import { blank, find, formNamed, made, place } from './page.ts'
import { text } from './values.ts'

const MARK = 'document'
/** Properties for elements that every page has. */
const ELEMENTS = new Set(['documentElement', 'head', 'body'])

const writeAll = (...all: unknown[]) => write(all.map(text).join(''))

export const document: object = new Proxy(
  {
    write: writeAll,
    writeln: writeAll,
    getElementById: (id: unknown) => elementOf(find(`#${id}`)),
    getElementsByName: (name: unknown) => [elementOf(find(`[name=${name}]`))],
    ...queries,
    // A script that a script brings is not run.
    createElement: (tag: unknown) => elementOf(made(text(tag).toLowerCase().replace('script', 'span'))),
    createDocumentFragment: () => elementOf(made('')),
    createTextNode: escaped,
    ...listening(MARK, () => document),
    readyState: 'complete',
    location,
    get URL() {
      return place.href
    },
    forms: new Proxy({}, { get: (_, name) => formOf(text(name)) }),
  },
  {
    get(members, key) {
      if (key in members) return Reflect.get(members, key)
      if (typeof key === 'symbol') return undefined
      return ELEMENTS.has(key) ? elementOf(blank(key)) : formOf(key)
    },
    set(_, key, value) {
      if (key === 'location') goTo(value)
      else if (/^on/.test(text(key))) listen(text(key).slice(2), value, MARK, document)
      return true
    },
  },
)

/** Forms are properties of the document, by their names. */
function formOf(name: string): unknown {
  const form = formNamed(name)
  return form === undefined ? missing(name) : elementOf(form)
}
