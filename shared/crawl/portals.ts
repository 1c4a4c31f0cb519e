import * as v from 'valibot'
import { checkedRecipe } from './lists/recipe-selectors.ts'
import { settledRegion } from './named-region.ts'
import { list, MAX_LISTS, portal, regionCode, year } from './portal.ts'

/** Reserved by RFC 2606, so it is nobody's address. Whoever runs a crawl sets their own. */
export const NO_CONTACT = 'https://fazhi.example/crawl'

const checkedList = v.strictObject({ ...list.entries, recipe: v.optional(checkedRecipe) })

/** A portal as a file has it: the region may be left out where the name settles it. */
const entry = v.pipe(
  v.strictObject({
    ...portal.entries,
    lists: v.pipe(v.array(checkedList), v.minLength(1), v.maxLength(MAX_LISTS)),
    regionCode: v.optional(v.nullable(regionCode)),
  }),
  v.transform((one) => ({
    ...one,
    regionCode: one.regionCode === undefined ? settledRegion(one.name) : one.regionCode,
  })),
)

export const portalsFile = v.pipe(
  v.strictObject({
    /** Where a portal's operator can contact whoever runs the crawl. Part of the user agent. */
    contact: v.optional(
      v.pipe(v.string(), v.regex(/^[!-~]{3,200}$/, 'must be one web address or mail address')),
      NO_CONTACT,
    ),
    /** Of every portal that does not have its own. */
    fromYear: v.optional(year),
    portals: v.pipe(v.array(entry), v.minLength(1)),
  }),
  v.transform(({ fromYear, ...file }) => ({
    ...file,
    portals: file.portals.map((one) => (fromYear === undefined ? one : { fromYear, ...one })),
  })),
  v.check(
    ({ portals }) => new Set(portals.map(({ id }) => id)).size === portals.length,
    'every portal needs a unique id',
  ),
)

export type PortalsFile = v.InferOutput<typeof portalsFile>

/** A portals file that does not match its schema. `message` has one line per error, with its path. */
export class PortalsFileError extends Error {
  override readonly name = 'PortalsFileError'
}

/**
 * Reads the text of a portals file.
 * @throws {PortalsFileError} with the path of every wrong value
 */
export function readPortals(text: string): PortalsFile {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new PortalsFileError(`The portals file is not valid JSON: ${(cause as Error).message}`, { cause })
  }
  const result = v.safeParse(portalsFile, json)
  if (result.success) return result.output
  throw new PortalsFileError(
    result.issues.map((issue) => `${v.getDotPath(issue) ?? '(file)'}: ${issue.message}`).join('\n'),
  )
}
