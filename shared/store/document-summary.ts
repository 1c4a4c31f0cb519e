import * as v from 'valibot'
import { count, documentId, isoTime } from '../report/attributes.ts'
import { reportAttributes } from '../report/report-attributes.ts'
import { notedCorrections } from './correction.ts'
import { documentRows, type Status } from './document-row.ts'
import type { RowKind } from './read-rows.ts'
import { DOCUMENT_SUMMARY, publisherIn } from './tables.ts'

/** Every status that a document may have. */
export const STATUSES = ['RECEIVED', 'PARSED', 'COMPLETE', 'REJECTED', 'FAILED', 'WITHDRAWN'] satisfies Status[]

const { kind, title, issuer, level, departmentLevel, region, publishedOn, documentDate, format, completeness } =
  reportAttributes

/** What lists show of a document: their indexes have nothing else. Facts that the row does not have are null. */
const documentSummary = v.pipe(
  v.object({
    documentId,
    status: v.picklist(STATUSES),
    run: count,
    receivedAt: isoTime,
    updatedAt: isoTime,
    size: count,
    kind: v.optional(v.nullable(kind), null),
    title: v.optional(title, null),
    issuer: v.optional(issuer, null),
    level: v.optional(level, null),
    departmentLevel: v.optional(departmentLevel, null),
    region: v.optional(v.nullable(region), null),
    publisherId: reportAttributes.publisherId,
    year: v.optional(reportAttributes.year, null),
    publishedOn: v.optional(publishedOn, null),
    documentDate: v.optional(documentDate, null),
    format: v.optional(v.nullable(format), null),
    parserVersion: v.optional(v.nullable(reportAttributes.parserVersion), null),
    catalogueVersion: reportAttributes.catalogueVersion,
    bodyHash: reportAttributes.bodyHash,
    indicatorCount: v.optional(count, 0),
    reason: v.optional(v.nullable(v.string()), null),
    sourceUrl: v.optional(v.nullable(v.string()), null),
  }),
  v.readonly(),
)

export type DocumentSummary = v.InferOutput<typeof documentSummary>

export const documentSummaries = { ...documentRows, schema: documentSummary } satisfies RowKind

/** As `byYearPublisher` has it, whose key says who reports. */
export const summariesByPublisher = {
  ...documentRows,
  schema: v.pipe(
    v.object({ ...documentSummary.pipe[0].entries, publisherDocument: v.string() }),
    v.transform(
      ({ publisherDocument, ...summary }): DocumentSummary => ({
        ...summary,
        publisherId: publisherIn(publisherDocument, summary.documentId),
      }),
    ),
  ),
} satisfies RowKind

const figuresDocument = v.pipe(
  v.object({ ...documentSummary.pipe[0].entries, corrections: v.optional(notedCorrections, []) }),
  v.readonly(),
)

/** What is read of a document beside its figures. */
export type FiguresDocument = v.InferOutput<typeof figuresDocument>

export const figuresDocuments = { ...documentRows, schema: figuresDocument } satisfies RowKind

export const FIGURES_DOCUMENT_ATTRIBUTES = [
  'documentId',
  'status',
  'receivedAt',
  'year',
  'publisherId',
  'corrections',
  ...DOCUMENT_SUMMARY,
] as const

const documentQuality = v.pipe(
  v.object({
    documentId,
    publishedOn: v.optional(publishedOn, null),
    completeness: v.optional(v.nullable(completeness), null),
  }),
  v.readonly(),
)

/** What a list of a publisher's reports says of each. */
export type DocumentQuality = v.InferOutput<typeof documentQuality>

export const documentQualities = { ...documentRows, schema: documentQuality } satisfies RowKind

export const QUALITY_ATTRIBUTES = ['documentId', 'publishedOn', 'completeness'] as const
