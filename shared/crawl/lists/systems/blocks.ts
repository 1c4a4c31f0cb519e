import { getOf } from '../../fetch/list-request.ts'
import { resolveHref } from '../../pages/links.ts'
import { withParameter } from '../../pages/with-parameter.ts'
import type { ListPage, ListSystem, SystemReading } from '../list-system.ts'
import { nextRequest, pageNumberOf } from '../next-request.ts'
import { generic } from './generic.ts'
import { readAnswer } from './json.ts'

/** The block of a template, wherever a page names it: in an attribute, or in a script that adds the number of a page. */
const BLOCK = /(?:https?:)?[\w./-]{0,200}\/templates\/[\w-]{1,60}\/blocks\/[\w-]{1,60}(?:\?[\w=&;%.-]{0,200})?/g
const SERVICE = /\/templates\/[\w-]{1,60}\/blocks\/[\w-]{1,60}$/
const MAX_BLOCKS = 20

/** Columns of templates and blocks, as in Hebei: each block of a page is a service that gives it as markup, by the number of its page. */
export const blocks: ListSystem<'blocks'> = {
  name: 'blocks',
  recognises: ({ url, text }) => isBlock(url) || text.search(BLOCK) !== -1,
  read: (page) => {
    if (isBlock(page.url)) return readBlock(page)
    const named = [...page.text.matchAll(BLOCK)].flatMap(([href]) => firstPageOf(href, page.url) ?? [])
    const found = [...new Set(named)]
    const own = generic.read(page)
    // Which of them has the rows, they tell. What they have may be on the page already.
    const asked = found.slice(0, MAX_BLOCKS).map(getOf)
    const blindPager = found.length > MAX_BLOCKS ? `more than ${MAX_BLOCKS} blocks` : null
    return { ...own, beside: [...(own.beside ?? []), ...asked], blindPager }
  },
}

function isBlock(url: string): boolean {
  return SERVICE.test(new URL(url).pathname)
}

function firstPageOf(href: string, pageUrl: string): string | null {
  const address = resolveHref(href.replaceAll('&amp;', '&'), pageUrl)
  if (address === null) return null
  const first = withParameter(address, 'page', '1')
  return new URL(first).searchParams.has('fix') ? first : withParameter(first, 'fix', '0')
}

/** Pages follow each other until one is empty, also where the markup has a pager whose script is elsewhere. */
function readBlock(page: ListPage): SystemReading {
  const block = readAnswer(page) ?? generic.read(page)
  const isEmpty = block.items.length + (block.unreadable?.length ?? 0) === 0
  if (isEmpty) return (pageNumberOf(page.request) ?? 1) > 1 ? { ...block, blindPager: null, saysEmpty: true } : block
  const next = block.follow.length > 0 ? null : nextRequest(page.request)
  return next === null ? block : { ...block, beside: [...(block.beside ?? []), next], blindPager: null }
}
