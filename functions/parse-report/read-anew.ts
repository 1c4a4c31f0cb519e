import { wholesOf } from '../../shared/catalogue/cells.ts'
import { MAX_FILE_BYTES } from '../../shared/formats/limits.ts'
import { RefusalError, type RefusalReason } from '../../shared/report/refusal.ts'
import type { Indicator, ParsedDocument, Report } from '../../shared/report/report.ts'
import { changesSince } from '../../shared/store/changes-since.ts'
import type { Rejection } from '../../shared/store/document-changes.ts'
import { factsOf, rowFactsOf } from '../../shared/store/document-facts.ts'
import { type DocumentRow, isSettled } from '../../shared/store/document-row.ts'
import { ItemTooLargeError } from '../../shared/store/errors.ts'
import { type FinishDeps, finishRun } from '../../shared/store/finish-run.ts'
import { chunksOf, type IndicatorChunk } from '../../shared/store/indicator-chunk.ts'
import type { MessageQueue } from '../../shared/store/message-queue.ts'
import type { ObjectRef, ReportBucket, StoredReport } from '../../shared/store/report-bucket.ts'
import type { SightingStore } from '../../shared/store/sighting-store.ts'
import type { Withdrawals } from '../../shared/store/withdrawals.ts'
import { type Unpacked, unpackArchive } from './unpack-archive.ts'

export interface ReadDeps extends FinishDeps {
  readonly bucket: ReportBucket
  readonly withdrawals: Withdrawals
  readonly sightings: SightingStore
  readonly indicatorQueue: MessageQueue<IndicatorChunk>
  readonly parse: (bytes: Uint8Array) => Promise<ParsedDocument>
  /** Of `parse`. */
  readonly parserVersion: number
  /** What may pass is then said to be for good. */
  readonly isLastAttempt: boolean
}

/** The result of reading a document. `known`: its document already has the result of this parser version or a newer one. */
export type Ingestion =
  | { readonly kind: 'parsed'; readonly documentId: string; readonly indicators: number; readonly cells: Cells }
  | { readonly kind: 'rejected'; readonly documentId: string; readonly reason: string }
  | { readonly kind: 'known'; readonly documentId: string }

/** Codes for which a report states a value for its whole place and year, and those of them with values that differ. */
interface Cells {
  readonly stated: number
  readonly several: number
}

/** Reads a document in a run of its own, unless this parser version has nothing to add to what its row shows. */
export async function readAnew(
  row: DocumentRow,
  ref: ObjectRef,
  stored: StoredReport,
  deps: ReadDeps,
): Promise<Ingestion> {
  const { bucket, documents, runs, parserVersion } = deps
  const { documentId } = row
  const run = isSettled(row, parserVersion) ? null : await runs.open(row, parserVersion)
  if (run === null) return known(row, deps)
  try {
    const archived = await unpacked(ref, stored, deps)
    if (archived !== null) throw new ArchiveError(archived)
    return await parseAndSend(run, stored, deps)
  } catch (error) {
    const rejection = rejectionFor(error, deps)
    if (!rejection) throw error
    if (!(error instanceof ArchiveError)) await bucket.quarantine(ref, stored)
    const changes = await changesSince(row, [], deps.indicators)
    await documents.recordRejected(documentId, run, rejection, changes)
    await finishRun(documentId, deps)
    return { kind: 'rejected', documentId, reason: rejection.reason }
  }
}

/** What an earlier attempt left undone is done, and the report of a document learns which pages changed. */
export async function known(row: DocumentRow, deps: ReadDeps): Promise<Ingestion> {
  await finishRun(row.documentId, deps)
  return { kind: 'known', documentId: row.documentId }
}

/** What became of the files of an archive. Null for every other object. */
async function unpacked(
  { objectKey }: ObjectRef,
  { documentId, bytes }: StoredReport,
  { bucket, sightings }: ReadDeps,
) {
  return bytes === null ? null : unpackArchive({ objectKey, documentId, bytes }, { bucket, sightings })
}

async function parseAndSend(run: number, stored: StoredReport, deps: ReadDeps): Promise<Ingestion> {
  const { bucket, documents, indicatorQueue, runs } = deps
  const { documentId, bytes, size, refusal } = stored
  if (refusal !== null) throw refusal
  if (bytes === null) throw new RefusalError('too_large', `The file has ${size} bytes; the limit is ${MAX_FILE_BYTES}.`)
  const { report, text, indicators } = await deps.parse(bytes)
  if (report.kind === 'other') throw new NotAReportError(report)

  const chunks = chunksOf({ documentId, run, facts: rowFactsOf(report) }, indicators)
  const textKey = await bucket.putText(documentId, run, text)
  const result = { ...factsOf(report), textKey, indicatorCount: indicators.length, chunks: chunks.length }
  await runs.recordSent(documentId, run, result)
  await documents.recordParsed(documentId, run, result)
  for (const chunk of chunks) await indicatorQueue.send(chunk)
  return { kind: 'parsed', documentId, indicators: indicators.length, cells: cellsOf(indicators) }
}

function cellsOf(indicators: readonly Indicator[]): Cells {
  const values = [...wholesOf(indicators).values()]
  return { stated: values.length, several: values.filter(({ size }) => size > 1).length }
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

/** An archive, whose files have become documents of their own. */
class ArchiveError extends Error {
  override readonly name = 'ArchiveError'

  constructor({ files, refused }: Unpacked) {
    const lost = refused.length === 0 ? '' : `; ${refused.length} could not be taken out: ${refused.join(', ')}`
    super(
      `The file is an archive. Of its ${files} files, ${files - refused.length} are now documents of their own${lost}.`,
    )
  }
}

/** Null for a temporary error: another attempt may succeed. */
function rejectionFor(
  error: unknown,
  { parserVersion, isLastAttempt }: Pick<ReadDeps, 'parserVersion' | 'isLastAttempt'>,
): Rejection | null {
  const because = (reason: RefusalReason, { message: detail }: Error, report: Report | null = null) => {
    return { reason, detail, parserVersion, report }
  }
  if (error instanceof NotAReportError) return because('not_a_report', error, error.report)
  if (error instanceof ArchiveError) return because('not_a_report', error)
  if (error instanceof RefusalError) return error.mayPass && !isLastAttempt ? null : because(error.reason, error)
  if (error instanceof ItemTooLargeError) return because('too_complex', error)
  return null
}
