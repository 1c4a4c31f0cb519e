import { getOf, jsonPost, type ListRequest } from '../../fetch/list-request.ts'
import { resolveHref } from '../../pages/links.ts'
import type { ListPage, ListSystem } from '../list-system.ts'
import { parseJson } from '../next-request.ts'
import { generic } from './generic.ts'
import { readAnswer } from './json.ts'

const SERVICE = /getgovinfolist/i
const SERVICE_ADDRESS = /["']([^"'\s]{0,200}\/rest\/[\w/]{1,60}getgovinfolist)["']/i
/** The file in which sites keep the settings of their services. */
const SETTINGS_FILE = '/js/webBuilderCommon.js'
const ROWS_A_PAGE = 20

/** Epoint: a service that takes the category of a page in the JSON body of a POST request. */
export const epoint: ListSystem<'epoint'> = {
  name: 'epoint',
  recognises: ({ url, text }) =>
    SERVICE.test(url) ||
    /\/govInfoPub\w{0,20}\.html/i.test(url) ||
    (SERVICE.test(text) && /siteInfo|siteGuid/i.test(text)),
  read: (page) => {
    if (page.request.post !== null || SERVICE.test(page.url)) return readAnswer(unwrapped(page)) ?? generic.read(page)
    const own = isScript(page) ? { items: [] } : generic.read(page)
    const requests = serviceRequests(page)
    if (requests !== null) return { ...own, ...requests, blindPager: null }
    if (isScript(page)) return { items: [], follow: [] }
    const settings = resolveHref(scriptSource(page.text) ?? SETTINGS_FILE, page.url)!
    // The page's own parameters go with the address of the file: its fragment is not sent.
    return { ...own, follow: [getOf(`${settings}#${new URL(page.url).searchParams}`)], blindPager: null }
  },
}

function isScript({ url }: ListPage): boolean {
  return new URL(url).pathname.endsWith('.js')
}

function scriptSource(text: string): string | null {
  return (
    /<script\b[^>]{0,300}\bsrc\s{0,3}=\s{0,3}["']([^"']{0,200}webBuilderCommon[^"']{0,60})["']/i.exec(text)?.[1] ?? null
  )
}

/**
 * The request for the first page, if the page or the script has the site's settings. Some versions count pages from 0 and
 * others from 1, and a request for 0 gets nothing from these.
 */
function serviceRequests(page: ListPage): Record<'follow' | 'otherwise', ListRequest[]> | null {
  const { text, url, request } = page
  const setting = (name: string) =>
    new RegExp(`["']?\\b${name}["']?\\s{0,5}[:=]\\s{0,5}["']([^"']{1,100})["']`, 'i').exec(text)?.[1]
  const siteGuid = setting('siteGuid')
  if (siteGuid === undefined) return null
  const asked = isScript(page) ? new URLSearchParams(new URL(request.url).hash.slice(1)) : new URL(url).searchParams
  const address =
    SERVICE_ADDRESS.exec(text)?.[1] ?? `${setting('projectName') ?? '/EWB-FRONT'}/rest/lightfrontaction/getgovinfolist`
  const service = resolveHref(address, url)
  if (service === null) return null
  const fields = {
    deptcode: asked.get('deptcode') ?? setting('deptcode') ?? '',
    categorynum: asked.get('categorynum') ?? setting('categorynum') ?? '',
    pageSize: ROWS_A_PAGE,
    siteGuid,
  }
  // Older versions wrap the parameters.
  const isWrapped = /["']?\bparams["']?\s{0,5}:/.test(text)
  const asking = (pageIndex: number) => {
    const body = { ...fields, pageIndex }
    return { url: service, post: jsonPost(isWrapped ? { params: body } : body) }
  }
  return { follow: [asking(0)], otherwise: [asking(1)] }
}

/** Some versions give their answer as a text within the answer. */
function unwrapped(page: ListPage): ListPage {
  const answer = parseJson(page.text)
  const custom = typeof answer === 'object' && answer !== null && 'custom' in answer ? answer.custom : null
  return typeof custom === 'string' && parseJson(custom) !== undefined ? { ...page, text: custom } : page
}
