import type { DocumentSummary, FiguresDocument } from '../store/document-summary.ts'
import { RowsReplacedError } from '../store/errors.ts'
import { inParallel } from '../store/in-parallel.ts'
import type { IndicatorRow } from '../store/indicator-row.ts'
import type { ReaderTables, Stretch } from '../store/reader-tables.ts'
import type { ReportRow } from '../store/report-row.ts'
import { groupBy } from './group-by.ts'

/**
 * An index may lag behind its table. What changed less than this before it was asked is read from the table itself. Also covers
 * clocks of machines that differ.
 */
const INDEX_LAG_MILLISECONDS = 10_000
/** Reports whose figures are read at once. */
const PARALLEL_READS = 10
/** A run is current for longer than reading it takes, unless a document is reprocessed again and again. */
const MAX_READINGS = 5
/** So many publishers and fewer are asked for one by one, more in one go from the first to the last. */
const FEW = 10

/** A report that can be read, with figures of its current run: all, or those of one code. */
export interface ReadReport {
  readonly report: ReportRow
  readonly document: FiguresDocument
  readonly figures: readonly IndicatorRow[]
}

/**
 * The current reports of publishers on a year with their figures of a code. Rows of a run stay until after `reports` names another
 * one, so what is read before that row is asked is whole, and two runs are never mixed.
 * @param publisherIds in the order of the index
 * @returns by publisher; those without a report that can be read are not in it, nor is a report whose document is gone
 * @throws {RowsReplacedError} if a report changes each time that it is read
 */
export async function codedReports(
  tables: ReaderTables,
  code: string,
  year: number,
  publisherIds: readonly string[],
): Promise<{ readonly reports: Map<string, ReportRow>; readonly coded: Map<string, ReadReport> }> {
  const askedAt = Date.now()
  const rows = await rowsOf(tables, code, year, publisherIds)
  const reports = await tables.reports(publisherIds, year)
  const documents = await tables.documents([...reports.values()].flatMap(({ documentId }) => documentId ?? []))
  const ofRun = groupBy(rows, ({ documentId, run }) => `${documentId} ${run}`)
  const coded = new Map<string, ReadReport>()
  await inParallel(PARALLEL_READS, [...reports.values()], async (report) => {
    const document = report.documentId === null ? undefined : documents.get(report.documentId)
    if (document === undefined) return
    const figures = ofRun.get(`${report.documentId} ${report.run}`) ?? []
    const read = isSettled(document, askedAt) ? { report, document, figures } : await readAnew(tables, report, code)
    if (read !== null) coded.set(report.publisherId, read)
  })
  return { reports, coded }
}

/**
 * The current reports of publishers on a year with all their figures, a query each. Rows of a run stay until after `reports` names
 * another one, so what is read between two looks at that row which say the same is whole, and two runs are never mixed.
 * @returns by publisher; those without a report that can be read are not in `whole`
 * @throws {RowsReplacedError} if a report changes each time that it is read
 */
export async function wholeReports(
  tables: ReaderTables,
  year: number,
  publisherIds: readonly string[],
): Promise<{ readonly reports: Map<string, ReportRow>; readonly whole: Map<string, ReadReport> }> {
  const before = await tables.reports(publisherIds, year)
  const documents = await tables.documents([...before.values()].flatMap(({ documentId }) => documentId ?? []))
  const figures = new Map<string, readonly IndicatorRow[]>()
  await inParallel(PARALLEL_READS, [...before.values()], async ({ publisherId, documentId, run }) => {
    if (documentId !== null && run !== null) figures.set(publisherId, await tables.figuresOfRun(documentId, run))
  })
  const reports = await tables.reports(publisherIds, year)
  const whole = new Map<string, ReadReport>()
  await inParallel(PARALLEL_READS, [...reports.values()], async (report) => {
    const { publisherId, documentId, run } = report
    if (documentId === null) return
    const first = before.get(publisherId)
    const isSame = first?.documentId === documentId && first.run === run
    const document = documents.get(documentId)
    if (isSame && document === undefined) return
    const read = isSame
      ? { report, document: document!, figures: figures.get(publisherId)! }
      : await readAnew(tables, report)
    if (read !== null) whole.set(publisherId, read)
  })
  return { reports, whole }
}

/** Whether an index that was asked then has what a document shows. */
export function isSettled({ updatedAt }: DocumentSummary, askedAt: number): boolean {
  return updatedAt < new Date(askedAt - INDEX_LAG_MILLISECONDS).toISOString()
}

async function rowsOf(tables: ReaderTables, code: string, year: number, publisherIds: readonly string[]) {
  if (publisherIds.length === 0) return []
  const read = (stretch: Stretch) => tables.figuresOfCode(code, year, stretch)
  if (publisherIds.length <= FEW) {
    const each = publisherIds.map((publisherId) => read({ prefix: `${publisherId}#`, after: null }))
    return (await Promise.all(each)).flat()
  }
  const rows: IndicatorRow[] = []
  const wanted = new Set(publisherIds)
  const stretch = { prefix: '', after: `${publisherIds[0]}#`, upTo: `${publisherIds.at(-1)}#\u{10ffff}` }
  for (const row of await read(stretch)) if (wanted.has(row.publisherId ?? '')) rows.push(row)
  return rows
}

/**
 * Of the table itself, between two looks at the row of the report that say the same.
 * @param code figures of this one only
 */
export async function readAnew(tables: ReaderTables, first: ReportRow, code?: string): Promise<ReadReport | null> {
  const { publisherId, year } = first
  let report: ReportRow | undefined = first
  for (let reading = 1; reading <= MAX_READINGS; reading += 1) {
    const { documentId, run } = report
    if (documentId === null || run === null) return null
    const figures = await tables.figuresOfRun(documentId, run)
    const document = (await tables.documents([documentId])).get(documentId)
    const after = (await tables.reports([publisherId], year)).get(publisherId)
    if (document === undefined || after === undefined) return null
    if (after.documentId === documentId && after.run === run)
      return {
        report,
        document,
        figures: code === undefined ? figures : figures.filter((figure) => figure.code === code),
      }
    report = after
  }
  throw new RowsReplacedError(first.documentId ?? publisherId)
}

/**
 * A document with its figures of a code in the run that it shows, be it current or not. Rows of a run stay until the document shows
 * another one, so what is read between two looks at the document that say the same is whole.
 * @returns null if it can be read no more
 * @throws {RowsReplacedError}
 */
export async function readDocumentAnew(
  tables: ReaderTables,
  first: FiguresDocument,
  code: string,
): Promise<Omit<ReadReport, 'report'> | null> {
  const { documentId } = first
  let document = first
  for (let reading = 1; reading <= MAX_READINGS; reading += 1) {
    const figures = await tables.figuresOfRun(documentId, document.run)
    const after = (await tables.documents([documentId])).get(documentId)
    if (after?.status !== 'COMPLETE') return null
    if (after.run === document.run) return { document, figures: figures.filter((figure) => figure.code === code) }
    document = after
  }
  throw new RowsReplacedError(documentId)
}
