import { isCandidate, isMeasured } from '../catalogue/cells.ts'
import { firstComparable } from '../catalogue/unit-groups.ts'
import { addUp } from '../indicators/checks/add-up.ts'
import type { Indicator, Level } from '../report/report.ts'
import type { Figure } from './figure.ts'
import { type Flag, flagList } from './flags.ts'
import type { NoReportState, WhyNoReport } from './no-report.ts'

/** What a report says of a code for its year. */
export type ObservationStatus =
  /** One figure gives the value. */
  | 'single'
  /** Several figures give the same value. */
  | 'repeated'
  /** Candidates differ: there is no value. */
  | 'several'
  /** Only figures for parts of the place or the matter. */
  | 'parts_only'
  /** Only goals. */
  | 'target_only'
  /** Only figures of other years, of parts of the year, or averages. */
  | 'other_period_only'
  /** The report is there, the figure is not. */
  | 'none'
  /** No report can be read: `state` says why. */
  | 'no_report'

/** The report of a publisher on a year whose current document can be read. */
export interface CurrentReport {
  readonly publisherId: string
  readonly year: number
  readonly documentId: string
  readonly run: number
  readonly issuer: string | null
  readonly level: Level | null
  readonly regionCode: string | null
  readonly sourceUrl: string | null
}

/** A publisher's year of which no report can be read. */
export interface NoReport
  extends WhyNoReport,
    Pick<CurrentReport, 'publisherId' | 'year' | 'issuer' | 'level' | 'regionCode'> {
  readonly documentId: null
}

/** The one answer to what a publisher reports of a code on a year. */
export interface Observation {
  readonly publisherId: string
  readonly year: number
  readonly code: string
  readonly status: ObservationStatus
  /** Only of `single` and `repeated`. */
  readonly value: number | null
  /** As written, and what it counts; of `several` those of the first candidate. */
  readonly unit: string | null
  readonly unitGroup: string | null
  readonly bound: Indicator['bound'] | null
  readonly flags: readonly Flag[]
  readonly issuer: string | null
  readonly level: Level | null
  readonly regionCode: string | null
  readonly documentId: string | null
  readonly run: number | null
  readonly sourceUrl: string | null
  /** The figures that give the value, the one that stands for it first; of `several` those that differ. In the order of the text. */
  readonly candidates: readonly Figure[]
  /** Candidates of other unit groups, which are not compared with the value. */
  readonly otherUnits: readonly Figure[]
  /** Figures for parts. They are never summed. */
  readonly parts: readonly Figure[]
  /** Whether the parts after 其中 make up the value; null if none are given, or they may be examples. */
  readonly partsAddUp: boolean | null
  /** Figures of the code that are neither: targets, other periods, changes. */
  readonly others: readonly Figure[]
  /** Of `no_report`. */
  readonly state: NoReportState | null
  readonly reason: string | null
}

/**
 * What a publisher's current report says of a code: one value stated once or more, or why there is none. Nothing is summed,
 * and nothing chosen among values that differ.
 * @param figures of that code, of the report's current document and run; none for `no_report`
 * @example observe(report, 'litigation.new', figures).status // 'single'
 */
export function observe(report: CurrentReport | NoReport, code: string, figures: readonly Figure[]): Observation {
  const { publisherId, year, issuer, level, regionCode } = report
  const common = { publisherId, year, code, issuer, level, regionCode }
  if (report.documentId === null) {
    const { state, reason } = report
    return { ...common, ...NOTHING, status: 'no_report', flags: regionFlags(regionCode), state, reason }
  }
  const { documentId, run, sourceUrl } = report
  const ordered = figures.toSorted((a, b) => a.ordinal - b.ordinal)
  const candidates = ordered.filter(isCandidate)
  const comparable = firstComparable(code, candidates)
  const parts = ordered.filter((figure) => isMeasured(figure) && figure.scope !== null && figure.period === 'year')
  const known = new Set([...candidates, ...parts])
  const others = ordered.filter((figure) => !known.has(figure))
  return {
    ...common,
    ...NOTHING,
    ...standing(comparable, parts, others, regionCode),
    ...{ documentId, run, sourceUrl, parts, others },
    otherUnits: candidates.filter((candidate) => !comparable.includes(candidate)),
  }
}

const NOTHING = {
  value: null,
  unit: null,
  unitGroup: null,
  bound: null,
  documentId: null,
  run: null,
  sourceUrl: null,
  candidates: [],
  otherUnits: [],
  parts: [],
  partsAddUp: null,
  others: [],
  state: null,
  reason: null,
} as const satisfies Partial<Observation>

type Standing = Pick<Observation, 'status' | 'flags' | 'candidates'> & Partial<Observation>

function standing(
  candidates: readonly Figure[],
  parts: readonly Figure[],
  others: readonly Figure[],
  regionCode: string | null,
): Standing {
  // An exact statement of the same value says more than an approximate one.
  const [cell] = candidates.toSorted((a, b) => Number(b.bound === 'exact') - Number(a.bound === 'exact'))
  if (cell === undefined) {
    const status = withoutCandidates(parts, others)
    const flags = status === 'parts_only' ? (['parts_only', ...correctedFlag(parts)] as const) : []
    return { status, flags: flagList([...flags, ...regionFlags(regionCode)]), candidates: [] }
  }
  const { unit, unitGroup } = cell
  const ofOthers = candidates.flatMap((candidate) => [...candidate.contradictions, ...correctedFlag([candidate])])
  if (new Set(candidates.map(({ value }) => value)).size > 1) {
    const flags = flagList(['several', ...ofOthers, ...regionFlags(regionCode)])
    return { status: 'several', unit, unitGroup, flags, candidates }
  }
  return {
    status: candidates.length === 1 ? 'single' : 'repeated',
    ...{ unit, unitGroup, value: cell.value, bound: cell.bound },
    flags: flagList([...cell.flags, ...ofOthers]),
    candidates: [cell, ...candidates.filter((candidate) => candidate !== cell)],
    partsAddUp: whetherPartsAddUp(candidates, parts),
  }
}

function withoutCandidates(parts: readonly Figure[], others: readonly Figure[]): ObservationStatus {
  if (parts.length > 0) return 'parts_only'
  if (others.some(({ role }) => role === 'target')) return 'target_only'
  return others.some(({ period }) => period !== 'year') ? 'other_period_only' : 'none'
}

/** Each statement of the total may have parts of its own: one list that does not add up is enough to say so. */
function whetherPartsAddUp(totals: readonly Figure[], parts: readonly Figure[]): boolean | null {
  const sums = totals.map((total) =>
    addUp(
      total,
      parts.filter(({ partOf }) => partOf === total.ordinal),
    ),
  )
  if (sums.includes(false)) return false
  return sums.includes(true) ? true : null
}

function correctedFlag(figures: readonly Figure[]): Flag[] {
  return figures.some(({ corrections }) => corrections.length > 0) ? ['corrected'] : []
}

function regionFlags(regionCode: string | null): Flag[] {
  return regionCode === null ? ['region_unknown'] : []
}
