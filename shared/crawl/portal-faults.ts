import type { CoverageRow } from './ledger/rows.ts'
import { type Fault, faultOf } from './metrics.ts'
import { codeIn } from './problem.ts'

/** A page or two that are gone are no fault of a portal. */
const SHARE_OF_PAGES = 0.5

/**
 * The faults of a portal as the ledger has it after a walk: those of any of its lists, and those of at least half of the pages
 * that the walk asked for, as they were when last visited.
 */
export function faultsOf(rows: readonly CoverageRow[]): ReadonlySet<Fault> {
  const walk = rows.find((row) => row.kind === 'walk')
  if (walk === undefined) return new Set()
  const ofLists = rows
    .filter((row) => row.kind === 'list')
    .filter(({ url }) => walk.lists.includes(url))
    .flatMap(({ reason }) => faultIn(reason) ?? [])
  const pages = rows.filter((row) => row.kind === 'page').filter(({ askedAt }) => askedAt >= walk.startedAt)
  const ofPages = Map.groupBy(pages, ({ reason }) => faultIn(reason))
  const common = [...ofPages].flatMap(([fault, { length }]) =>
    fault !== null && length >= SHARE_OF_PAGES * pages.length ? [fault] : [],
  )
  return new Set([...ofLists, ...common])
}

function faultIn(reason: string | null): Fault | null {
  return reason === null ? null : faultOf(codeIn(reason))
}
