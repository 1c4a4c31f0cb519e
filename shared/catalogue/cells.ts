import type { Period, Role } from '../report/report.ts'
import { CATALOGUE } from './catalogue.ts'
import { firstComparable } from './unit-groups.ts'

/** What decides whether a figure may stand for its report. */
export interface Stated {
  readonly code: string | null
  readonly scope: string | null
  readonly period: Period
  readonly role: Role
  readonly value: number
  readonly unit: string
}

/** By code, the differing values that a report states for the whole place and year. One value is a cell. */
export type Wholes = ReadonlyMap<string, ReadonlySet<number>>

/** Codes that measure a change: for them a difference stands for the report as well as a level. */
const CHANGES: ReadonlySet<string> = new Set(CATALOGUE.filter((entry) => 'change' in entry).map(({ code }) => code))

/** The values that a report's figures state for the whole place and year. */
export function wholesOf(figures: readonly Stated[]): Wholes {
  const candidates = Map.groupBy(
    figures.filter((figure) => figure.code !== null && isCandidate(figure)),
    ({ code }) => code!,
  )
  return new Map(
    [...candidates].map(([code, stated]) => [code, new Set(firstComparable(code, stated).map(({ value }) => value))]),
  )
}

function isCandidate({ code, scope, period, role }: Stated): boolean {
  return scope === null && period === 'year' && (role === 'level' || (role === 'change' && CHANGES.has(code!)))
}
