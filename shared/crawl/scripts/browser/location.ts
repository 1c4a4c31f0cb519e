import { goTo } from './effects.ts'
import { nothing } from './nothing.ts'
import { place } from './page.ts'
import { text } from './values.ts'

/** Where the page is. Where a script would go is kept. */
export const location = new Proxy(
  { assign: goTo, replace: goTo, toString: () => place.href },
  {
    get(members, key) {
      if (key in members) return Reflect.get(members, key)
      return typeof key === 'symbol' ? undefined : (Reflect.get(place, key) ?? nothing)
    },
    set(_, key, value) {
      if (key === 'href' || key === 'pathname') goTo(value)
      if (key === 'search') goTo(text(value).replace(/^\??/, '?'))
      return true
    },
  },
)
