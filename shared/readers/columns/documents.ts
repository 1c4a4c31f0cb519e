import { PUBLISHER_ID } from '../../report/attributes.ts'
import type { Completeness } from '../../report/report.ts'
import { completeness, region, reportAttributes } from '../../report/report-attributes.ts'
import type { ListedDocument } from '../documents.ts'
import { boolean, type Columns, date, integer, long, meaning, string, time } from './column.ts'

/** A document with the parts that its report has; null if no report was read out of it. */
export interface ReportedDocument extends ListedDocument {
  readonly completeness: Completeness | null
}

const parts = completeness.entries

/** Of documents, one a row. */
export const DOCUMENT_COLUMNS = {
  document_id: string('The first 32 hex digits of the SHA-256 of the file.', (row) => row.documentId),
  status: string(
    'RECEIVED, PARSED, COMPLETE (its figures can be read), REJECTED (see reason), FAILED or WITHDRAWN.',
    (row) => row.status,
  ),
  reason: string('Why it was rejected, failed or was withdrawn.', (row) => row.reason),
  kind: string(meaning(reportAttributes.kind), (row) => row.kind),
  title: string(meaning(reportAttributes.title), (row) => row.title),
  publisher_id: string(PUBLISHER_ID.replaceAll('`', ''), (row) => row.publisherId),
  issuer: string(meaning(reportAttributes.issuer), (row) => row.issuer),
  level: string(meaning(reportAttributes.level), (row) => row.level),
  department_level: string(meaning(reportAttributes.departmentLevel), (row) => row.departmentLevel),
  region_code: string(meaning(region.entries.code), (row) => row.region?.code ?? null),
  province: string(meaning(region.entries.province), (row) => row.region?.province ?? null),
  prefecture: string(meaning(region.entries.prefecture), (row) => row.region?.prefecture ?? null),
  county: string(meaning(region.entries.county), (row) => row.region?.county ?? null),
  township: string(meaning(region.entries.township), (row) => row.region?.township ?? null),
  year: integer(meaning(reportAttributes.year), (row) => row.year),
  published_on: date(meaning(reportAttributes.publishedOn), (row) => row.publishedOn),
  document_date: date(meaning(reportAttributes.documentDate), (row) => row.documentDate),
  is_current: boolean('Whether it is the one to read for its publisher and year.', (row) => row.current),
  duplicate_of: string('The current document that has the same text in other bytes.', (row) => row.duplicateOf),
  superseded_by: string('The current document that took its place.', (row) => row.supersededBy),
  has_achievements: boolean(meaning(parts.achievements), (row) => row.completeness?.achievements ?? null),
  has_problems: boolean(meaning(parts.problems), (row) => row.completeness?.problems ?? null),
  has_responsibility: boolean(meaning(parts.responsibility), (row) => row.completeness?.responsibility ?? null),
  has_plans: boolean(meaning(parts.plans), (row) => row.completeness?.plans ?? null),
  published_by_april_1: boolean(meaning(parts.publishedByApril1), (row) => row.completeness?.publishedByApril1 ?? null),
  indicator_count: integer('Figures that were found in it.', (row) => row.indicatorCount),
  run: integer('The run of the parser whose result it shows; 0 before the first.', (row) => row.run),
  format: string('Format of the file, told by its bytes.', (row) => row.format),
  size: long('Bytes of the file.', (row) => row.size),
  body_hash: string('Documents with the same one have the same text in other bytes.', (row) => row.bodyHash),
  received_at: time('When it came.', (row) => row.receivedAt),
  updated_at: time('When what is known of it last changed.', (row) => row.updatedAt),
  source_url: string(
    'Address of the page or file that the document came from; empty for an upload without one.',
    (row) => row.sourceUrl,
  ),
} satisfies Columns<ReportedDocument>
