import type { PublisherRow } from '../crawl/ledger/rows.ts'
import type { DocumentSummary } from '../store/document-summary.ts'
import type { ReaderTables } from '../store/reader-tables.ts'
import type { ChangedReport } from '../store/report-changes.ts'
import type { ReportRow } from '../store/report-row.ts'
import { groupBy } from './group-by.ts'
import { publisherOf } from './publisher.ts'
import { reportYears } from './report-years.ts'

/** `new`: the first text of a report; `changed`: another text in its place; `withdrawn`; `missing`: due, searched for and not there. */
export type NewsKind = 'new' | 'changed' | 'withdrawn' | 'missing'

/** What happened to the report of a publisher on a year. */
export interface News {
  readonly kind: NewsKind
  /** ISO time. */
  readonly at: string
  readonly publisherId: string
  readonly year: number
  /** Who reports, as the report names it, else as its ID says. */
  readonly issuer: string
  /** Of a report that can be read. */
  readonly documentId: string | null
  readonly title: string | null
  readonly sourceUrl: string | null
  /** Why it was withdrawn. */
  readonly reason: string | null
}

/**
 * What happened last, the newest first: each report once, with its last change. A report that was read anew by another parser, or came
 * in another format, is no news.
 * @param today ISO date
 */
export async function newsOf(tables: ReaderTables, today: string, limit: number): Promise<News[]> {
  const years = reportYears(today)
  const [changed, missing] = await Promise.all([
    Promise.all(years.map((year) => tables.changes.newest(year, limit))),
    Promise.all(years.map((year) => tables.changes.missing(year, limit))),
  ])
  const newest = byTime(changed.flat(), ({ changedAt }) => changedAt).slice(0, limit)
  const news = [...(await newsOfReports(tables, newest)), ...missing.flat().map(newsOfMissing)]
  return byTime(news, ({ at }) => at).slice(0, limit)
}

async function newsOfReports(tables: ReaderTables, changed: readonly ChangedReport[]): Promise<News[]> {
  const reports: ReportRow[] = []
  for (const [year, ofYear] of groupBy(changed, (report) => report.year)) {
    const rows = await tables.reports(
      ofYear.map(({ publisherId }) => publisherId),
      year,
    )
    reports.push(...rows.values())
  }
  const documents = await tables.documents(reports.flatMap(({ documentId }) => documentId ?? []))
  return reports.flatMap((report) => newsOfReport(report, documents.get(report.documentId ?? '')) ?? [])
}

/** Null of a report whose documents have all moved to others. */
function newsOfReport(report: ReportRow, document: DocumentSummary | undefined): News | null {
  const { state, publisherId, year, changedAt, detail, others, documentId } = report
  if (state === 'none' || changedAt === undefined) return null
  const isChanged = others.some(({ supersededBy }) => supersededBy !== null)
  return {
    kind: state === 'withdrawn' ? 'withdrawn' : isChanged ? 'changed' : 'new',
    ...{ at: changedAt, publisherId, year, documentId, reason: detail },
    issuer: document?.issuer ?? nameOf(publisherId),
    title: document?.title ?? null,
    sourceUrl: document?.sourceUrl ?? null,
  }
}

function newsOfMissing({ publisherId, year, issuer, changedAt }: PublisherRow): News {
  const nothing = { documentId: null, title: null, sourceUrl: null, reason: null }
  return { kind: 'missing', at: changedAt!, publisherId, year, issuer: issuer ?? nameOf(publisherId), ...nothing }
}

function nameOf(publisherId: string): string {
  return publisherOf(publisherId)?.name ?? publisherId
}

function byTime<Item>(items: readonly Item[], timeOf: (item: Item) => string): Item[] {
  return items.toSorted((a, b) => (timeOf(a) > timeOf(b) ? -1 : 1))
}
