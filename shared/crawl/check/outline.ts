import * as v from 'valibot'

const text = v.fallback(v.optional(v.string()), undefined)
const number = v.fallback(v.optional(v.number()), undefined)
const listOf = <Item extends v.GenericSchema>(item: Item) => v.fallback(v.optional(v.array(item), []), [])

const recipe = v.object({
  format: text,
  url: text,
  body: text,
  type: text,
  rows: text,
  title: text,
  link: text,
  date: text,
  total: text,
  pageCount: text,
  ends: text,
})
const list = v.object({ url: text, system: text, recipe: v.fallback(v.optional(recipe), undefined) })
const seed = v.object({ countiesOf: text, fromYear: number })
const portal = v.object({
  id: text,
  name: text,
  regionCode: v.fallback(v.optional(v.nullable(v.string())), undefined),
  fromYear: number,
  seeds: listOf(v.fallback(seed, {})),
  hosts: v.fallback(v.optional(v.array(v.fallback(v.string(), ''))), undefined),
  lists: listOf(v.fallback(list, {})),
  certificate: text,
})
const EMPTY = { seeds: [], lists: [] }
const file = v.fallback(v.object({ contact: text, fromYear: number, portals: listOf(v.fallback(portal, EMPTY)) }), {
  portals: [],
})

/**
 * A portals file as far as its values have the right types: what is wrong is left out, so that the rest can be checked in the
 * same go.
 */
export type Outline = v.InferOutput<typeof file>
export type PortalOutline = Outline['portals'][number]
export type ListOutline = PortalOutline['lists'][number]
export type RecipeOutline = NonNullable<ListOutline['recipe']>

export function outlineOf(json: unknown): Outline {
  return v.parse(file, json)
}
