import * as v from 'valibot'
import { count, described, documentId, isoTime, ordinal, regionCode } from '../report/attributes.ts'
import type { RefusalReason } from '../report/refusal.ts'
import { reportAttributes } from '../report/report-attributes.ts'
import type { RowKind } from './read-rows.ts'

const REFUSALS = [
  'not_a_report',
  'empty',
  'unsupported_format',
  'encrypted',
  'corrupt',
  'too_large',
  'too_complex',
  'no_text',
] as const satisfies readonly RefusalReason[]

/** Only moves forward: RECEIVED, PARSED, COMPLETE; or it ends REJECTED (a reason) or FAILED (an error, can be retried). */
const statusIs = <const Status extends string>(status: Status) =>
  described(v.literal(status), 'How far the document has come: see below.')

const common = {
  documentId: described(documentId, 'Key. The first 32 hex digits of the SHA-256 of the file.'),
  run: described(ordinal, 'Parser version that the row speaks about. A lower one never overwrites it.'),
  receivedAt: described(isoTime, 'First event of the document.'),
  updatedAt: described(isoTime, 'Last change of the row.'),
  size: described(count, 'Bytes of the file.'),
  requeues: v.optional(
    described(count, 'How often the reconciler sent it through the intake again. Absent before the first time.'),
  ),
}

/** Of a file that could not be read, or was not read yet, no fact is known. */
const unread = { kind: v.optional(v.undefined()) }

const read = {
  ...reportAttributes,
  regionCode: v.optional(
    described(regionCode, 'Key of `byRegionYear`: `region.code`. Only if both code and year are known.'),
  ),
  yearDocument: v.optional(described(v.string(), 'Sort key of `byRegionYear`: `year#documentId`.')),
}

const figures = {
  textKey: described(
    v.string(),
    'Key of the canonical text in the bucket. Every offset counts UTF-16 code units of that text.',
  ),
  indicatorCount: described(count, 'Figures that the run found.'),
  chunks: described(ordinal, 'Messages that the figures travel in.'),
}

const writtenChunks = v.optional(
  described(
    v.pipe(v.set(count), v.readonly()),
    'Numbers of the messages whose rows are written. Absent before the first one.',
  ),
)

const rejection = {
  status: statusIs('REJECTED'),
  reason: described(v.picklist(REFUSALS), 'Why the document was rejected, or that it failed.'),
  detail: described(v.string(), 'The reason as a sentence for people.'),
}

const failure = {
  status: statusIs('FAILED'),
  reason: described(v.literal('internal'), 'Why the document was rejected, or that it failed.'),
  detail: rejection.detail,
  error: described(v.string(), "The error's name."),
  requestId: described(v.string(), 'The request to look for in the log.'),
}

/** What became of a document. Facts of the report carry the names they have in `Report`. */
const documentRow = v.pipe(
  v.variant('status', [
    v.object({ ...common, status: statusIs('RECEIVED'), ...unread }),
    v.object({ ...common, status: statusIs('PARSED'), ...read, ...figures, writtenChunks }),
    v.object({ ...common, status: statusIs('COMPLETE'), ...read, ...figures }),
    v.variant('kind', [
      v.object({ ...common, ...rejection, ...read }),
      v.object({ ...common, ...rejection, ...unread }),
    ]),
    v.variant('kind', [
      v.object({ ...common, ...failure, ...read, ...figures, writtenChunks }),
      v.object({ ...common, ...failure, ...unread }),
    ]),
  ]),
  v.readonly(),
)

export type DocumentRow = v.InferOutput<typeof documentRow>
export type Status = DocumentRow['status']

export const documentRows = { table: 'documents', key: ['documentId'], schema: documentRow } satisfies RowKind

/** What tells whether a document's figures are results; see `completeRuns`. */
export const documentRuns = {
  ...documentRows,
  schema: v.object({
    documentId,
    run: ordinal,
    status: v.picklist(['RECEIVED', 'PARSED', 'COMPLETE', 'REJECTED', 'FAILED'] satisfies Status[]),
  }),
} satisfies RowKind

/** True if nothing is left to do for a document at this run. FAILED is not settled: it may be tried again. */
export function isSettled({ status, run }: Pick<DocumentRow, 'status' | 'run'>, atRun: number): boolean {
  return run > atRun || (run === atRun && (status === 'COMPLETE' || status === 'REJECTED'))
}
