import { resolveHref } from '../../pages/links.ts'
import type { Markup } from '../../pages/markup.ts'
import { numberOf } from './words.ts'

/** A pager has no larger numbers. Years are a list's parts, and are found as such. */
const MAX_NUMBER = 500

/**
 * Links whose words are small numbers and whose addresses are the list's own with one number of the query changed, whatever its
 * name: `[1]` is `?start=0`, `[2]` is `?start=20`. Of two links or more, and one that changes the list's own number or adds one.
 * In the order of the page.
 */
export function numberedRun(markup: Markup, base: string, pageUrl: string): string[] {
  const here = new URL(pageUrl)
  const byName = new Map<string, Set<string>>()
  for (const { href, text } of markup.anchors) {
    const number = numberOf(text.replace(/^【(.*)】$/, '$1'))
    if (number === null || number > MAX_NUMBER) continue
    const address = resolveHref(href, base)
    if (address === null || address === pageUrl) continue
    const name = changedNumber(here, new URL(address))
    if (name === null) continue
    byName.set(name, (byName.get(name) ?? new Set()).add(address))
  }
  const [longest] = [...byName.values()].sort((a, b) => b.size - a.size)
  return [...(longest ?? [])]
}

/** The parameter with the number of a page. Null if the addresses differ in anything else than that number and a size beside it. */
function changedNumber(here: URL, there: URL): string | null {
  if (here.host !== there.host || here.pathname !== there.pathname) return null
  for (const [name, value] of here.searchParams) {
    const isKept = there.searchParams.get(name) === value
    if (!isKept && !(isNumber(value) && isNumber(there.searchParams.get(name)))) return null
  }
  const changed = [...there.searchParams].filter(([name, value]) => here.searchParams.get(name) !== value)
  const numbers = changed.filter(([name, value]) => isNumber(value) && !SIZE.test(name))
  return numbers.length === 1 && changed.every(([, value]) => isNumber(value)) ? numbers[0]![0] : null
}

const SIZE = /^(?:num|size|limit|rows|count|per_?page|page_?size|length)$/i

function isNumber(value: string | null): boolean {
  return value !== null && /^[0-9]{1,5}$/.test(value)
}
