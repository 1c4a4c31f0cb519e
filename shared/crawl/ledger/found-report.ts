import { publisherIdOf } from '../../identity/publisher-id.ts'
import { rankOfCode } from '../../regions/division.ts'
import type { Level } from '../../report/report.ts'
import { UNKNOWN } from './publishers.ts'
import type { DateSource, PublisherRow } from './rows.ts'
import { timeliness } from './timeliness.ts'

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
