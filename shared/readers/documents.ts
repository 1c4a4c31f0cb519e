import * as v from 'valibot'
import type { Kind, Level } from '../report/report.ts'
import { FIRST_YEAR, LAST_YEAR } from '../report/years.ts'
import type { DocumentSummary } from '../store/document-summary.ts'
import type { ReaderTables } from '../store/reader-tables.ts'
import type { ReportRow } from '../store/report-row.ts'
import { publisherDocumentOf } from '../store/tables.ts'
import { groupBy } from './group-by.ts'
import { cursorOf, DEFAULT_LIMIT, type Page, type PageQuery, positionIn } from './page.ts'

/** Documents of a year, of a status, or of one place. */
export interface DocumentsQuery extends PageQuery {
  readonly year?: number
  readonly status?: DocumentSummary['status']
  /** A region code or its beginning; without a year and a status the code or beginning of exactly one place. */
  readonly region?: string
  readonly level?: Level
  readonly kind?: Kind
  /** Only those that are current for their report, or only those that are not. */
  readonly current?: boolean
}

/** A document as lists show it, with whether it is the one to read. */
export interface ListedDocument extends DocumentSummary {
  readonly current: boolean
  /** The current document that has the same text. */
  readonly duplicateOf: string | null
  /** The current document that took its place. */
  readonly supersededBy: string | null
}

/** Years asked for at once. */
const YEARS_AT_ONCE = 10

const yearPosition = v.strictObject({ after: v.string() })
const regionPosition = v.strictObject({
  year: v.pipe(v.number(), v.integer(), v.minValue(FIRST_YEAR), v.maxValue(LAST_YEAR)),
  after: v.nullable(v.string()),
})
const statusPosition = v.strictObject({ receivedAt: v.string(), documentId: v.string() })

/**
 * Documents of a year by publisher, of a status by the time they came, or of exactly one place by year. One of the three must be given.
 * @throws {CursorError}
 */
export async function documentsPage(tables: ReaderTables, query: DocumentsQuery): Promise<Page<ListedDocument>> {
  const { rows, next } = await rowsOf(tables, query)
  const listed = await withStanding(tables, rows)
  return { items: listed.filter((document) => isAsked(document, query)), next }
}

interface Rows {
  readonly rows: readonly DocumentSummary[]
  readonly next: string | null
}

function rowsOf(tables: ReaderTables, { year, region, ...query }: DocumentsQuery): Promise<Rows> {
  if (query.status !== undefined) return ofStatus(tables, query)
  if (year !== undefined) return ofYear(tables, year, region ?? '', query)
  if (region !== undefined) return ofRegion(tables, region, query)
  throw new TypeError('A query for documents names a year, a status or a region.')
}

/** Publishers of a place begin with its code, in the index of every year. */
async function ofRegion(tables: ReaderTables, region: string, { cursor, limit = DEFAULT_LIMIT }: PageQuery) {
  const prefix = exactRegion(region)
  const start = cursor === undefined ? { year: FIRST_YEAR, after: null } : positionIn(cursor, regionPosition)
  const rows: DocumentSummary[] = []
  for (let first = start.year; first <= LAST_YEAR; first += YEARS_AT_ONCE) {
    const years = Array.from({ length: Math.min(YEARS_AT_ONCE, LAST_YEAR - first + 1) }, (_, n) => first + n)
    const pages = await Promise.all(
      years.map((year) => {
        const after = year === start.year ? start.after : null
        return tables.documentsOfYear(year, { prefix, after }, limit + 1)
      }),
    )
    for (const [n, page] of pages.entries()) {
      rows.push(...page.rows)
      if (rows.length > limit) return { rows: rows.slice(0, limit), next: cursorAt(rows[limit - 1]!) } satisfies Rows
      if (page.next !== null) return { rows, next: cursorOf({ year: years[n]!, after: page.next }) } satisfies Rows
    }
  }
  return { rows, next: null } satisfies Rows
}

function cursorAt({ year, publisherId, documentId }: DocumentSummary): string {
  return cursorOf({ year, after: publisherDocumentOf(publisherId, documentId) })
}

/** The code of the one place that a beginning of codes may stand for: of a province two digits, of a prefecture four. */
export function exactRegion(prefix: string): string {
  return prefix.padEnd(6, '0')
}

async function ofYear(tables: ReaderTables, year: number, region: string, query: PageQuery) {
  const { cursor, limit = DEFAULT_LIMIT } = query
  const after = cursor === undefined ? null : positionIn(cursor, yearPosition).after
  const { rows, next } = await tables.documentsOfYear(year, { prefix: region, after }, limit)
  return { rows, next: next === null ? null : cursorOf({ after: next }) } satisfies Rows
}

async function ofStatus(tables: ReaderTables, { status, cursor, limit = DEFAULT_LIMIT }: DocumentsQuery) {
  const after = cursor === undefined ? null : positionIn(cursor, statusPosition)
  const { rows, isLast } = await tables.documentsIn(status!, after, limit)
  const last = rows.at(-1)
  const next =
    isLast || last === undefined ? null : cursorOf({ receivedAt: last.receivedAt, documentId: last.documentId })
  return { rows, next } satisfies Rows
}

/** Each document with what the row of its report says of it. */
export async function withStanding(
  tables: ReaderTables,
  documents: readonly DocumentSummary[],
): Promise<ListedDocument[]> {
  const years = groupBy(documents, ({ year }) => year)
  const reports = new Map<string, ReportRow>()
  for (const [year, ofYear] of years) {
    if (year === null) continue
    const publishers = [...new Set(ofYear.flatMap(({ publisherId }) => publisherId ?? []))]
    for (const [publisherId, row] of await tables.reports(publishers, year)) reports.set(`${year} ${publisherId}`, row)
  }
  return documents.map((document) => standingOf(document, reports.get(`${document.year} ${document.publisherId}`)))
}

function standingOf(document: DocumentSummary, report: ReportRow | undefined): ListedDocument {
  const other = report?.others.find(({ documentId }) => documentId === document.documentId)
  return {
    ...document,
    current: report?.documentId === document.documentId,
    duplicateOf: other?.duplicateOf ?? null,
    supersededBy: other?.supersededBy ?? null,
  }
}

function isAsked({ level, kind, region, current, year }: ListedDocument, asked: DocumentsQuery): boolean {
  if (asked.level !== undefined && level !== asked.level) return false
  if (asked.kind !== undefined && kind !== asked.kind) return false
  if (asked.current !== undefined && current !== asked.current) return false
  if (asked.year !== undefined && year !== asked.year) return false
  return asked.region === undefined || region?.code?.startsWith(asked.region) === true
}
