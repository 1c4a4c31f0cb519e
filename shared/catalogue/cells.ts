import type { Period, Role } from '../report/report.ts'
import { entryOf } from './catalogue.ts'
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

/** Whether a figure measures what its code measures: a level, or for the codes of a change the change. */
export function isMeasured({ code, role }: Pick<Stated, 'code' | 'role'>): boolean {
  return role === 'level' || (role === 'change' && code !== null && entryOf(code)?.change === true)
}

/** Whether a figure may stand for its report and code. */
export function isCandidate(figure: Pick<Stated, 'code' | 'role' | 'scope' | 'period'>): boolean {
  return isMeasured(figure) && figure.scope === null && figure.period === 'year'
}
