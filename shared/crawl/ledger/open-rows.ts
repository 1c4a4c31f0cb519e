import { issuerNamed, namesOtherBody, namesReport, yearOfTitle, yearsOfTitle } from '../candidate.ts'
import { settledRegion } from '../named-region.ts'
import { isOfNoWholeYear } from '../part-of-year.ts'
import { codeIn } from '../problem.ts'
import type { Search } from './judge.ts'
import type { PageRow, WalkRow } from './rows.ts'

/** A row of a list that may be the report of a year and does not settle whether it is. */
export interface OpenRow {
  readonly page: PageRow
  /** Its title names the year. A row that names none may be of any. */
  readonly namesYear: boolean
  readonly code: string
  /** What is not settled: a code, a colon and a sentence. */
  readonly reason: string
}

/** The rows that keep a year from being called missing. Rows that name another body, another year or a part of one do not. */
export function openRows(year: number, { pages, walk }: Search): OpenRow[] {
  return pages.flatMap((page) => {
    if (namesOtherBody(page.title) || (page.documentId === null && isOfNoWholeYear(page.title))) return []
    const reason = page.documentId === null ? unreadReason(page, walk) : unsettled(year, page, walk)
    if (reason === null) return []
    const named = yearsOfTitle(page.title)
    const isOfYear = page.documentId !== null || named.length === 0 || named.includes(year)
    return isOfYear ? [{ page, namesYear: named.includes(year), code: codeIn(reason), reason }] : []
  })
}

/** Whether the lists have ever shown a report of the portal's own government, so that they are the right ones. */
export function showsOwnReports({ pages }: Search): boolean {
  return pages.some(({ documentId, issuer, title }) =>
    documentId === null ? namesReport(title) && !namesOtherBody(title) : !namesOtherBody(issuer ?? ''),
  )
}

/** Why a page without a document does not settle its year. Null if it was read and is no report. */
function unreadReason({ state, reason, title, askedAt }: PageRow, { startedAt }: WalkRow): string | null {
  // Rows that cannot be visited are known by the list alone: one that has left it is none any more.
  if ((state === 'unreadable_row' || state === 'off_host') && askedAt < startedAt) return null
  if (reason === null || (codeIn(reason) === 'not_a_report' && !namesReport(title))) return null
  return reason
}

/** Why a report that was found leaves a year open that it was not filed under. Null if it does not. */
function unsettled(year: number, page: PageRow, { publisherId }: WalkRow): string | null {
  const { issuer, regionCode, title } = page
  if (namesOtherBody(issuer ?? '')) return null
  const named = yearsOfTitle(title)
  if (page.year === null) {
    if (named.length < 2) return 'unknown_year: a report was found, and its year could not be told'
    return named.includes(year) ? 'several_years: the report that was found is on several years' : null
  }
  if (page.year !== year) {
    if (!named.includes(year)) return null
    const isOther = yearOfTitle(title) === year
    return isOther
      ? `other_year: the row names ${year}, and the report it leads to is on ${page.year}`
      : `several_years: the row names several years, and its report was filed under ${page.year}`
  }
  // A place that is told only as far as the province or prefecture above may be the government's own.
  const isAbove = regionCode === null || publisherId?.startsWith(regionCode.replace(/(?:00){1,2}$/, '')) === true
  // The province's own report, which the portal passes on, says so in its title.
  const isTheirs = regionCode !== null && regionCode !== publisherId && settledRegion(issuerNamed(title)) === regionCode
  return isAbove && !isTheirs ? 'unknown_publisher: a report was found, and who reports could not be told' : null
}
