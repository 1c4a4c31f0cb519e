import * as v from 'valibot'
import { count, described, documentId, isoTime, listOf, ordinal, PUBLISHER_ID } from '../report/attributes.ts'
import { type Standing, standingOf } from '../report/current-document.ts'
import { reportAttributes } from '../report/report-attributes.ts'
import { supersededDocuments } from './document-row.ts'
import type { RowKind } from './read-rows.ts'

const stateIs = <const State extends string>(state: State) =>
  described(
    v.literal(state),
    '`shown`: it can be read; `withdrawn`: it was taken back; `elsewhere`: it is listed in another report, or in none.',
  )

const listed = {
  documentId: described(documentId, 'The document.'),
  revision: described(count, "The document's `revision` that is listed. A lower one never replaces it."),
}

const bodyHash = described(v.nullable(v.string()), "The document's `bodyHash`.")
const supersedes = described(supersededDocuments, "The document's `supersedes`.")

const shown = v.object({
  ...listed,
  state: stateIs('shown'),
  run: described(ordinal, 'The run that it shows.'),
  bodyHash,
  draft: described(v.boolean(), 'It calls itself a draft.'),
  publishedOn: reportAttributes.publishedOn,
  documentDate: reportAttributes.documentDate,
  receivedAt: described(isoTime, 'First event of the document.'),
  supersedes,
})

const withdrawn = v.object({
  ...listed,
  state: stateIs('withdrawn'),
  bodyHash,
  supersedes,
  withdrawnAt: described(isoTime, 'When it was withdrawn.'),
  detail: described(v.string(), 'Why, in the words of who withdrew it.'),
})

/** What a report's row says of one of its documents. */
const listedDocument = v.variant('state', [shown, withdrawn, v.object({ ...listed, state: stateIs('elsewhere') })])

export type ListedDocument = Readonly<v.InferOutput<typeof listedDocument>>

const other = v.object({
  documentId: described(documentId, 'The document.'),
  duplicateOf: described(v.nullable(documentId), 'The current document, if this one has the same text in other bytes.'),
  supersededBy: described(v.nullable(documentId), 'The current document, if this one has another text.'),
})

/** How `listedIn` of a document names a report. A publisher's ID may have any sign but white space in it. */
export function reportName({ publisherId, year }: ReportKey): string {
  return `${year} ${publisherId}`
}

/** One publisher's report on one year: which of its documents is current. */
const reportRow = v.pipe(
  v.object({
    publisherId: described(v.string(), `Key. ${PUBLISHER_ID}`),
    year: described(v.number(), 'Sort key. The year that is reported on.'),
    state: described(
      v.picklist(['current', 'withdrawn', 'none']),
      '`current`: there is a document to read; `withdrawn`: there was one; `none`: its documents have moved to other reports.',
    ),
    documentId: described(v.nullable(documentId), 'The current document; `null` if none is.'),
    run: described(v.nullable(ordinal), 'Its run. Figures of this run are the figures of the report.'),
    detail: described(v.nullable(v.string()), 'Why the report was withdrawn, else `null`.'),
    others: described(listOf(other), 'The documents that can be read and are not current, by their IDs.'),
    documents: described(
      listOf(listedDocument),
      'Every document of the report, with what decides which one is current.',
    ),
    changedAt: v.optional(
      described(
        isoTime,
        'Sort key of `byYearChange`: when readers came to read another text, or none any more. Absent in rows of an earlier version.',
      ),
    ),
    codes: v.optional(
      described(
        listOf(v.string()),
        'Codes that the current run has figures of. Absent for some seconds after a switch, and in rows of an earlier version.',
      ),
    ),
    revision: described(ordinal, 'Rises with every change: the documents that it lists, and the revisions of each.'),
  }),
  v.readonly(),
)

export type ReportRow = v.InferOutput<typeof reportRow>
export type ReportKey = Pick<ReportRow, 'publisherId' | 'year'>

export const reportRows = { table: 'reports', key: ['publisherId', 'year'], schema: reportRow } satisfies RowKind

/**
 * A row lists no more documents, so that it fits a row whatever is uploaded; no report has that many. Those that are not current
 * are left out, the first received first.
 */
const MAX_DOCUMENTS = 200

/**
 * The row with what is newly known of one of its documents; null if that is known already, or something newer.
 * @param now ISO time
 */
export function withDocument(
  key: ReportKey,
  row: ReportRow | null,
  document: ListedDocument,
  now: string,
): ReportRow | null {
  const before = row?.documents ?? []
  const known = before.find(({ documentId }) => documentId === document.documentId)
  if (known !== undefined && known.revision >= document.revision) return null
  const documents = [...before.filter((listed) => listed !== known), document]
  const changes = document.revision - (known?.revision ?? -1)
  const outcome = outcomeOf(documents)
  const isSameRun = outcome.documentId === row?.documentId && outcome.run === row.run
  return {
    ...key,
    ...outcome,
    changedAt: row !== null && textOf(row) === textOf(outcome) ? (row.changedAt ?? now) : now,
    ...(isSameRun && row?.codes !== undefined && { codes: row.codes }),
    revision: (row?.revision ?? 0) + changes,
  }
}

type Outcome = Omit<ReportRow, keyof ReportKey | 'revision' | 'changedAt' | 'codes'>

/** What tells whether readers read another text than before. The same text in other bytes is no news. */
function textOf({ state, documentId, documents }: Outcome): string {
  const current = documents.find((document) => document.documentId === documentId)
  const bodyHash = current?.state === 'shown' ? current.bodyHash : null
  return `${state} ${bodyHash ?? documentId}`
}

/** What a report's row says, as nothing but its documents decides. */
export function outcomeOf(documents: readonly ListedDocument[]): Outcome {
  const readable = documents.filter((document) => document.state === 'shown')
  const taken = documents.filter((document) => document.state === 'withdrawn')
  const standing = standingOf(readable, taken)
  const lastTaken = taken.toSorted((a, b) => (a.withdrawnAt < b.withdrawnAt ? -1 : 1)).at(-1)
  return {
    state: standing !== null ? 'current' : lastTaken !== undefined ? 'withdrawn' : 'none',
    documentId: standing?.documentId ?? null,
    run: standing?.run ?? null,
    detail: standing === null ? (lastTaken?.detail ?? null) : null,
    others: standing?.others ?? [],
    documents: kept(documents, standing),
  }
}

function kept(documents: readonly ListedDocument[], standing: Standing | null): ListedDocument[] {
  const rank = (document: ListedDocument) =>
    document.documentId === standing?.documentId ? '~' : document.state === 'shown' ? document.receivedAt : ''
  const byRank = documents.toSorted((a, b) => (rank(a) > rank(b) ? -1 : 1)).slice(0, MAX_DOCUMENTS)
  return byRank.sort((a, b) => (a.documentId < b.documentId ? -1 : 1))
}
