import type { LookupAddress } from 'node:dns'
import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { refusedAddress } from './address-rules.ts'
import { FetchError } from './fetch-error.ts'

/** Resolves a name to all its addresses. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>

export const resolveBySystem: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)))
  })

/**
 * The lookup of one connection. The socket connects to exactly the addresses that were checked, so DNS rebinding (a
 * different answer the next time) has no effect. One forbidden address among several refuses the name: a public site has no
 * reason to resolve to a private address.
 */
export function guardedLookup(url: string, resolve: Resolve, allowLoopback: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const reason = reasonAgainst(addresses, allowLoopback)
        if (reason !== null) return callback(new FetchError('refused', url, `${hostname}: ${reason}`), [])
        const [first] = addresses
        if (options.all === true) callback(null, [...addresses])
        else callback(null, first!.address, first!.family)
      },
      (cause: Error) => callback(new FetchError('unreachable', url, `${hostname} does not resolve`, { cause }), []),
    )
  }
}

function reasonAgainst(addresses: readonly LookupAddress[], allowLoopback: boolean): string | null {
  if (addresses.length === 0) return 'the name has no address'
  return (
    addresses.map(({ address }) => refusedAddress(address, allowLoopback)).find((reason) => reason !== null) ?? null
  )
}
