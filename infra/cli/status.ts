import type { ListedDocument } from '../../shared/readers/documents.ts'
import { itemsOfPages } from '../../shared/readers/page.ts'
import type { Source } from '../../shared/readers/source.ts'
import { STATUSES } from '../../shared/store/document-summary.ts'
import { listedOf } from '../../shared/store/list-document.ts'
import type { ReportRow } from '../../shared/store/report-row.ts'
import type { RunRow } from '../../shared/store/run-row.ts'
import { type Deployment, findDeployment } from './deployment.ts'
import { findDocumentId, noDocument } from './document-ids.ts'
import { printRows } from './print.ts'
import { textTable } from './text-table.ts'

export interface StatusOptions {
  readonly stack?: string
  readonly json?: boolean
}

/** Prints the status of one document with its object keys, or the status of all documents. */
export async function status(id: string | undefined, options: StatusOptions): Promise<void> {
  const deployment = await findDeployment(options)
  if (id === undefined) return printRows(await allDocuments(deployment.source), COLUMNS, options.json)
  const found = await documentStatus(id, deployment)
  print(options.json ? [JSON.stringify(found)] : details(found))
}

/** A document's row, with what other tables say of it: its names, how it stands in its report, and its runs under way. */
export async function documentStatus(id: string, deployment: Deployment) {
  const { results, sightings, reports, runs } = deployment
  const row = await results.document(await findDocumentId(id, deployment))
  if (!row) throw noDocument(id)
  const { documentId } = row
  const listed = listedOf(row)
  const report = listed === null ? null : await reports.get(listed.report)
  const underWay = (await runs.ofDocument(documentId)).flatMap((one) => (one.state === 'ended' ? [] : [summaryOf(one)]))
  return {
    ...row,
    sightings: await sightings.ofDocument(documentId),
    report: report === null ? null : standingIn(report, documentId),
    runs: underWay,
  }
}

/** Whether a document is the one to read of its report; if not, exactly one of the other two names the one that is, if any is. */
function standingIn({ publisherId, year, documentId: current, others }: ReportRow, documentId: string) {
  const other = others.find((one) => one.documentId === documentId)
  return {
    publisherId,
    year,
    current: current === documentId,
    duplicateOf: other?.duplicateOf ?? null,
    supersededBy: other?.supersededBy ?? null,
  }
}

async function allDocuments(source: Source): Promise<ListedDocument[]> {
  const rows: ListedDocument[] = []
  for (const status of STATUSES)
    for await (const row of itemsOfPages((page) => source.documents({ status, limit: PAGE, ...page }))) rows.push(row)
  return rows.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
}

const PAGE = 1000

const COLUMNS = {
  document: ({ documentId }: ListedDocument) => documentId,
  publisher: ({ publisherId }: ListedDocument) => publisherId,
  issuer: ({ issuer }: ListedDocument) => issuer,
  year: ({ year }: ListedDocument) => year,
  indicators: ({ indicatorCount }: ListedDocument) => indicatorCount,
  status: ({ status }: ListedDocument) => status,
  report: standing,
  reason: ({ reason }: ListedDocument) => reason,
}

/** What the document is to its publisher's report on the year. */
function standing({ current, duplicateOf, supersededBy }: ListedDocument): string {
  if (current) return 'current'
  if (duplicateOf !== null) return `copy of ${duplicateOf.slice(0, SHORT)}`
  return supersededBy === null ? '' : `superseded by ${supersededBy.slice(0, SHORT)}`
}

/** Digits of an ID that tell documents apart on a screen. */
const SHORT = 8

function details({ sightings, report, runs, ...row }: Awaited<ReturnType<typeof documentStatus>>): string[] {
  const entries = Object.entries(row)
    .filter(([name]) => name !== 'sections')
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
  return textTable(
    ['attribute', 'value'],
    [
      ...entries,
      ...sightings.map(({ objectKey }) => ['seen as', objectKey]),
      ...(report === null ? [] : [['report', JSON.stringify(report)]]),
      ...runs.map((run) => ['run under way', JSON.stringify(run)]),
    ],
  )
}

/** A run beside the one that the document shows: how far it has come, or why it failed. */
function summaryOf({ documentId: _, ...run }: Exclude<RunRow, { readonly state: 'ended' }>) {
  if (run.state === 'open') return run
  const { result, writtenChunks, ...rest } = run
  return { ...rest, chunks: result.chunks, writtenChunks: writtenChunks?.size ?? 0 }
}

function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line)
}
