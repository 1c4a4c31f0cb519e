import * as v from 'valibot'
import type { Level, Role } from '../report/report.ts'
import type { FiguresDocument } from '../store/document-summary.ts'
import type { IndicatorRow } from '../store/indicator-row.ts'
import type { FigureKey, ReaderTables } from '../store/reader-tables.ts'
import type { ReportRow } from '../store/report-row.ts'
import { isSettled, readAnew, readDocumentAnew } from './current-figures.ts'
import { type Figure, figureOf } from './figure.ts'
import { groupBy } from './group-by.ts'
import { cursorOf, DEFAULT_LIMIT, type Page, type PageQuery, positionIn } from './page.ts'

export interface FiguresQuery extends PageQuery {
  /** Of the catalogue: see `requireCode`. */
  readonly code: string
  readonly year: number
  /** A region code or its beginning. */
  readonly region?: string
  readonly level?: Level
  readonly role?: Role
  /** `whole`: figures for the whole only; `part`: those for a part only. */
  readonly scope?: 'whole' | 'part'
  /** False: of every document that can be read, be it a duplicate, superseded or a draft. */
  readonly current?: boolean
}

/** Figures of a page, with how many documents it left out because a newer run took the place of the one it was reading. */
export interface FiguresPage extends Page<Figure> {
  readonly rewritten: number
}

/** The last row of a page, and the run that the page showed of its document; null if it showed none. */
const position = v.strictObject({
  row: v.strictObject({ documentId: v.string(), runOrdinal: v.string(), publisherDocumentOrdinal: v.string() }),
  run: v.nullable(v.number()),
})

/**
 * Figures of a code in a year, by publisher, document and place in the text. No page mixes runs of a document: if a newer run comes
 * between two pages that a document is on, the rest of it is left out and counted.
 * @throws {CursorError}
 * @throws {RowsReplacedError} if a document changes each time that it is read
 */
export async function figuresPage(tables: ReaderTables, query: FiguresQuery): Promise<FiguresPage> {
  const { code, year, region: prefix = '', cursor, limit = DEFAULT_LIMIT, current = true } = query
  const from = cursor === undefined ? null : positionIn(cursor, position)
  const askedAt = Date.now()
  const { rows, last } = await tables.figurePage(code, year, { prefix, after: from?.row ?? null, limit })
  const shown = await shownFigures(tables, rows, { code, year, current, askedAt, cut: last?.documentId })
  const isRewritten = ({ documentId, run }: IndicatorRow) =>
    documentId === from?.row.documentId && from.run !== null && run !== from.run
  const onPage = [...shown.values()].flatMap(({ document, figures }) =>
    figures.filter((row) => isBetween(row, from?.row ?? null, last)).map((row) => ({ row, document })),
  )
  return {
    items: onPage
      .filter(({ row }) => !isRewritten(row) && isAsked(row, query))
      .map(({ row, document }) => figureOf(row, document)),
    next: last === null ? null : cursorOf({ row: last, run: runAt(last, from, shown) }),
    rewritten: onPage.some(({ row }) => isRewritten(row)) ? 1 : 0,
  }
}

interface Shown {
  readonly document: FiguresDocument
  readonly run: number
  readonly figures: readonly IndicatorRow[]
}

interface ShownQuery extends Required<Pick<FiguresQuery, 'code' | 'year' | 'current'>> {
  readonly askedAt: number
  /** The document in which the rows end. Rows of another run may have its place in the text on both sides of the cut. */
  readonly cut: string | undefined
}

/** The documents of some rows that readers read, in the order of the rows, each with the figures of the run that they read. */
async function shownFigures(
  tables: ReaderTables,
  rows: readonly IndicatorRow[],
  { code, year, current, askedAt, cut }: ShownQuery,
): Promise<ReadonlyMap<string, Shown>> {
  const byDocument = groupBy(rows, ({ documentId }) => documentId)
  const documents = await tables.documents(byDocument.keys())
  const publishers = new Set([...documents.values()].flatMap(({ publisherId }) => publisherId ?? []))
  const reports: ReadonlyMap<string, ReportRow> = current ? await tables.reports([...publishers], year) : new Map()
  const shown = new Map<string, Shown>()
  for (const [documentId, ofDocument] of byDocument) {
    const document = documents.get(documentId)
    if (document?.status !== 'COMPLETE') continue
    const report = document.publisherId === null ? undefined : reports.get(document.publisherId)
    const isCurrent = report?.documentId === documentId
    if (current && !isCurrent && document.publisherId !== null) continue
    const run = isCurrent ? report.run! : document.run
    // A run may have come between the reading of the document and that of its report.
    if (run === document.run && isSettled(document, askedAt) && documentId !== cut)
      shown.set(documentId, { document, run, figures: ofDocument.filter((row) => row.run === run) })
    else if (isCurrent) {
      const read = await readAnew(tables, report, code)
      if (read !== null) shown.set(documentId, { ...read, run: read.report.run! })
    } else {
      const read = await readDocumentAnew(tables, document, code)
      if (read !== null) shown.set(documentId, { ...read, run: read.document.run })
    }
  }
  return shown
}

/** The run of which the page shows figures of its last document: on the page where the document began. */
function runAt(
  last: FigureKey,
  from: v.InferOutput<typeof position> | null,
  shown: ReadonlyMap<string, Shown>,
): number | null {
  if (last.documentId === from?.row.documentId) return from.run
  return shown.get(last.documentId)?.run ?? null
}

/** Whether a row of any run has its place on the page behind one row and up to another. */
function isBetween(
  { documentId, publisherDocumentOrdinal = '' }: IndicatorRow,
  after: FigureKey | null,
  upTo: FigureKey | null,
): boolean {
  const isBehind = after?.documentId !== documentId || publisherDocumentOrdinal > after.publisherDocumentOrdinal
  return isBehind && (upTo?.documentId !== documentId || publisherDocumentOrdinal <= upTo.publisherDocumentOrdinal)
}

function isAsked({ level, role, scope }: IndicatorRow, asked: FiguresQuery): boolean {
  if (asked.level !== undefined && level !== asked.level) return false
  if (asked.role !== undefined && role !== asked.role) return false
  return asked.scope === undefined || (scope === null) === (asked.scope === 'whole')
}
