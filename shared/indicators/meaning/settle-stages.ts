import type { Role } from '../../report/report.ts'
import type { Meaning } from './meaning.ts'
import type { Row } from './rows.ts'

/** A meaning with what it was read by. */
export type Settled = Meaning & { readonly row: Row | null; readonly outcome: string | null; readonly role: Role }

/**
 * A report's figures of one code that say different stages of it: the stage that the code's definition takes first is the whole;
 * outcomes and kinds that are stated one by one are parts.
 */
export function settleStages(meanings: readonly Settled[]): Meaning[] {
  const lowest = new Map<string, number>()
  const outcomes = new Map<string, Set<string>>()
  for (const { code, scope, period, row, outcome, role } of meanings) {
    if (code === null || row === null || scope !== null || period !== 'year' || role !== 'level') continue
    lowest.set(code, Math.min(lowest.get(code) ?? Number.POSITIVE_INFINITY, row.rank))
    outcomes.set(code, (outcomes.get(code) ?? new Set()).add(outcome ?? ''))
  }
  return meanings.map(({ row, outcome, role, code, scope, topic, period, subject }) => {
    const meaning = { code, scope, topic, period, subject }
    if (code === null || row === null || scope !== null || period !== 'year' || role !== 'level') return meaning
    const isLater = row.rank > lowest.get(code)!
    const isOneOfSeveral = outcome !== null && outcomes.get(code)!.size > 1
    return isLater || isOneOfSeveral ? { ...meaning, scope: meaning.subject } : meaning
  })
}
