import { publisherIdOf } from '../../identity/publisher-id.ts'
import { rankOfCode } from '../../regions/division.ts'
import type { Level } from '../../report/report.ts'
import type { Portal } from '../portals.ts'
import type { DateSource, NotFoundState, PublisherRow } from './rows.ts'
import { lastDueYear, timeliness } from './timeliness.ts'

/** Codes of the counties of a prefecture or province, from the gazetteer. */
export type CountiesOf = (code: string) => readonly string[]

const UNKNOWN = {
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
export function expectedOf(portal: Portal, countiesOf: CountiesOf, today: string): PublisherRow[] {
  const last = lastDueYear(today)
  const code = portal.regionCode
  const own = code === null ? [] : ownYears(portal, today).map((year) => unsearched(code, year))
  const seeded = portal.seeds.flatMap((seed) =>
    countiesOf(seed.countiesOf).flatMap((code) => yearsOf(code, seed.fromYear ?? last, last)),
  )
  return [...own, ...seeded]
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

export interface FoundReport {
  readonly year: number
  readonly issuer: string | null
  readonly regionCode: string | null
  readonly level: Level | null
  readonly documentId: string
  readonly documentUrl: string
  readonly publishedOn: string | null
  readonly publishedOnFrom: DateSource | null
  readonly portal: string
  /** The government whose portal it is. */
  readonly portalRegionCode: string | null
  readonly searchedAt: string
}

/** The row of the publisher whose report was found, or null if nothing says who the publisher is. */
export function foundReport(report: FoundReport): PublisherRow | null {
  const { level, portalRegionCode, ...found } = report
  const own = isPortalsOwn(report) ? portalRegionCode : null
  const regionCode = found.regionCode ?? own
  const isOwn = own !== null && regionCode === own
  const publisherId = isOwn ? own : publisherIdOf({ issuer: found.issuer, level, regionCode })
  if (publisherId === null) return null
  const state = timeliness(found.year, found.publishedOn)
  return { ...UNKNOWN, ...found, regionCode, publisherId, state }
}

/** Whether its level and issuer fit the government of the portal: for a report that may not say of which place it is. */
function isPortalsOwn({ level, issuer, portalRegionCode }: FoundReport): boolean {
  if (portalRegionCode === null) return false
  const isSomeGovernment = issuer === null || /人民政府(?:办公[室厅])?$/.test(issuer)
  return level === rankOfCode(portalRegionCode) || (level === null && isSomeGovernment)
}
