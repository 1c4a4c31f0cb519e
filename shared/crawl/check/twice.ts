import type { Mistake } from './mistake.ts'
import type { Outline } from './outline.ts'

interface Placed {
  readonly path: string
  readonly key: string
}

/** Ids and lists that the file has twice, each told where it stands again. */
export function twiceMistakes({ portals }: Outline): Mistake[] {
  const ids = portals.map(({ id = '' }, at) => ({ path: `portals.${at}.id`, key: id }))
  const lists = portals.flatMap(({ lists }, at) =>
    lists.map(({ url = '' }, place) => ({ path: `portals.${at}.lists.${place}.url`, key: listKey(url) })),
  )
  return [
    ...again(ids).map(({ path, key, first }) => ({
      path,
      what: `${key} is the id of ${first} too`,
      why: 'the rows of the ledger are kept under it',
      todo: 'give each portal its own',
    })),
    ...again(lists).map(({ path, first }) => ({
      path,
      what: `is the list of ${first} again`,
      why: 'it would be asked for twice',
      todo: 'remove one of the two',
    })),
  ]
}

function again(all: readonly Placed[]): (Placed & { readonly first: string })[] {
  const first = new Map<string, string>()
  return all.flatMap(({ path, key }) => {
    const before = first.get(key)
    if (before !== undefined) return [{ path, key, first: before.replace(/\.(?:id|url)$/, '') }]
    if (key !== '') first.set(key, path)
    return []
  })
}

/** One key for the forms in which one list is written: with www. or without, http or https, with index.html or without. */
function listKey(url: string): string {
  const parsed = URL.parse(url)
  if (parsed === null) return ''
  const path = parsed.pathname.replace(/\/(?:index\.s?html?)?$/, '')
  return `${parsed.host.replace(/^www\./, '')}${path}${parsed.search}${parsed.hash}`
}
