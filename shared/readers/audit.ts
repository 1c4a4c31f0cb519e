import { CATALOGUE } from '../catalogue/catalogue.ts'
import { timeliness } from '../crawl/ledger/timeliness.ts'
import type { Warning } from '../report/report.ts'
import type { DocumentRow } from '../store/document-row.ts'
import type { Result } from '../store/result-reader.ts'
import { type Figure, figureOf } from './figure.ts'
import type { Flag } from './flags.ts'
import { groupBy } from './group-by.ts'
import { type CurrentReport, type Observation, type ObservationStatus, observe } from './observation.ts'
import { breakOf, publisherOf } from './publisher.ts'
import { repeatedShare } from './repeated-text.ts'
import { comparedWith } from './series.ts'

type Read = Extract<DocumentRow, { readonly status: 'COMPLETE' }>

/** How timely a report is: before the year was over, by 1 April of the next, or later. */
export type Timeliness = 'early' | 'on_time' | 'late'

/** What a code has in a report and in that of the year before, where the two differ. */
export interface Change {
  readonly code: string
  readonly status: ObservationStatus
  readonly value: number | null
  readonly statusBefore: ObservationStatus
  /** As the report of the year before gives it. */
  readonly valueBefore: number | null
  /** What this report says of the year before. */
  readonly restatedBefore: number | null
  readonly unit: string | null
  readonly unitGroup: string | null
  readonly flags: readonly Flag[]
  /** Ordinals of the figures that the status rests on, in this report. */
  readonly ordinals: readonly number[]
}

/** What an inspector looks at in one report. */
export interface Audit {
  readonly documentId: string
  readonly run: number
  readonly publisherId: string | null
  readonly year: number | null
  /** The parts that the rules of 2019 ask for. */
  readonly completeness: Read['completeness']
  readonly publishedOn: string | null
  /** Null if the year or the day of publication is not known. */
  readonly timeliness: Timeliness | null
  /** Where the report contradicts itself, in the order of the text. */
  readonly contradictions: readonly Warning[]
  /** The current report of the year before; null if there is none to compare with. */
  readonly before: { readonly documentId: string; readonly run: number; readonly year: number } | null
  /** In the order of the catalogue; empty if there is no report to compare with. */
  readonly changes: readonly Change[]
  /** Share of the text that stands in the report of the year before, 0 to 1; null if there is nothing to compare. */
  readonly repeated: number | null
}

/** A report with its figures and its text. */
export interface AuditedReport {
  readonly result: Result & { readonly document: Read }
  readonly text: string
}

/** Warnings of how a file could be read are about the file; these are about what the report says. */
const CONTRADICTIONS: ReadonlySet<string> = new Set([
  'rate_contradicted',
  'parts_do_not_add_up',
  'two_values',
  'year_does_not_fit',
])

/** @param before the current report of the same publisher on the year before */
export function auditOf({ result, text }: AuditedReport, before: AuditedReport | null): Audit {
  const { documentId, run, publisherId, year, completeness, publishedOn, warnings } = result.document
  const other = before?.result.document
  return {
    ...{ documentId, run, publisherId, year, completeness, publishedOn },
    timeliness: timelinessOf(year, publishedOn),
    contradictions: warnings.filter(({ code }) => CONTRADICTIONS.has(code)),
    before: other === undefined ? null : { documentId: other.documentId, run: other.run, year: other.year! },
    changes: before === null ? [] : changesBetween(result, before.result),
    repeated:
      before === null
        ? null
        : repeatedShare(bodyOf(result.document, text), bodyOf(before.result.document, before.text)),
  }
}

/** @param publishedOn ISO date */
export function timelinessOf(year: number | null, publishedOn: string | null): Timeliness | null {
  if (year === null || publishedOn === null) return null
  return timeliness(year, publishedOn) as Timeliness
}

/** The report without what its page has around it. */
function bodyOf({ sections }: Read, text: string): string {
  const top = sections.filter(({ level }) => level === 1)
  return text.slice(top[0]?.start ?? 0, top.at(-1)?.end ?? text.length)
}

function changesBetween(now: AuditedReport['result'], before: AuditedReport['result']): Change[] {
  const [observed, observedBefore] = [observationsOf(now), observationsOf(before)]
  const publisher = publisherOf(now.document.publisherId!)
  const brokenBy = publisher === null ? null : breakOf(publisher, now.document.year!)
  return CATALOGUE.flatMap(({ code }) => {
    const [one, other] = [observed(code), observedBefore(code)]
    const { status, value, unit, unitGroup, flags, valueBefore, restatedBefore, candidates } = comparedWith(
      one,
      other,
      brokenBy,
    )
    if (status === other.status && value === other.value && !flags.includes('restated')) return []
    const ordinals = candidates.map(({ ordinal }) => ordinal)
    return {
      code,
      status,
      value,
      statusBefore: other.status,
      valueBefore,
      restatedBefore,
      unit,
      unitGroup,
      flags,
      ordinals,
    }
  })
}

/** What a report says of each code. */
function observationsOf({ document, indicators }: AuditedReport['result']): (code: string) => Observation {
  const { documentId, run, publisherId, issuer, level, region, year, sourceUrl = null } = document
  const report: CurrentReport = {
    ...{ documentId, run, issuer, level, sourceUrl, publisherId: publisherId!, year: year! },
    regionCode: region.code,
  }
  const figures: Map<string | null, Figure[]> = groupBy(
    indicators.map((row) => figureOf(row, document)),
    ({ code }) => code,
  )
  return (code) => observe(report, code, figures.get(code) ?? [])
}
