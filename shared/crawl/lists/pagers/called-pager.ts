import type { Effects } from '../../scripts/effects.ts'
import { countsOf } from './counts.ts'

/** Where the number of a page stands in a pattern of addresses. */
const NUMBER = /\{(?:[0-9]|\w{0,10}page\w{0,10}|n|i|num|index)\}|__\w{0,10}page\w{0,10}__|#page#|\$page|\(page\)|%d/i

export interface CalledPager {
  readonly pages: number | null
  /** The address of a page by its number. Null if there is no pattern of addresses. */
  readonly addressOf: ((number: number) => string) | null
}

/** What the first pager was told when a script called it. */
export function calledPager({ settings }: Effects): CalledPager {
  for (const one of settings) {
    const { pages } = countsOf((names) => numberIn(one, names))
    const pattern = Object.values(one)
      .map(String)
      .find((value) => NUMBER.test(value) && /[./?=]/.test(value))
    if (pattern !== undefined) return { pages, addressOf: (number) => pattern.replace(NUMBER, String(number)) }
    if (pages !== null) return { pages, addressOf: null }
  }
  return { pages: null, addressOf: null }
}

function numberIn(settings: Effects['settings'][number], names: string): number | null {
  const isNamed = new RegExp(`^(?:${names})$`, 'i')
  const found = Object.entries(settings).find(
    ([name, value]) => isNamed.test(name) && /^[0-9]{1,6}$/.test(String(value)),
  )
  return found === undefined ? null : Number(found[1])
}
