import * as v from 'valibot'

/**
 * What the schemas of rows are made of. A `v.title` names the type of a value, a `v.description` its meaning;
 * `docs/tables.md` shows both.
 */

/** Entries of a schema that describes `Shape`: one for each of its attributes. With `satisfies`, none beside them. */
export type EntriesOf<Shape> = { readonly [Name in keyof Shape]-?: v.GenericSchema<unknown, Shape[Name]> }

/** @param meaning one or two sentences, as `docs/tables.md` shows them */
export function described<const Schema extends v.GenericSchema>(schema: Schema, meaning: string) {
  return v.pipe(schema, v.description(meaning))
}

export function listOf<const Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(v.array(schema), v.readonly())
}

export const documentId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{32}$/, 'must be 32 hex digits'),
  v.title('32 hex digits'),
)
/** Whether what somebody wrote may be the ID of a document. */
export const isDocumentId = (text: string): boolean => v.is(documentId, text)
export const isoTime = v.pipe(v.string(), v.isoTimestamp(), v.title('ISO time'))
/** As the report or its page gives it. A day that no calendar has is no reason to lose the row. */
export const isoDate = v.pipe(v.string(), v.title('ISO date'))
export const regionCode = v.pipe(v.string(), v.title('GB/T 2260 code'))
/** As `publisherIdOf` makes it, for documents, figures and the ledger of the crawl. */
export const PUBLISHER_ID =
  'Who reports: GB/T 2260 code of a government down to county; code, `/` and name of a township, zone or department there; `issuer:` and the name if the place is not known.'
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** From 1. */
export const ordinal = v.pipe(v.number(), v.integer(), v.minValue(1))
