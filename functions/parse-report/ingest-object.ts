import { MAX_FILE_BYTES } from '../../shared/formats/caps.ts'
import { provisionalIdOf } from '../../shared/report/document-id.ts'
import { Refusal } from '../../shared/report/refusal.ts'
import type { ParsedDocument, Report } from '../../shared/report/report.ts'
import { type DocumentRow, isSettled } from '../../shared/store/document-row.ts'
import type { DocumentStore, Rejection } from '../../shared/store/document-store.ts'
import { ItemTooLarge } from '../../shared/store/errors.ts'
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

/** What became of an object. `known`: its document already has a result of this run. */
export type Ingestion =
  | { readonly kind: 'parsed'; readonly documentId: string; readonly indicators: number }
  | { readonly kind: 'rejected'; readonly documentId: string; readonly reason: string }
  | { readonly kind: 'known'; readonly documentId: string }

/**
 * Takes one object from the bucket to a recorded result. Every effect may be repeated, and they stand in such an order
 * that a repetition finishes whatever an earlier try left half done: row and sighting, text, result, chunks.
 * @throws {ObjectVanished} where the object is gone; any other error is passing
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

/** Ends an archive's own row, once its files are documents of their own; null for every other object. */
async function unpackAndSettle(
  { objectKey }: ObjectNotice,
  row: DocumentRow,
  { documentId, bytes }: StoredReport,
  { bucket, documents, run }: IngestDeps,
): Promise<Ingestion | null> {
  const count = bytes === null ? null : await unpackArchive({ objectKey, documentId, bytes }, bucket)
  if (count === null) return null
  const detail = `The file is an archive; its ${count} files are documents of their own now.`
  await documents.recordRejected(row, run, { reason: 'not_a_report', detail, report: null })
  return { kind: 'rejected', documentId, reason: 'not_a_report' }
}

async function parseAndSend(row: DocumentRow, stored: StoredReport, deps: IngestDeps): Promise<Ingestion> {
  const { bucket, documents, indicatorQueue, run } = deps
  const { documentId, bytes, size } = stored
  if (bytes === null) throw new Refusal('too_large', `The file has ${size} bytes; at most ${MAX_FILE_BYTES} are read.`)
  const { report, text, indicators } = await deps.parse(bytes)
  if (report.kind === 'other') throw new NotAReportError(report)

  const facts = { regionCode: report.region.code, year: report.year, issuer: report.issuer, level: report.level }
  const chunks = chunksOf({ documentId, run, facts }, indicators)
  const textKey = await bucket.putText(documentId, run, text)
  const parsed = { report, textKey, indicatorCount: indicators.length, chunks: chunks.length }
  const recorded = await documents.recordParsed(row, run, parsed)
  if (!recorded && (await hasMovedOn(documentId, deps))) return { kind: 'known', documentId }
  for (const chunk of chunks) await indicatorQueue.send(chunk)
  return { kind: 'parsed', documentId, indicators: indicators.length }
}

/** A row PARSED at this run still waits for its chunks: an earlier try may have ended before they were sent. */
async function hasMovedOn(documentId: string, { documents, run }: IngestDeps): Promise<boolean> {
  const row = await documents.get(documentId)
  return row === null || isSettled(row, run)
}

/** A document that could be read and is none of ours; its facts are kept beside the reason. */
class NotAReportError extends Error {
  override readonly name = 'NotAReportError'
  readonly report: Report

  constructor(report: Report) {
    super(report.reason ?? 'The document is no annual report of rule-of-law government.')
    this.report = report
  }
}

/** Null for a passing error, which another try may not meet. */
function rejectionFor(error: unknown): Rejection | null {
  if (error instanceof NotAReportError) return { reason: 'not_a_report', detail: error.message, report: error.report }
  if (error instanceof Refusal) return { reason: error.reason, detail: error.message, report: null }
  if (error instanceof ItemTooLarge) return { reason: 'too_complex', detail: error.message, report: null }
  return null
}
