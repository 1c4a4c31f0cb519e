import { getOf } from '../../fetch/list-request.ts'
import { resolveHref } from '../../pages/links.ts'
import { addressAround } from '../address-around.ts'
import type { ListSystem } from '../list-system.ts'
import { generic } from './generic.ts'
import { readAnswer } from './json.ts'

const ID = /\/common\/search\/[0-9a-f]{32}/
const CHANNEL = /channel_?id["']?\s{0,5}[:=]\s{0,5}["']([0-9a-f]{32})["']/i
const PATH = '/common/search/'

/** UCAP: a service that gives the rows of a channel in JSON. */
export const ucap: ListSystem<'ucap'> = {
  name: 'ucap',
  recognises: ({ url, text }) => url.includes(PATH) || (text.includes(PATH) && (ID.test(text) || CHANNEL.test(text))),
  read: (page) => {
    const answer = page.url.includes(PATH) ? readAnswer(page) : null
    if (answer !== null) return answer
    const own = generic.read(page)
    const service = serviceOf(page.text, page.url)
    return service === null || page.url.includes(PATH) ? own : { ...own, follow: [getOf(service)], blindPager: null }
  },
}

/** The address of the channel's first page in JSON. */
function serviceOf(text: string, pageUrl: string): string | null {
  const found = addressAround(text, PATH)?.href
  const named = found !== undefined && ID.test(found) ? found : undefined
  const channel = CHANNEL.exec(text)?.[1]
  const href = named ?? (channel === undefined ? null : `${PATH}${channel}`)
  const resolved = href === null ? null : resolveHref(href, pageUrl)
  if (resolved === null) return null
  const url = new URL(resolved)
  url.searchParams.set('_isJson', 'true')
  if (!url.searchParams.has('_pageSize')) url.searchParams.set('_pageSize', '15')
  url.searchParams.set('page', '1')
  return url.href
}
