import type { Discovery } from './discover.ts'
import { listsToWatch } from './found-list.ts'
import { regionToName } from './site.ts'

/** An entry of a portals file as a person writes it, with what its defaults do not say. */
export interface Entry {
  readonly id: string
  readonly name: string
  readonly regionCode?: string | null
  readonly hosts: readonly string[]
  readonly lists: readonly { readonly url: string }[]
  readonly paused?: boolean
}

const MAX_LISTS = 3
const LONGEST_ID = 40
const LONGEST_NAME = 100

/** What a discovery finds out about a portal. Null if it found no list. */
export function entryOf(found: Discovery): Entry | null {
  const lists = listsToWatch(found.lists, MAX_LISTS).map(({ url }) => ({ url }))
  if (lists.length === 0) return null
  const { host } = new URL(found.home)
  const name = (found.name ?? host).slice(0, LONGEST_NAME)
  const regionCode = regionToName(name, found.markup)
  return {
    id: idOf(host),
    name,
    ...(regionCode !== undefined && { regionCode }),
    hosts: [...new Set([host, ...lists.map(({ url }) => new URL(url).host)])],
    lists,
  }
}

/** An ID that tells the host: `huadu` of www.huadu.gov.cn. */
export function idOf(host: string): string {
  const bare = host.toLowerCase().replace(/^www\.(?=.*\.)|\.gov\.cn(?=:|$)/g, '')
  return (
    bare
      .replace(/[^a-z0-9_]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, LONGEST_ID) || 'portal'
  )
}
