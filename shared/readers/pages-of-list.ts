import * as v from 'valibot'
import { CursorError, cursorOf, DEFAULT_LIMIT, type Page, type PageQuery, positionIn } from './page.ts'

/** Where a list goes on, and which list it was. */
const position = v.strictObject({ of: v.string(), at: v.pipe(v.number(), v.integer(), v.minValue(0)) })

/**
 * A page of a list that is at hand as a whole.
 * @param of tells it from other lists of the kind: a cursor of one means nothing in another
 * @throws {CursorError}
 */
export function pageOfList<Item>(
  list: readonly Item[],
  { cursor, limit = DEFAULT_LIMIT }: PageQuery,
  of = '',
): Page<Item> {
  const from = cursor === undefined ? { of, at: 0 } : positionIn(cursor, position)
  if (from.of !== of) throw new CursorError()
  const end = from.at + limit
  return { items: list.slice(from.at, end), next: end < list.length ? cursorOf({ of, at: end }) : null }
}
