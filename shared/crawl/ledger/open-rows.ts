import { fold } from '../../text/fold.ts'
import { issuerNamed, namesOtherBody, namesReport, yearOfTitle, yearsOfTitle } from '../candidate.ts'
import { placeNamed, settledRegion } from '../named-region.ts'
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
    if (isOfOtherBody(page, walk) || (page.documentId === null && isOfNoWholeYear(page.title))) return []
    const reason = page.documentId === null ? unreadReason(page, walk) : unsettled(year, page, walk)
    if (reason === null) return []
    // Of several years in a title that nothing settles one may be that of its publication.
    const named = page.documentId === null ? allYearsOf(page.title) : yearsOfTitle(page.title)
    const isOfYear = page.documentId !== null || named.length === 0 || named.includes(year)
    return isOfYear ? [{ page, namesYear: named.includes(year), code: codeIn(reason), reason }] : []
  })
}

/** Whether the lists have ever shown a report of the portal's own government, so that they are the right ones. */
export function showsOwnReports({ pages, walk }: Search): boolean {
  return pages.some((page) => {
    const { documentId, issuer, regionCode, title } = page
    const named = settledRegion(issuerNamed(title))
    if (documentId === null) return namesReport(title) && !isOfOtherBody(page, walk) && isOwn(named, walk)
    return !namesOtherBody(issuer ?? '') && (isOwn(regionCode, walk) || named === walk.publisherId)
  })
}

/** A place that is not told may be the portal's own. */
function isOwn(regionCode: string | null, { publisherId }: WalkRow): boolean {
  return regionCode === null || publisherId === null || regionCode === publisherId
}

/** 新乡 and 桐乡 are no townships, though they are called so without what they are. */
function isOfOtherBody({ title }: PageRow, { publisherId }: WalkRow): boolean {
  if (!namesOtherBody(title)) return false
  const named = issuerNamed(title)
  return !['市', '县', '区'].some((kind) => placeNamed(named + kind).places.some(({ code }) => code === publisherId))
}

function allYearsOf(title: string): number[] {
  const digits = [...fold(title).matchAll(/(?<![0-9])20[0-9]{2}(?![0-9])/g)].map(([year]) => Number(year))
  return [...new Set([...yearsOfTitle(title), ...digits])]
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
  const place = settledRegion(issuerNamed(title))
  const isOfOther = namesOtherBody(issuer ?? '')
  if (
    place !== null &&
    place === publisherId &&
    yearsOfTitle(title).includes(year) &&
    (isOfOther || !isOwnOrAbove(page, publisherId))
  )
    return `other_publisher: the row names this government, and the report it leads to is of ${issuer ?? regionCode}`
  if (isOfOther) return null
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
  // The province's own report, which the portal passes on, says so in its title.
  const isTheirs = regionCode !== null && regionCode !== publisherId && place === regionCode
  return isOwnOrAbove(page, publisherId) && !isTheirs
    ? 'unknown_publisher: a report was found, and who reports could not be told'
    : null
}

/** A place that is told only as far as the province or prefecture above may be the government's own. */
function isOwnOrAbove({ regionCode }: PageRow, publisherId: string | null): boolean {
  return regionCode === null || publisherId?.startsWith(regionCode.replace(/(?:00){1,2}$/, '')) === true
}
