import * as v from 'valibot'
import type { ListRequest } from '../fetch/list-request.ts'

/** Where the number of a page goes. */
export const PAGE = '{page}'
const MAX_TEXT = 500

/** Fields that have selectors, of a page, or paths, of records. */
export const SELECTORS = ['rows', 'title', 'link', 'date', 'total', 'pageCount'] as const

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TEXT))
/** A selector within a row, with `@name` behind it for an attribute; of records a path. Empty: the row itself. */
const part = v.pipe(v.string(), v.maxLength(MAX_TEXT))

/**
 * How to read a list that no reader knows, as an operator writes it: where its rows are, and how its pages are asked for. Of a page
 * the parts are CSS selectors, of records in JSON paths such as `data.list`.
 */
export const recipe = v.pipe(
  v.strictObject({
    format: v.optional(v.picklist(['html', 'json']), 'html'),
    /** Address of the pages, with `{page}` for the number. Default: the list's own address, one page. */
    url: v.optional(v.pipe(v.string(), v.url(), v.maxLength(800))),
    method: v.optional(v.picklist(['GET', 'POST']), 'GET'),
    /** What is posted, with `{page}` for the number. */
    body: v.optional(v.pipe(v.string(), v.maxLength(4000))),
    type: v.optional(text, 'application/x-www-form-urlencoded'),
    /** The number of the first page. */
    firstPage: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)), 1),
    rows: text,
    title: part,
    /** Where the row leads: `a@href`; of a record its key, or an address with keys in braces, `/art/{id}.html`. */
    link: part,
    date: v.optional(part),
    /** Where the number of all rows, or of all pages, stands. Without either the list ends at a page without rows. */
    total: v.optional(part),
    pageCount: v.optional(part),
    /** For lists whose numbers end with 404. */
    ends: v.optional(v.picklist(['empty', 'not_found']), 'empty'),
  }),
  v.forward(
    v.check(({ method, body }) => (method === 'POST') === (body !== undefined), 'must be there for POST and only then'),
    ['body'],
  ),
)

export type Recipe = v.InferOutput<typeof recipe>

/**
 * The request for a page of a list by its recipe.
 * @param place of the page in the list, from 1
 */
export function recipeRequest(recipe: Recipe, listUrl: string, place: number): ListRequest {
  const number = String(recipe.firstPage + place - 1)
  const url = (recipe.url ?? listUrl).replaceAll(PAGE, number)
  const post = recipe.body === undefined ? null : { type: recipe.type, body: recipe.body.replaceAll(PAGE, number) }
  return { url, post }
}
