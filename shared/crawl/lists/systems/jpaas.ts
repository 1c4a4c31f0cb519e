import { formPost, getOf, type ListRequest } from '../../fetch/list-request.ts'
import { resolveHref } from '../../pages/links.ts'
import type { ListPage, ListSystem, SystemReading } from '../list-system.ts'
import { nextRequest, pageNumberOf } from '../next-request.ts'
import { generic } from './generic.ts'
import { readAnswer } from './json.ts'

const SERVICE = /front\/page\/build\/unit/
/** The attributes of a script element that names a unit of the page. */
const UNIT =
  /<script\b(?=[^>]{0,2000}\burl\s{0,3}=\s{0,3}["'](?<url>[^"']{1,300}build\/unit[^"']{0,300})["'])[^>]{0,2000}\bquerydata\s{0,3}=\s{0,3}(?<quote>["'])(?<data>[^>]{1,1500}?)\k<quote>\s{0,5}[>\w]/gi
/** The attributes of an element whose script asks for its rows in a form. */
const QUERY =
  /<\w{1,20}\b(?=[^>]{0,2000}\bqueryurl\s{0,3}=\s{0,3}["'](?<url>[^"']{1,300})["'])[^>]{0,2000}\bquerydata\s{0,3}=\s{0,3}(?<quote>["'])(?<data>[^>]{1,1500}?)\k<quote>\s{0,5}[>/\w]/gi
const PAIR = /["']([\w[\]]{1,40})["']\s{0,3}:\s{0,3}["']([^"']{0,300})["']/g
const ROWS_A_PAGE = 15
const MAX_UNITS = 20

/**
 * Hanweb's jpaas: script elements name the units of a page, and a service gives each as markup; or elements name what their
 * script asks a service for in a form, which answers with records.
 */
export const jpaas: ListSystem<'jpaas'> = {
  name: 'jpaas',
  recognises: ({ url, text }) =>
    SERVICE.test(url) || (/querydata/i.test(text) && (SERVICE.test(text) || /queryurl/i.test(text))),
  read: (page) => {
    if (page.request.post !== null) return readAnswer(page) ?? generic.read(page)
    if (SERVICE.test(page.url)) return readUnit({ ...page, request: numbered(page.request) })
    const units = named(page, UNIT, (service, pairs) => {
      const url = new URL(service)
      for (const [name, value] of pairs) url.searchParams.set(name, value)
      return numbered(getOf(url.href))
    })
    const queries = named(page, QUERY, (url, pairs) => ({ url, post: formPost(pairs) }))
    const requests = [...units, ...queries]
    const own = generic.read(page)
    const blindPager = requests.length > MAX_UNITS ? `more than ${MAX_UNITS} units` : null
    return requests.length === 0 ? own : { ...own, follow: requests.slice(0, MAX_UNITS), blindPager }
  },
}

type Pair = readonly [name: string, value: string]

/** The requests that elements of a page name by the address of a service and its parameters. */
function named(
  { text, url }: ListPage,
  pattern: RegExp,
  asRequest: (service: string, pairs: readonly Pair[]) => ListRequest,
): ListRequest[] {
  return [...text.matchAll(pattern)].flatMap(({ groups }) => {
    const service = resolveHref(groups!.url!, url)
    const pairs = [...groups!.data!.replaceAll('&quot;', '"').matchAll(PAIR)].map(
      ([, name, value]) => [name!, value!] as const,
    )
    return service === null ? [] : [asRequest(service, pairs)]
  })
}

/**
 * A unit that does not say how much there is may have a next page all the same. If it is a fixed part of the page, it is the
 * same under every number.
 */
function readUnit(page: ListPage): SystemReading {
  const unit = readAnswer(page) ?? generic.read(page)
  // After its last page a unit is empty. It may be from the start, which it then says to be a success.
  if (unit.items.length === 0)
    return { ...unit, saysEmpty: (pageNumberOf(page.request) ?? 1) > 1 || /"success"\s*:\s*true/.test(page.text) }
  const isTold = unit.follow.length > 0 || unit.declared != null || unit.declaredPages != null
  const next = isTold ? null : nextRequest(page.request)
  return next === null ? unit : { ...unit, beside: [...(unit.beside ?? []), next] }
}

/** The service takes the number of a page inside of `paramJson` and nowhere else. */
function numbered(request: ListRequest): ListRequest {
  const url = new URL(request.url)
  if (url.searchParams.has('paramJson')) return request
  url.searchParams.set('paramJson', JSON.stringify({ pageNo: 1, pageSize: ROWS_A_PAGE }))
  return { ...request, url: url.href }
}
