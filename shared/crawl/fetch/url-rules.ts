import { isIP } from 'node:net'
import { refusedAddress } from './address-rules.ts'

/** Ports that portals use. Any other port is another service on the same machine. */
const WEB_PORTS = new Set(['', '80', '443', '8080', '8443'])
/** No document has a longer URL. The ledger keeps it as a sort key (1,024 bytes), the bucket as metadata (2 KB). */
export const MAX_URL_LENGTH = 800

export interface UrlRules {
  /** The portal's own hosts, each `name` or `name:port`. */
  readonly hosts: readonly string[]
  /** Allows loopback addresses with any port, for test servers. */
  readonly allowLoopback: boolean
}

/**
 * Why a URL must not be requested, or null if it may be. Checked before every request and every redirect. The addresses of a
 * name are checked when the connection is made.
 */
export function refusedUrl(url: URL, rules: UrlRules): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `${url.protocol} is neither http nor https`
  if (url.username !== '' || url.password !== '') return 'the URL carries credentials'
  if (url.href.length > MAX_URL_LENGTH) return `the URL is longer than ${MAX_URL_LENGTH} characters`
  const literal = addressOf(url)
  const reason = literal === null ? null : refusedAddress(literal, rules.allowLoopback)
  if (reason !== null) return reason
  if (!isKnownHost(url, rules.hosts)) return `${url.host} is neither a host of the portal nor under gov.cn`
  if (!isKnownPort(url, rules)) return `port ${url.port} is not a port that portals use`
  return null
}

/** Whether a URL is on one of the portal's own hosts, with or without `www.`. Links of a list may lead there. */
export function isPortalHost(url: URL, hosts: readonly string[]): boolean {
  const bare = (host: string) => host.toLowerCase().replace(/^www\./, '')
  return hosts.some((host) => bare(host) === bare(url.host) || bare(host) === bare(url.hostname))
}

/** Whether a URL is on a host that only a government can have. */
export function isOfficialHost({ hostname }: URL): boolean {
  const name = hostname.replace(/\.$/, '')
  return name === 'gov.cn' || name.endsWith('.gov.cn')
}

function isKnownHost(url: URL, hosts: readonly string[]): boolean {
  return isPortalHost(url, hosts) || isOfficialHost(url)
}

function isKnownPort(url: URL, { hosts, allowLoopback }: UrlRules): boolean {
  const named = hosts.some((host) => host.toLowerCase() === url.host)
  return named || WEB_PORTS.has(url.port) || (allowLoopback && isLoopbackName(url.hostname))
}

function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname)
}

/** The IP address in a URL, or null for a name. `URL` has already normalized decimal, octal and hexadecimal forms. */
function addressOf(url: URL): string | null {
  const bare = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) === 0 ? null : bare
}
