import ipaddr from 'ipaddr.js'

/** The only IPv6 space that is assigned to networks (RFC 4291, section 2.4). No public server is outside it. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]

/** Azure's host agent: in a public range, but answered by the machine that the program runs on. */
const METADATA_IN_PUBLIC_SPACE = new Set(['168.63.129.16'])

/**
 * Why a connection to this address is refused, or null if it is allowed. Only addresses of the public internet pass:
 * private, loopback, link-local (cloud metadata among them), carrier-grade NAT, multicast, reserved and documentation
 * ranges do not, nor does any IPv6 form that contains an IPv4 address (mapped, NAT64, 6to4, Teredo).
 * @param address IPv4 or IPv6 as text, from a resolver or a URL
 * @param allowLoopback for test servers on this machine; allows loopback and nothing else
 */
export function refusedAddress(address: string, allowLoopback: boolean): string | null {
  if (!ipaddr.isValid(address)) return `${address} is not an IP address`
  const parsed = ipaddr.parse(address)
  const range = parsed.range()
  if (range === 'loopback' && allowLoopback) return null
  if (range !== 'unicast') return `${address} is ${range}, not a public address`
  if (METADATA_IN_PUBLIC_SPACE.has(parsed.toString())) return `${address} is a cloud metadata service`
  if (parsed.kind() === 'ipv6' && !parsed.match(GLOBAL_UNICAST)) return `${address} is outside global unicast space`
  return null
}
