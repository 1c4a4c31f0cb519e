import { PAGE_PATH } from '../api/page-paths.ts'

/** Everything that the page shows is said by its address, so that an address can be sent, kept and gone back to. */

/** In the order in which they stand in an address. */
const PARAMETERS = [
  'view',
  'id',
  'code',
  'publisher',
  'region',
  'level',
  'year',
  'from',
  'to',
  'current',
  'reason',
  'q',
  'figure',
  'lang',
] as const

export type ParameterName = (typeof PARAMETERS)[number]
/** What an address asks for. Only publishers may be several. */
export type PageState = Readonly<Partial<Record<Exclude<ParameterName, 'publisher'>, string>>> & {
  readonly publisher: readonly string[]
}

/** Reads an address. What is empty or unknown is left out. */
export function stateOf(search: string): PageState {
  const asked = new URLSearchParams(search)
  const known = PARAMETERS.filter((name) => name !== 'publisher').flatMap((name) => {
    const value = asked.get(name)?.trim()
    return value ? [[name, value] as const] : []
  })
  const publishers = asked.getAll('publisher').map((one) => one.trim())
  return { ...Object.fromEntries(known), publisher: [...new Set(publishers)].filter(Boolean) }
}

type Changes = { readonly [Name in keyof PageState]?: PageState[Name] | undefined }

/**
 * The address of what a state asks for.
 * @param changes parameters that differ; `undefined` takes one away
 * @example hrefOf({ view: 'report', id: 'c95b', publisher: [] }, { figure: '4' }) // '/explore?view=report&id=c95b&figure=4'
 */
export function hrefOf(state: Changes, changes: Changes = {}): string {
  const asked = { ...state, ...changes }
  const query = new URLSearchParams()
  for (const name of PARAMETERS)
    for (const value of [asked[name] ?? []].flat()) if (value !== '') query.append(name, value)
  const search = query.toString()
  return search === '' ? PAGE_PATH : `${PAGE_PATH}?${search}`
}
