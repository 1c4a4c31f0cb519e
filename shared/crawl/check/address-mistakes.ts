import { refusedAddress } from '../fetch/address-rules.ts'
import { isPortalHost, refusedUrl, type UrlRules } from '../fetch/url-rules.ts'
import { PAGE } from '../lists/recipe.ts'
import { type Mistake, shown } from './mistake.ts'
import type { PortalOutline } from './outline.ts'

const MAX_PORT = 65_535

/** Hosts that no request could go to. */
export function hostMistakes({ hosts = [] }: PortalOutline, path: string, allowLoopback: boolean): Mistake[] {
  return hosts.flatMap((host, at) => {
    const why = host === '' ? null : faultOfHost(host, allowLoopback)
    if (why === null) return []
    const todo = 'write the public name that browsers show'
    return [{ path: `${path}.hosts.${at}`, what: `${shown(host)} cannot be a host`, why, todo }]
  })
}

function faultOfHost(host: string, allowLoopback: boolean): string | null {
  const port = /:(?<port>[0-9]+)$/.exec(host)?.groups?.port
  if (Number(port ?? 0) > MAX_PORT) return `ports end at ${MAX_PORT}`
  const url = URL.parse(`http://${host}/`)
  if (url === null) return 'it is not a name'
  const name = url.hostname.replace(/^\[|\]$/g, '')
  if (/^[0-9.]+$|:/.test(name)) return refusedAddress(name, allowLoopback)
  if (allowLoopback && name === 'localhost') return null
  return /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/.test(name) ? null : 'it is not a whole name'
}

/** Addresses of lists and recipes that the crawl would refuse, or that are on a host which the entry does not list. */
export function addressMistakes({ hosts, lists }: PortalOutline, path: string, allowLoopback: boolean): Mistake[] {
  // Without hosts, that is the mistake, and not the host of every list.
  if (hosts === undefined) return []
  const rules = { hosts: hosts.map(nameIn), allowLoopback }
  return lists.flatMap(({ url, recipe }, at) => [
    ...faultsOf(url, `${path}.lists.${at}.url`, rules),
    ...faultsOf(recipe?.url?.replaceAll(PAGE, '1'), `${path}.lists.${at}.recipe.url`, rules),
  ])
}

/** The name of a host that was written as an address: that is told where it stands, and once. */
function nameIn(host: string): string {
  return host.replace(/^[a-z]+:\/\//i, '').replace(/\/.*$/, '')
}

function faultsOf(href: string | undefined, path: string, rules: UrlRules): Mistake[] {
  const url = href === undefined ? null : URL.parse(href)
  if (url === null) return []
  if (url.host !== '' && !isPortalHost(url, rules.hosts)) {
    const todo = `add ${shown(url.host)} to hosts if it is the portal's, or correct the address`
    return [{ path, what: `is on the host ${url.host}`, why: "the entry's hosts do not have it", todo }]
  }
  const why = refusedUrl(url, rules)
  const todo = 'write an address that every visitor can open'
  return why === null ? [] : [{ path, what: `${shown(href)} would be refused`, why, todo }]
}
