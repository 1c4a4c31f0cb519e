import * as v from 'valibot'

/** A page of a list. It may be short or empty while `next` is set. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** What to ask for the next page with; null at the end. */
  readonly next: string | null
}

export const DEFAULT_LIMIT = 100

/** Part of every query that is answered in pages. */
export interface PageQuery {
  /** `next` of the page before; absent for the first. */
  readonly cursor?: string
  /** The most items of a page: 1 to 1000, 100 if absent. */
  readonly limit?: number
}

/** A cursor that no page gave out, or one of another list. */
export class CursorError extends Error {
  override readonly name = 'CursorError'

  constructor() {
    super('The cursor is not one that this list gave out: take `next` of its last page, or begin without a cursor.')
  }
}

/** Where a list goes on, as one word that may stand in an address. */
export function cursorOf(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** @throws {CursorError} */
export function positionIn<Position>(cursor: string, schema: v.GenericSchema<unknown, Position>): Position {
  try {
    return v.parse(schema, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw new CursorError()
  }
}

/** Every item of every page, asked for one after the other. */
export async function* itemsOfPages<Item>(
  readPage: (position: Pick<PageQuery, 'cursor'>) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | null | undefined
  while (cursor !== null) {
    const page: Page<Item> = await readPage(cursor === undefined ? {} : { cursor })
    yield* page.items
    cursor = page.next
  }
}
