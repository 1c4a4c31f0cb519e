import type { DocumentListing } from './document-listing.ts'
import type { DocumentRow } from './document-row.ts'
import { type ListedDocument, type ReportKey, type ReportRow, reportName } from './report-row.ts'
import type { ReportStore } from './report-store.ts'

export interface ListDeps {
  readonly listing: DocumentListing
  readonly reports: ReportStore
}

/**
 * Brings `reports` in line with a document's row: its report lists it as it is now, and those that listed it before do no more. May
 * be repeated. An older state of the document that comes late changes nothing: each document counts its changes, and lists
 * keep the highest.
 * @returns the reports that list it, or listed it, as they now are
 */
export async function listDocument(row: DocumentRow, { listing, reports }: ListDeps): Promise<readonly ReportRow[]> {
  const { documentId, revision = 0, listedIn = new Set() } = row
  const listed = listedOf(row)
  const name = listed === null ? null : reportName(listed.report)
  const rows: ReportRow[] = []
  if (listed !== null) {
    if (!listedIn.has(name!)) await listing.enter(documentId, name!)
    rows.push(await reports.note(listed.report, listed.document))
  }
  const left = [...listedIn].filter((other) => other !== name)
  for (const other of left)
    rows.push(await reports.note(reportNamed(other), { documentId, revision, state: 'elsewhere' }))
  if (left.length > 0) await listing.leave(row, left)
  return rows
}

/** The report that lists a document, and as what; null if none does: it is no report, or has none that it is known to be. */
export function listedOf(row: DocumentRow): { report: ReportKey; document: ListedDocument } | null {
  if (row.status !== 'COMPLETE' && row.status !== 'WITHDRAWN') return null
  const { documentId, publisherId, year, bodyHash, revision = 0, supersedes = {} } = row
  if (publisherId === null || year === null) return null
  const report = { publisherId, year }
  const common = { documentId, revision, bodyHash, supersedes }
  if (row.status === 'WITHDRAWN') {
    const { withdrawnAt, detail } = row
    return { report, document: { ...common, state: 'withdrawn', withdrawnAt, detail } }
  }
  const { run, draft, publishedOn, documentDate, receivedAt } = row
  return { report, document: { ...common, state: 'shown', run, draft, publishedOn, documentDate, receivedAt } }
}

function reportNamed(name: string): ReportKey {
  const blank = name.indexOf(' ')
  return { year: Number(name.slice(0, blank)), publisherId: name.slice(blank + 1) }
}
