import { getOf } from '../../fetch/list-request.ts'
import { laterPages } from '../../pages/later-pages.ts'
import { resolveHref } from '../../pages/links.ts'
import { withParameter } from '../../pages/with-parameter.ts'
import { addressAround } from '../address-around.ts'
import type { ListPage, ListSystem } from '../list-system.ts'
import { generic } from './generic.ts'
import { readAnswer } from './json.ts'

const LABEL = '/site/label/'
const PAIR =
  /["']?\b([A-Za-z]\w{0,30})["']?\s{0,5}:\s{0,5}(?:"([^"\n]{0,200})"|'([^'\n]{0,200})'|([0-9]{1,12}|true|false)\b)/g
/** The settings of a call stand close to its address. */
const NEAR = 1500

/** Lonsun, as in Anhui: pages of columns, and a service that gives the rows of a label as markup. */
export const lonsun: ListSystem<'lonsun'> = {
  name: 'lonsun',
  recognises: ({ url, text }) =>
    /\/site\/label\/[0-9]|\/public\/column\/[0-9]/.test(url) || /\bLs\.(?:ajax|pagination)\b/.test(text),
  read: (page) => {
    const own = readAnswer(page) ?? generic.read(page)
    const label = page.url.includes('/site/label/') ? null : labelOf(page)
    if (label === null) return own
    const rows = own.items.length + (own.unreadable?.length ?? 0)
    const numbers = rows === 0 ? [1] : laterPages(own.declaredPages ?? 1)
    return {
      ...own,
      follow: numbers.map((number) => getOf(withParameter(label, 'pageIndex', String(number)))),
      blindPager: null,
    }
  },
}

/** The request that a page's script makes for its rows: the address of the label with the settings beside it. */
function labelOf({ text, url }: ListPage): string | null {
  const found = addressAround(text, LABEL)
  const resolved = found === null ? null : resolveHref(found.href, url)
  if (found === null || resolved === null) return null
  const label = new URL(resolved)
  const near = text.slice(found.end, found.end + NEAR)
  const settings = near.slice(0, near.search(/\bsuccess\b|<\/script/) + 1 || NEAR)
  for (const [, name, double, single, bare] of settings.matchAll(PAIR)) {
    if (!label.searchParams.has(name!)) label.searchParams.set(name!, double ?? single ?? bare ?? '')
  }
  for (const name of ['url', 'type', 'dataType', 'async', 'cache', '_'])
    if (name !== 'type' || /GET|POST/i.test(label.searchParams.get(name) ?? '')) label.searchParams.delete(name)
  return label.href
}
