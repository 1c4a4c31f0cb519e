import { expect } from 'vitest'
import type { Provenance } from '../../shared/crawl/ports.ts'
import type { Indicator, Report } from '../../shared/report/report.ts'
import type { Failure, Received, Rejection } from '../../shared/store/document-changes.ts'
import { factsOf } from '../../shared/store/document-facts.ts'
import type { DocumentRow, RunResult, Status } from '../../shared/store/document-row.ts'
import type { HostRow } from '../../shared/store/host-row.ts'
import type { IndicatorChunk, RowFacts } from '../../shared/store/indicator-chunk.ts'
import { type IndicatorRow, rowsOf } from '../../shared/store/indicator-row.ts'
import { listedOf } from '../../shared/store/list-document.ts'
import { outcomeOf, type ReportRow } from '../../shared/store/report-row.ts'
import type { RunRow } from '../../shared/store/run-row.ts'
import type { Sighting } from '../../shared/store/sighting-row.ts'

/** One builder for each shape that the stores keep: complete and valid, with the changes of a test. */

export const DOCUMENT_ID = 'a'.repeat(32)
export const TIME = '2026-01-02T03:04:05.000Z'

export function indicatorOf(changes: Partial<Indicator> = {}): Indicator {
  return {
    ordinal: 1,
    start: 0,
    end: 3,
    raw: '12件',
    value: 12,
    unit: '件',
    bound: 'exact',
    role: 'level',
    period: 'year',
    subject: '受理案件',
    code: null,
    scope: null,
    topic: 'disputes',
    section: 0,
    sentence: { start: 0, end: 3 },
    partOf: null,
    contradictions: [],
    ...changes,
  }
}

export function chunkOf(
  changes: Partial<Omit<IndicatorChunk, 'facts'>> & { readonly facts?: Partial<RowFacts> } = {},
): IndicatorChunk {
  const { indicators = [indicatorOf()], facts, ...rest } = changes
  return {
    documentId: DOCUMENT_ID,
    run: 1,
    chunk: 0,
    chunks: 1,
    indicatorCount: indicators.length,
    indicators,
    ...rest,
    facts: {
      publisherId: '440114/石桥镇人民政府',
      regionCode: '440114',
      year: 2023,
      issuer: '石桥镇人民政府',
      level: 'township',
      ...facts,
    },
  }
}

export function reportOf(changes: { documentId?: string; regionCode?: string; year?: number } = {}): Report {
  const { documentId = DOCUMENT_ID, regionCode = '440114', year = 2023 } = changes
  return {
    documentId,
    kind: 'rule_of_law_annual_report',
    reason: null,
    title: '石桥镇2023年法治政府建设年度报告',
    issuer: '石桥镇人民政府',
    level: 'township',
    departmentLevel: null,
    region: { province: '某省', prefecture: '甲市', county: '甲区', township: '石桥镇', code: regionCode },
    publisherId: `${regionCode}/石桥镇人民政府`,
    year,
    draft: false,
    publishedOn: '2024-03-01',
    documentDate: null,
    indexNumber: null,
    source: null,
    script: 'hans',
    sections: [{ level: 1, role: 'achievements', heading: '一、主要举措', topic: null, start: 0, end: 9 }],
    bodyHash: 'b0d1'.repeat(16),
    completeness: { achievements: true, problems: true, responsibility: true, plans: true, publishedByApril1: null },
    warnings: [{ code: 'partly_unread', message: 'Page 2 could not be read.', start: 0, end: 0 }],
    format: 'text',
    charset: 'utf-8',
    parserVersion: '1',
    catalogueVersion: '1',
  }
}

export function arrivalOf(changes: Partial<Received> = {}): Received {
  return { documentId: DOCUMENT_ID, receivedAt: TIME, size: 9, ...changes }
}

export function resultOf(changes: Partial<RunResult> & { readonly report?: Report } = {}): RunResult {
  const { report = reportOf(), ...rest } = changes
  return { ...factsOf(report), textKey: 'text/x', indicatorCount: 2, chunks: 1, ...rest }
}

export function rejectionOf(changes: Partial<Rejection> = {}): Rejection {
  return { reason: 'not_a_report', detail: 'x', parserVersion: 1, report: null, ...changes }
}

export function failureOf(changes: Partial<Failure> = {}): Failure {
  return { documentId: DOCUMENT_ID, run: 1, error: 'TypeError', detail: 'x', requestId: 'r', ...changes }
}

type DocumentRowOf<Kind extends Status> = Extract<DocumentRow, { readonly status: Kind }>

/** A row of each status, with all the attributes that it may have. */
export function documentRowOf<Kind extends Status>(status: Kind): DocumentRowOf<Kind>
export function documentRowOf(status: Status): DocumentRow {
  const lists = {
    revision: 3,
    supersedes: { ['c'.repeat(32)]: TIME },
    listedIn: new Set(['2023 440114/石桥镇人民政府']),
  }
  const known = { documentId: DOCUMENT_ID, run: 1, receivedAt: TIME, updatedAt: TIME, size: 9, requeues: 1, ...lists }
  const read = factsOf(reportOf())
  const figures = { textKey: `text/${DOCUMENT_ID}/1.txt`, indicatorCount: 2, chunks: 1 }
  const failure = { reason: 'internal', detail: 'x', error: 'TypeError', requestId: 'r' } as const
  switch (status) {
    case 'RECEIVED':
      return { ...known, status }
    case 'PARSED':
      return { ...known, status, ...read, ...figures }
    case 'COMPLETE':
      return { ...known, status, ...read, ...figures }
    case 'REJECTED':
      return { ...known, status, ...read, reason: 'not_a_report', detail: 'x' }
    case 'FAILED':
      return { ...known, status, ...read, ...figures, ...failure }
    case 'WITHDRAWN': {
      const { publisherId, year, bodyHash } = reportOf()
      const why = { reason: 'withdrawn', detail: 'x', withdrawnAt: TIME, restoredAt: TIME } as const
      return { ...known, status, ...why, publisherId, year, bodyHash }
    }
  }
}

/** The row of the report that these documents are of. */
export function reportRowOf(documents: readonly DocumentRow[] = [documentRowOf('COMPLETE')]): ReportRow {
  const { publisherId, year } = listedOf(documents[0]!)!.report
  return { publisherId, year, ...outcomeOf(documents.map((row) => listedOf(row)!.document)), revision: 1 }
}

/** A run of each state, with all the attributes that it may have. */
export function runRowOf(state: RunRow['state']): RunRow {
  const known = { documentId: DOCUMENT_ID, run: 2, parserVersion: 1, updatedAt: TIME }
  const troubles = { requeues: 1, error: 'TypeError', detail: 'x', requestId: 'r' }
  switch (state) {
    case 'open':
      return { ...known, ...troubles, state }
    case 'sent':
      return { ...known, ...troubles, state, result: resultOf(), writtenChunks: new Set([0]) }
    case 'ended':
      return { ...known, state }
  }
}

/** Asserts the status of a row, and returns the row with the type of that status. */
export function expectStatus<Kind extends Status>(row: DocumentRow | null, status: Kind): DocumentRowOf<Kind> {
  if (!hasStatus(row, status)) return expect.fail(`The row is ${row?.status ?? 'absent'}, not ${status}.`)
  return row
}

function hasStatus<Kind extends Status>(row: DocumentRow | null, status: Kind): row is DocumentRowOf<Kind> {
  return row?.status === status
}

export function indicatorRowOf(changes: Partial<Indicator> = {}): IndicatorRow {
  return rowsOf(chunkOf({ indicators: [indicatorOf({ code: 'fuyi_cases', ...changes })] }))[0]!
}

export function provenanceOf(changes: Partial<Provenance> = {}): Provenance {
  return {
    url: 'https://www.example.gov.cn/1.html',
    fetchedAt: TIME,
    etag: '"5f-61"',
    lastModified: null,
    textHash: 'ab'.repeat(32),
    supersedes: null,
    ...changes,
  }
}

export function sightingOf(changes: Partial<Sighting> = {}): Sighting {
  return {
    objectKey: 'incoming/a.txt',
    documentId: DOCUMENT_ID,
    seenAt: TIME,
    etag: 'abc',
    size: 9,
    versionId: null,
    provenance: provenanceOf(),
    ...changes,
  }
}

export function hostRowOf(changes: Partial<HostRow> = {}): HostRow {
  return {
    host: 'www.example.gov.cn',
    turn: 'one',
    turnEnds: 2,
    notBefore: 1,
    robots: { verdict: { kind: 'rules', text: 'User-agent: *' }, readAt: 1 },
    expiresAt: 3,
    ...changes,
  }
}
