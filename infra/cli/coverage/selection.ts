import { yearOfTitle } from '../../../shared/crawl/candidate.ts'
import {
  type CoverageRow,
  type DispatchRow,
  LIST_STATES,
  type ListPageRow,
  PAGE_STATES,
  PUBLISHER_STATES,
} from '../../../shared/crawl/ledger/rows.ts'

/** Every state that a row may have, of publishers, lists and pages. */
export const STATES = [...new Set<string>([...PUBLISHER_STATES, ...LIST_STATES, ...PAGE_STATES])]

/** What of the ledger is shown. */
export interface Selection {
  /** A region code or its beginning. */
  readonly region?: string | undefined
  readonly year?: number | undefined
  readonly portal?: string | undefined
  readonly states?: readonly string[] | undefined
  /** Only what changed from this ISO day or time on, or since the walk before the last one of each portal. */
  readonly since?: string | 'walk before' | undefined
}

export type ShownRow = Exclude<CoverageRow, ListPageRow | DispatchRow>

/**
 * The rows that are asked for. With a region or a year the lists and the unread pages of its portals stay, because they are why
 * its reports are not there.
 */
export function select(rows: readonly CoverageRow[], { region, year, portal, states, since }: Selection): ShownRow[] {
  const shown = rows.filter((row) => row.kind !== 'listPage' && row.kind !== 'dispatch')
  const walks = new Map(shown.flatMap((row) => (row.kind === 'walk' ? [[row.portalId, row]] : [])))
  const inRegion = (code: string | null | undefined) => region === undefined || code?.startsWith(region) === true
  const portalsInRegion = new Set(
    shown.flatMap((row) => {
      if (row.kind === 'walk') return inRegion(row.publisherId) ? [row.portalId] : []
      const portalId = row.kind === 'publisher' ? row.portal : row.portalId
      return row.kind !== 'list' && portalId !== null && inRegion(row.regionCode) ? [portalId] : []
    }),
  )
  const isInRegion = (row: ShownRow) =>
    row.kind === 'publisher'
      ? inRegion(row.regionCode)
      : row.kind === 'page' && row.regionCode !== null
        ? inRegion(row.regionCode)
        : region === undefined || portalsInRegion.has(row.portalId)

  const isOfYear = (row: ShownRow) => {
    if (year === undefined || row.kind === 'list' || row.kind === 'walk') return true
    return (row.year ?? (row.kind === 'page' ? yearOfTitle(row.title) : null) ?? year) === year
  }
  const isOfPortal = (row: ShownRow) =>
    portal === undefined ||
    (row.kind === 'publisher'
      ? row.portal === portal || row.publisherId === walks.get(portal)?.publisherId
      : row.portalId === portal)

  const isInState = (row: ShownRow) => states === undefined || states.includes(stateOf(row))
  const isNews = (row: ShownRow) => {
    if (since === undefined) return true
    if (row.kind === 'walk') return since === 'walk before' || row.startedAt >= since
    const portalId = row.kind === 'publisher' ? row.portal : row.portalId
    // What a walk and its visits change is dated from the beginning of the walk.
    const from = since === 'walk before' ? walks.get(portalId ?? '')?.startedAt : since
    return from !== undefined && row.changedAt !== null && row.changedAt >= from
  }
  return shown.filter((row) => isInRegion(row) && isOfYear(row) && isOfPortal(row) && isInState(row) && isNews(row))
}

/** The state of a row as the ledger's documentation names it. A walk has none. */
export function stateOf(row: ShownRow): string {
  return row.kind === 'list' ? row.listState : row.kind === 'walk' ? '' : row.state
}
