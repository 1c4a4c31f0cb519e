import { getOf, type ListRequest } from '../../fetch/list-request.ts'
import { resolveHref } from '../../pages/links.ts'
import type { ListPage, ListSystem, SystemReading } from '../list-system.ts'
import { nextRequest, pageNumberOf } from '../next-request.ts'
import { generic } from './generic.ts'
import { readAnswer } from './json.ts'

const SERVICE = /front\/page\/build\/unit/
/** The attributes of a script element that names a unit of the page. */
const UNIT =
  /<script\b(?=[^>]{0,2000}\burl\s{0,3}=\s{0,3}["'](?<url>[^"']{1,300}build\/unit[^"']{0,300})["'])[^>]{0,2000}\bquerydata\s{0,3}=\s{0,3}(?<quote>["'])(?<data>[^>]{1,1500}?)\k<quote>\s{0,5}[>\w]/gi
const PAIR = /["'](\w{1,40})["']\s{0,3}:\s{0,3}["']([^"']{0,300})["']/g
const ROWS_A_PAGE = 15
const MAX_UNITS = 20

/** Hanweb's jpaas: script elements name the units of a page, and a service gives each as markup. */
export const jpaas: ListSystem<'jpaas'> = {
  name: 'jpaas',
  recognises: ({ url, text }) => SERVICE.test(url) || (SERVICE.test(text) && /querydata/i.test(text)),
  read: (page) => {
    if (SERVICE.test(page.url)) return readUnit({ ...page, request: numbered(page.request) })
    const named = [...page.text.matchAll(UNIT)]
    const units = named.slice(0, MAX_UNITS).flatMap(({ groups }) => {
      const service = resolveHref(groups!.url!, page.url)
      if (service === null) return []
      const url = new URL(service)
      for (const [, name, value] of groups!.data!.replaceAll('&quot;', '"').matchAll(PAIR))
        url.searchParams.set(name!, value!)
      return [numbered(getOf(url.href))]
    })
    const own = generic.read(page)
    const blindPager = named.length > MAX_UNITS ? `more than ${MAX_UNITS} units` : null
    return units.length === 0 ? own : { ...own, follow: units, blindPager }
  },
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
