import * as v from 'valibot'
import { count, described, documentId, isoTime, ordinal } from '../report/attributes.ts'
import { REFUSAL_REASONS } from '../report/refusal.ts'
import { reportAttributes } from '../report/report-attributes.ts'
import { changes } from './changes.ts'
import { notedCorrections } from './correction.ts'
import type { RowKind } from './read-rows.ts'

/** Only moves forward: RECEIVED, PARSED, COMPLETE; or it ends REJECTED (a reason) or FAILED (an error, can be retried); or an operator says WITHDRAWN. */
const statusIs = <const Status extends string>(status: Status) =>
  described(v.literal(status), 'How far the document has come: see below.')

/** Documents by their IDs, each with an ISO time. */
export const supersededDocuments = v.pipe(v.record(documentId, isoTime), v.title('map of ISO times'))

const common = {
  documentId: described(documentId, 'Key. The first 32 hex digits of the SHA-256 of the file.'),
  run: described(
    count,
    'Number of the run whose result the row shows; 0 before the first. A run replaces those of lower numbers only.',
  ),
  receivedAt: described(isoTime, 'First event of the document.'),
  updatedAt: described(isoTime, 'Last change of the row.'),
  size: described(count, 'Bytes of the file.'),
  revision: v.optional(
    described(count, 'Counts the results that the row came to show, and what it superseded. Absent before the first.'),
  ),
  supersedes: v.optional(
    described(
      supersededDocuments,
      'Documents that stood at an address of its own before it, each with the time at which it was seen there.',
    ),
  ),
  listedIn: v.optional(
    described(
      v.pipe(v.set(v.string()), v.readonly(), v.title('set of strings')),
      'Rows of `reports` that may list the document, each as `year publisherId`.',
    ),
  ),
  changes: v.optional(
    described(changes, 'What differs from the run that the document showed before. Absent if there was none.'),
  ),
  sourceUrl: v.optional(
    described(
      v.string(),
      'Address of the page or file that the bytes came from: the first that was given, by the crawl, `fazhi upload --source-url` or the metadata of an object.',
    ),
  ),
  corrections: v.optional(
    described(notedCorrections, 'What persons say that figures should be (`fazhi correct`). Absent before the first.'),
  ),
  requeues: v.optional(
    described(count, 'How often the reconciler sent it through the intake again. Absent before the first time.'),
  ),
}

/** Of a file that could not be read, or was not read yet, no fact is known. */
const unread = { kind: v.optional(v.undefined()) }

const read = {
  ...reportAttributes,
  /** A key of an index is a number or absent: DynamoDB refuses a row in which it is `null`. */
  year: v.optional(described(v.nullable(v.number()), 'The year that is reported on; absent if it is not known.'), null),
  publisherDocument: v.optional(
    described(
      v.string(),
      'Sort key of `byYearPublisher`: `publisherId#documentId`; `unknown` stands for a publisher that is not known. Only if the year is.',
    ),
  ),
}

const figures = {
  textKey: described(
    v.string(),
    'Key of the canonical text in the bucket. Every offset counts UTF-16 code units of that text.',
  ),
  indicatorCount: described(count, 'Figures that the run found.'),
  chunks: described(ordinal, 'Messages that the figures travel in.'),
}

const WHY = 'Why the document was rejected, or that it failed or was withdrawn.'

const rejection = {
  status: statusIs('REJECTED'),
  reason: described(v.picklist(REFUSAL_REASONS), WHY),
  detail: described(v.string(), 'The reason as a sentence for people.'),
  parserVersion: v.optional(reportAttributes.parserVersion),
}

const failure = {
  status: statusIs('FAILED'),
  reason: described(v.literal('internal'), WHY),
  detail: rejection.detail,
  error: described(v.string(), "The error's name."),
  requestId: described(v.string(), 'The request to look for in the log.'),
}

/** What is left of a document that was withdrawn: that there was one, of which report, and why it is gone. */
const withdrawal = {
  status: statusIs('WITHDRAWN'),
  reason: described(v.literal('withdrawn'), WHY),
  detail: rejection.detail,
  withdrawnAt: described(isoTime, 'When it was withdrawn.'),
  restoredAt: v.optional(
    described(isoTime, 'When an operator let it come again. It stays withdrawn until its bytes come. Absent before.'),
  ),
  publisherId: reportAttributes.publisherId,
  year: read.year,
  publisherDocument: read.publisherDocument,
  bodyHash: reportAttributes.bodyHash,
  ...unread,
}

/** What a run read out of a report, as the document's row shows it. */
export const runResult = v.pipe(v.object({ ...read, ...figures }), v.readonly())

export type RunResult = v.InferOutput<typeof runResult>

/** Attributes that a run gives to a row, and the next one takes away where it does not give them. */
export const RESULT_ATTRIBUTES: ReadonlySet<string> = new Set(
  [read, figures, rejection, failure, { changes }]
    .flatMap((entries) => Object.keys(entries))
    .filter((name) => name !== 'status'),
)

/** What became of a document. Facts of the report carry the names they have in `Report`. */
const documentRow = v.pipe(
  v.variant('status', [
    v.object({ ...common, status: statusIs('RECEIVED'), ...unread }),
    v.object({ ...common, status: statusIs('PARSED'), ...read, ...figures }),
    v.object({ ...common, status: statusIs('COMPLETE'), ...read, ...figures }),
    v.variant('kind', [
      v.object({ ...common, ...rejection, ...read }),
      v.object({ ...common, ...rejection, ...unread }),
    ]),
    v.variant('kind', [
      v.object({ ...common, ...failure, ...read, ...figures }),
      v.object({ ...common, ...failure, ...unread }),
    ]),
    v.object({ ...common, ...withdrawal }),
  ]),
  v.readonly(),
)

export type DocumentRow = v.InferOutput<typeof documentRow>
export type Status = DocumentRow['status']

export const documentRows = { table: 'documents', key: ['documentId'], schema: documentRow } satisfies RowKind

/** What tells whether a document's figures are results; see `shownRuns`. */
export const documentRuns = {
  ...documentRows,
  schema: v.object({
    documentId,
    run: count,
    updatedAt: isoTime,
    status: v.picklist(['RECEIVED', 'PARSED', 'COMPLETE', 'REJECTED', 'FAILED', 'WITHDRAWN'] satisfies Status[]),
  }),
} satisfies RowKind

/** What tells how far a document is; any row of it, whole or not. */
export interface Progressed {
  readonly status: Status
  readonly parserVersion?: string | undefined
}

/** Version of the parser that read a document; 0 if none has yet, or if that was not kept. */
export function parserVersionOf({ parserVersion = '0' }: Progressed): number {
  return Number(parserVersion)
}

/**
 * True if a parser of this version has nothing left to do for a document. FAILED is not settled: it may be tried again. What was
 * withdrawn stays so.
 */
export function isSettled(row: Progressed, parserVersion: number): boolean {
  return row.status === 'WITHDRAWN' || (isResult(row) && parserVersionOf(row) >= parserVersion)
}

/** Whether a run of the document has ended: what its row shows stays until a newer run has ended. */
export function isResult({ status }: Pick<Progressed, 'status'>): boolean {
  return status === 'COMPLETE' || status === 'REJECTED'
}
