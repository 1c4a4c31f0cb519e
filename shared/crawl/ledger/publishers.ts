import type { Portal } from '../portal.ts'
import type { NotFoundState, PublisherRow } from './rows.ts'
import { lastDueYear } from './timeliness.ts'

/** Codes of the counties of a prefecture or province, from the gazetteer. */
export type CountiesOf = (code: string) => Promise<readonly string[]>

/** A publisher's year of which nothing is known. */
export const UNKNOWN = {
  kind: 'publisher',
  issuer: null,
  documentId: null,
  documentUrl: null,
  publishedOn: null,
  publishedOnFrom: null,
  portal: null,
  reason: null,
  searchedAt: null,
  changedAt: null,
} as const

/** The publishers and years that a portal's entry expects: those of its own government and those of its seeds. */
export async function expectedOf(portal: Portal, countiesOf: CountiesOf, today: string): Promise<PublisherRow[]> {
  const last = lastDueYear(today)
  const code = portal.regionCode
  const own = code === null ? [] : ownYears(portal, today).map((year) => unsearched(code, year))
  const seeded = portal.seeds.map(async (seed) =>
    (await countiesOf(seed.countiesOf)).flatMap((code) => yearsOf(code, seed.fromYear ?? last, last)),
  )
  return [...own, ...(await Promise.all(seeded)).flat()]
}

/**
 * The years whose report is expected of a portal's own government: up to the last year that is over, due or not.
 * @param today ISO date
 */
export function ownYears({ fromYear }: Portal, today: string): number[] {
  const from = fromYear ?? lastDueYear(today)
  return Array.from({ length: Math.max(0, Number(today.slice(0, 4)) - from) }, (_, n) => from + n)
}

function yearsOf(code: string, from: number, to: number): PublisherRow[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => unsearched(code, from + n))
}

function unsearched(code: string, year: number): PublisherRow {
  return { ...UNKNOWN, publisherId: code, state: 'not_yet_searched', year, regionCode: code }
}

/** The row of a government's year after a search that did not find its report. */
export function notFound(
  code: string,
  year: number,
  state: NotFoundState,
  search: { readonly portal: string; readonly reason: string | null; readonly searchedAt: string },
): PublisherRow {
  return { ...unsearched(code, year), ...search, state }
}
