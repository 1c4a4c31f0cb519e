import { MAX_FILE_BYTES } from '../../shared/formats/limits.ts'
import { provisionalIdOf } from '../../shared/report/document-id.ts'
import { RefusalError } from '../../shared/report/refusal.ts'
import type { ParsedDocument, Report } from '../../shared/report/report.ts'
import type { Rejection } from '../../shared/store/document-changes.ts'
import { type DocumentRow, isSettled } from '../../shared/store/document-row.ts'
import type { DocumentStore } from '../../shared/store/document-store.ts'
import { ItemTooLargeError } from '../../shared/store/errors.ts'
import { chunksOf, type IndicatorChunk } from '../../shared/store/indicator-chunk.ts'
import type { MessageQueue } from '../../shared/store/message-queue.ts'
import type { ReportBucket, StoredReport } from '../../shared/store/report-bucket.ts'
import type { SightingStore } from '../../shared/store/sighting-store.ts'
import type { ObjectNotice } from './object-notice.ts'
import { unpackArchive } from './unpack-archive.ts'

export interface IngestDeps {
  readonly bucket: ReportBucket
  readonly documents: DocumentStore
  readonly sightings: SightingStore
  readonly indicatorQueue: MessageQueue<IndicatorChunk>
  readonly parse: (bytes: Uint8Array) => Promise<ParsedDocument>
  /** Parser version of `parse`. */
  readonly run: number
}

/** The result of ingesting an object. `known`: its document already has a result of this run. */
export type Ingestion =
  | { readonly kind: 'parsed'; readonly documentId: string; readonly indicators: number }
  | { readonly kind: 'rejected'; readonly documentId: string; readonly reason: string }
  | { readonly kind: 'known'; readonly documentId: string }

/**
 * Reads one object from the bucket and records the result. Every effect may be repeated. Their order (row and sighting,
 * text, result, chunks) lets a repetition complete what an earlier attempt did not finish.
 * @throws {ObjectVanishedError} if the object was deleted; any other error is temporary
 */
export async function ingestObject(notice: ObjectNotice, deps: IngestDeps): Promise<Ingestion> {
  const { bucket, run } = deps
  const stored = await bucket.read(notice)
  const { documentId } = stored
  const row = await recordArrival(notice, stored, deps)
  if (isSettled(row, run)) return { kind: 'known', documentId }
  try {
    return (await unpackAndSettle(notice, row, stored, deps)) ?? (await parseAndSend(row, stored, deps))
  } catch (error) {
    const rejection = rejectionFor(error)
    if (!rejection) throw error
    await bucket.quarantine(notice, stored)
    await deps.documents.recordRejected(row, run, rejection)
    return { kind: 'rejected', documentId, reason: rejection.reason }
  }
}

async function recordArrival(notice: ObjectNotice, stored: StoredReport, deps: IngestDeps): Promise<DocumentRow> {
  const { documents, sightings, run } = deps
  const { objectKey, versionId, at } = notice
  const { documentId, size, etag, provenance } = stored
  const row = await documents.receive({ documentId, run, receivedAt: at, size })
  await sightings.record({ objectKey, documentId, seenAt: at, etag, size, versionId, provenance })
  const provisionalId = provisionalIdOf(notice)
  if (provisionalId !== documentId) {
    await sightings.remove(objectKey, provisionalId)
    await documents.removeProvisional(provisionalId)
  }
  return row
}

/** Rejects an archive when its files have become documents of their own. Null for every other object. */
async function unpackAndSettle(
  { objectKey }: ObjectNotice,
  row: DocumentRow,
  { documentId, bytes }: StoredReport,
  { bucket, documents, run }: IngestDeps,
): Promise<Ingestion | null> {
  const count = bytes === null ? null : await unpackArchive({ objectKey, documentId, bytes }, bucket)
  if (count === null) return null
  const detail = `The file is an archive. Its ${count} files are now documents of their own.`
  await documents.recordRejected(row, run, { reason: 'not_a_report', detail, report: null })
  return { kind: 'rejected', documentId, reason: 'not_a_report' }
}

async function parseAndSend(row: DocumentRow, stored: StoredReport, deps: IngestDeps): Promise<Ingestion> {
  const { bucket, documents, indicatorQueue, run } = deps
  const { documentId, bytes, size } = stored
  if (bytes === null) throw new RefusalError('too_large', `The file has ${size} bytes; the limit is ${MAX_FILE_BYTES}.`)
  const { report, text, indicators } = await deps.parse(bytes)
  if (report.kind === 'other') throw new NotAReportError(report)

  const { publisherId, year, issuer, level, region } = report
  const facts = { publisherId, regionCode: region.code, year, issuer, level }
  const chunks = chunksOf({ documentId, run, facts }, indicators)
  const textKey = await bucket.putText(documentId, run, text)
  const parsed = { report, textKey, indicatorCount: indicators.length, chunks: chunks.length }
  const recorded = await documents.recordParsed(row, run, parsed)
  if (!recorded && (await hasMovedOn(documentId, deps))) return { kind: 'known', documentId }
  for (const chunk of chunks) await indicatorQueue.send(chunk)
  return { kind: 'parsed', documentId, indicators: indicators.length }
}

/** A row that is PARSED at this run still waits for its chunks: an earlier attempt may have ended before it sent them. */
async function hasMovedOn(documentId: string, { documents, run }: IngestDeps): Promise<boolean> {
  const row = await documents.get(documentId)
  return row === null || isSettled(row, run)
}

/** A document that was read and is not such a report. Its facts are kept with the reason. */
class NotAReportError extends Error {
  override readonly name = 'NotAReportError'
  readonly report: Report

  constructor(report: Report) {
    super(report.reason ?? 'The document is not an annual report of rule-of-law government.')
    this.report = report
  }
}

/** Null for a temporary error: another attempt may succeed. */
function rejectionFor(error: unknown): Rejection | null {
  if (error instanceof NotAReportError) return { reason: 'not_a_report', detail: error.message, report: error.report }
  if (error instanceof RefusalError) return { reason: error.reason, detail: error.message, report: null }
  if (error instanceof ItemTooLargeError) return { reason: 'too_complex', detail: error.message, report: null }
  return null
}
